package io.motengine.engine.patterns;

import io.motengine.engine.record.RecordReader;
import io.motengine.engine.record.RecordWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * What is remembered of one customer's patterns. Only patterns with something under way take room, and only those that an event
 * touches are unpacked.
 *
 * <p>Mutable, with one owner at a time. All times are epoch milliseconds, event time.
 */
public final class PatternMemory {
    private final List<Slice> slices = new ArrayList<>(4);
    private final List<OpenPattern> adopted = new ArrayList<>(0);
    private int layout;

    public static PatternMemory read(RecordReader in) {
        PatternMemory memory = new PatternMemory();
        long shape = in.number();
        if (shape == 0) {
            return memory;
        }
        memory.layout = in.hash32();
        for (long left = shape / 2; left > 0; left--) {
            memory.slices.add(Slice.read(in));
        }
        if (shape % 2 != 0) {
            memory.readAdopted(in);
        }
        return memory;
    }

    public void write(RecordWriter out) {
        out.number(slices.size() * 2L + (adopted.isEmpty() ? 0 : 1));
        if (isEmpty()) {
            return;
        }
        out.hash32(layout);
        slices.forEach(slice -> slice.write(out));
        if (!adopted.isEmpty()) {
            writeAdopted(out);
        }
    }

    /** Takes over what a record of format 1 was waiting for; it becomes progress when the record meets its release. */
    public void adopt(List<OpenPattern> open) {
        adopted.addAll(open);
        layout = 0;
    }

    /** Earliest end of any wait, or {@code Long.MAX_VALUE}. */
    public long nextDue() {
        long next = Long.MAX_VALUE;
        for (Slice slice : slices) {
            next = Math.min(next, slice.nextDue());
        }
        for (OpenPattern open : adopted) {
            next = Math.min(next, open.deadline());
        }
        return next;
    }

    public boolean isEmpty() {
        return slices.isEmpty() && adopted.isEmpty();
    }

    int layout() {
        return layout;
    }

    /** From now on of the release with this layout: forgets patterns that it does not declare. Returns what format 1 left. */
    List<OpenPattern> take(int newLayout, IntPredicate declared) {
        layout = newLayout;
        slices.removeIf(slice -> !declared.test(slice.pattern()));
        List<OpenPattern> open = List.copyOf(adopted);
        adopted.clear();
        return open;
    }

    List<Slice> slices() {
        return slices;
    }

    /** The slice of a pattern, a new one if there was none. */
    Slice slice(int pattern) {
        for (Slice slice : slices) {
            if (slice.pattern() == pattern) {
                return slice;
            }
        }
        Slice slice = new Slice(pattern);
        slices.add(slice);
        return slice;
    }

    /** Lets go of what cannot matter to events from {@code floor} on. */
    void sweep(long floor) {
        slices.removeIf(slice -> slice.isOver(floor));
    }

    private void readAdopted(RecordReader in) {
        for (int left = in.count(); left > 0; left--) {
            adopted.add(new OpenPattern(in.word(), in.word(), in.text(), in.signed(), in.signed()));
        }
    }

    private void writeAdopted(RecordWriter out) {
        out.number(adopted.size());
        for (OpenPattern open : adopted) {
            out.word(open.pattern());
            out.word(open.by());
            out.text(open.instance());
            out.signed(open.openedAt());
            out.signed(open.deadline());
        }
    }
}
