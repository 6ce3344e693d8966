package io.motengine.engine.patterns;

import io.motengine.engine.record.RecordReader;
import io.motengine.engine.record.RecordWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/**
 * The binary form of a {@link PatternState}. Times count backwards from the last moment at which the state matters, so that they
 * are small.
 */
final class PatternStateCodec {
    private PatternStateCodec() {}

    static byte[] write(PatternState state, long until) {
        RecordWriter out = new RecordWriter();
        InstanceWriter instances = new InstanceWriter(out);
        writeChains(state.settled().chains(), until, out, instances);
        writeRecent(state.recent(), until, out, instances);
        out.number(state.raised().size());
        for (Completion completion : state.raised()) {
            out.word(completion.key());
            instances.write(completion.instance());
            out.signed(until - completion.at());
        }
        return out.toBytes();
    }

    static PatternState read(byte[] bytes, long until) {
        RecordReader in = new RecordReader(bytes);
        InstanceReader instances = new InstanceReader(in);
        Progress settled = new Progress();
        readChains(settled.chains(), until, in, instances);
        List<Occurrence> recent = readRecent(until, in, instances);
        SortedSet<Completion> raised = Completion.set();
        for (int left = in.count(); left > 0; left--) {
            raised.add(new Completion(in.word(), instances.read(), until - in.signed()));
        }
        return new PatternState(settled, recent, raised);
    }

    private static void writeChains(Map<String, Chain> chains, long until, RecordWriter out, InstanceWriter instances) {
        out.number(chains.size());
        chains.forEach((key, chain) -> {
            out.word(key);
            out.number(chain.reached().size() * 2L + (chain.awaited() == null ? 0 : 1));
            chain.reached().forEach(start -> write(start, until, out, instances));
            if (chain.awaited() != null) {
                write(chain.awaited(), until, out, instances);
            }
        });
    }

    private static void readChains(Map<String, Chain> chains, long until, RecordReader in, InstanceReader instances) {
        for (int left = in.count(); left > 0; left--) {
            String key = in.word();
            int shape = in.count();
            List<Start> reached = new ArrayList<>(shape / 2);
            for (int step = 0; step < shape / 2; step++) {
                reached.add(readStart(until, in, instances));
            }
            chains.put(key, new Chain(reached, shape % 2 == 0 ? null : readStart(until, in, instances)));
        }
    }

    private static void write(Start start, long until, RecordWriter out, InstanceWriter instances) {
        out.signed(until - start.time());
        instances.write(start.instance());
    }

    private static Start readStart(long until, RecordReader in, InstanceReader instances) {
        return new Start(until - in.signed(), instances.read());
    }

    private static void writeRecent(List<Occurrence> recent, long until, RecordWriter out, InstanceWriter instances) {
        out.number(recent.size());
        long before = until;
        for (Occurrence event : recent) {
            out.signed(event.time() - before);
            before = event.time();
            out.number(event.matched());
            out.word(event.key());
            if (event.instance() != null) {
                instances.write(event.instance());
            } else {
                out.hash48(event.hash());
            }
        }
    }

    private static List<Occurrence> readRecent(long until, RecordReader in, InstanceReader instances) {
        int size = in.count();
        List<Occurrence> recent = new ArrayList<>(size + 1);
        long before = until;
        for (int i = 0; i < size; i++) {
            before += in.signed();
            int matched = (int) in.number();
            String key = in.word();
            recent.add(
                    (matched & Occurrence.FIRST_STEP) != 0
                            ? Occurrence.of(before, key, matched, instances.read())
                            : new Occurrence(before, in.hash48(), key, matched, null));
        }
        return recent;
    }
}
