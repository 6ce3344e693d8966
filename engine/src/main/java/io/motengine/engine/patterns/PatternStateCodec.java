package io.motengine.engine.patterns;

import io.motengine.engine.record.RecordReader;
import io.motengine.engine.record.RecordWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/**
 * The binary form of a {@link PatternState}. Times count backwards from the last moment at which the state matters, so that they
 * are small; names of events are words of the slice.
 */
final class PatternStateCodec {
    /** Of a recent event: that it has a key. Above it stands what it matched. */
    private static final int KEYED = 1;

    private PatternStateCodec() {}

    static byte[] write(PatternState state, long until) {
        RecordWriter out = new RecordWriter();
        int present = (state.settled().chains().isEmpty() ? 0 : 1)
                | (state.recent().isEmpty() ? 0 : 2)
                | (state.raised().isEmpty() ? 0 : 4);
        out.number(present);
        if ((present & 1) != 0) {
            writeChains(state.settled().chains(), until, out);
        }
        if ((present & 2) != 0) {
            writeRecent(state.recent(), until, out);
        }
        if ((present & 4) != 0) {
            writeRaised(state.raised(), until, out);
        }
        return out.toBytes();
    }

    static PatternState read(byte[] bytes, long until) {
        RecordReader in = new RecordReader(bytes);
        int present = in.count();
        Progress settled = new Progress();
        if ((present & 1) != 0) {
            readChains(settled.chains(), until, in);
        }
        List<Occurrence> recent = (present & 2) == 0 ? new ArrayList<>(1) : readRecent(until, in);
        SortedSet<Completion> raised = Completion.set();
        for (int left = (present & 4) == 0 ? 0 : in.count(); left > 0; left--) {
            raised.add(new Completion(in.word(), in.word(), until - in.signed()));
        }
        return new PatternState(settled, recent, raised);
    }

    private static void writeRaised(SortedSet<Completion> raised, long until, RecordWriter out) {
        out.number(raised.size());
        for (Completion completion : raised) {
            out.word(completion.key());
            out.word(completion.instance());
            out.signed(until - completion.at());
        }
    }

    private static void writeChains(Map<String, Chain> chains, long until, RecordWriter out) {
        out.number(chains.size());
        chains.forEach((key, chain) -> {
            out.word(key);
            out.number(chain.reached().size() * 2L + (chain.awaited() == null ? 0 : 1));
            chain.reached().forEach(start -> write(start, until, out));
            if (chain.awaited() != null) {
                write(chain.awaited(), until, out);
            }
        });
    }

    private static void readChains(Map<String, Chain> chains, long until, RecordReader in) {
        for (int left = in.count(); left > 0; left--) {
            String key = in.word();
            int shape = in.count();
            List<Start> reached = new ArrayList<>(shape / 2);
            for (int step = 0; step < shape / 2; step++) {
                reached.add(readStart(until, in));
            }
            chains.put(key, new Chain(reached, shape % 2 == 0 ? null : readStart(until, in)));
        }
    }

    private static void write(Start start, long until, RecordWriter out) {
        out.signed(until - start.time());
        out.word(start.instance());
    }

    private static Start readStart(long until, RecordReader in) {
        return new Start(until - in.signed(), in.word());
    }

    /** They are sorted by time: the last by its distance from the end, each of the others by its distance from the next. */
    private static void writeRecent(List<Occurrence> recent, long until, RecordWriter out) {
        out.number(recent.size());
        out.signed(until - recent.get(recent.size() - 1).time());
        long after = recent.get(recent.size() - 1).time();
        for (int i = recent.size() - 1; i >= 0; i--) {
            Occurrence event = recent.get(i);
            if (i < recent.size() - 1) {
                out.number(after - event.time());
            }
            after = event.time();
            out.number(event.matched() * 2L + (event.key().isEmpty() ? 0 : KEYED));
            if (!event.key().isEmpty()) {
                out.word(event.key());
            }
            if (event.instance() != null) {
                out.word(event.instance());
            } else {
                out.hash32(event.hash());
            }
        }
    }

    private static List<Occurrence> readRecent(long until, RecordReader in) {
        int size = in.count();
        Occurrence[] recent = new Occurrence[size];
        long time = until - in.signed();
        for (int i = size - 1; i >= 0; i--) {
            time -= i < size - 1 ? in.number() : 0;
            long shape = in.number();
            int matched = (int) (shape / 2);
            String key = (shape & KEYED) == 0 ? "" : in.word();
            recent[i] = (matched & Occurrence.FIRST_STEP) != 0
                    ? Occurrence.of(time, key, matched, in.word())
                    : new Occurrence(time, in.hash32(), key, matched, null);
        }
        return new ArrayList<>(Arrays.asList(recent));
    }
}
