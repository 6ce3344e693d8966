package io.motengine.engine.patterns;

import io.motengine.engine.record.RecordReader;
import io.motengine.engine.record.RecordWriter;

/** One pattern's part of the memory: what must be known without unpacking it, and the rest as bytes until somebody asks. */
final class Slice {
    private static final long MINUTE = 60_000;

    private final int pattern;
    private long untilMinute;
    private long nextDue;
    private byte[] packed;
    private PatternState state;

    /** The slice of a pattern of which nothing is known yet. */
    Slice(int pattern) {
        this.pattern = pattern;
        this.nextDue = Long.MAX_VALUE;
        this.state = new PatternState();
    }

    private Slice(int pattern, long untilMinute, long nextDue, byte[] packed) {
        this.pattern = pattern;
        this.untilMinute = untilMinute;
        this.nextDue = nextDue;
        this.packed = packed;
    }

    static Slice read(RecordReader in) {
        int pattern = in.hash32();
        long untilMinute = Math.floorDiv(in.time(), MINUTE);
        return new Slice(pattern, untilMinute, in.time(), in.block());
    }

    void write(RecordWriter out) {
        if (packed == null) {
            packed = PatternStateCodec.write(state, untilMinute * MINUTE);
        }
        out.hash32(pattern);
        out.time(untilMinute * MINUTE);
        out.time(nextDue);
        out.block(packed);
    }

    /** Hash of the pattern's declaration. */
    int pattern() {
        return pattern;
    }

    /** Earliest end of a wait that has not been raised, epoch milliseconds; {@code Long.MAX_VALUE} if none. */
    long nextDue() {
        return nextDue;
    }

    PatternState state() {
        if (state == null) {
            state = PatternStateCodec.read(packed, untilMinute * MINUTE);
        }
        return state;
    }

    /** Works out what is true now; see {@link PatternState#reckon}. */
    PatternState.Difference reckon(CompiledPattern compiled, long clock, long floor, Occurrence older) {
        PatternState.Difference difference = state().reckon(compiled, clock, floor, older);
        packed = null;
        nextDue = difference.nextDue();
        untilMinute = state.isEmpty() ? 0 : -Math.floorDiv(-state.until(compiled), MINUTE);
        return difference;
    }

    /** Whether nothing in it matters to events from {@code floor} on. */
    boolean isOver(long floor) {
        if (state != null && state.isEmpty()) {
            return true;
        }
        return nextDue == Long.MAX_VALUE && untilMinute * MINUTE < floor;
    }
}
