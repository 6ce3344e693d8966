package io.motengine.engine.record;

import java.util.Arrays;

/**
 * Times of one record: most lie within days of its anchor, many in whole minutes, and the same ones come again and again.
 *
 * <p>The lowest two bits say how a time is given: by the number of one that came before, in milliseconds from the anchor, in whole
 * minutes from the anchor's, or from the time before. Whatever is shortest.
 */
final class TimeForm {
    private static final int KNOWN = 0;
    private static final int MILLIS = 1;
    private static final int MINUTES = 2;
    private static final int FURTHER = 3;

    private static final int WAYS = 4;
    private static final int SPELT_OUT = 0;
    private static final long MINUTE = 60_000;

    /** Distances above do not leave room for the two bits. */
    private static final long FAR = 1L << 59;

    /** So many are remembered: their numbers are short, and looking through them costs less than a map. */
    private static final int REMEMBERED = 64;

    private static final int FIRST = 8;

    private long anchor;
    private long anchorMinute;
    /** Grows to what is remembered at most: few records have as many times, and their parts have two or three. */
    private long[] known = new long[FIRST];

    private int size;
    private long before;

    TimeForm() {
        begin(0);
    }

    /** Of another record, or of the same with times near another one. */
    void begin(long newAnchor) {
        anchor = newAnchor;
        anchorMinute = Math.floorDiv(anchor, MINUTE);
        before = anchor;
        size = 0;
        remember(Long.MIN_VALUE);
        remember(Long.MAX_VALUE);
        remember(anchor);
    }

    void write(long time, RecordWriter out) {
        for (int number = 0; number < size; number++) {
            if (known[number] == time) {
                out.number((number + 1L) * WAYS + KNOWN);
                return;
            }
        }
        if (isFar(time) || isFar(anchor) || isFar(before)) {
            out.number(SPELT_OUT);
            out.hash64(time);
        } else {
            out.number(shortest(time));
        }
        before = time;
        remember(time);
    }

    private static boolean isFar(long time) {
        return time >= FAR || time <= -FAR;
    }

    private long shortest(long time) {
        long shortest = zigzag(time - anchor) * WAYS + MILLIS;
        if (time % MINUTE == 0) {
            shortest = Math.min(shortest, zigzag(time / MINUTE - anchorMinute) * WAYS + MINUTES);
        }
        long further = time - before;
        long scaled = further % MINUTE == 0 ? zigzag(further / MINUTE) * 2 + 1 : zigzag(further) * 2;
        return scaled < FAR ? Math.min(shortest, scaled * WAYS + FURTHER) : shortest;
    }

    long read(RecordReader in) {
        long written = in.number();
        long distance = written >>> 2;
        if (written != SPELT_OUT && written % WAYS == KNOWN) {
            return known(distance - 1);
        }
        before = switch ((int) (written & 3)) {
            case KNOWN -> in.hash64();
            case MILLIS -> anchor + signed(distance);
            case MINUTES -> (anchorMinute + signed(distance)) * MINUTE;
            default -> before + signed(distance >>> 1) * ((distance & 1) == 0 ? 1 : MINUTE);
        };
        remember(before);
        return before;
    }

    private long known(long number) {
        if (number < 0 || number >= size) {
            throw new IllegalStateException("record: time " + number + " of " + size);
        }
        return known[(int) number];
    }

    private void remember(long time) {
        if (size == REMEMBERED) {
            return;
        }
        if (size == known.length) {
            known = Arrays.copyOf(known, size * 2);
        }
        known[size++] = time;
    }

    private static long zigzag(long value) {
        return (value << 1) ^ (value >> 63);
    }

    private static long signed(long zigzag) {
        return (zigzag >>> 1) ^ -(zigzag & 1);
    }
}
