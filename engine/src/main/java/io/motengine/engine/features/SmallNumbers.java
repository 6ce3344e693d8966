package io.motengine.engine.features;

import io.motengine.engine.record.RecordReader;
import io.motengine.engine.record.RecordWriter;

/**
 * How far the next bucket is, and its number: one byte if both are small.
 *
 * <p>The lower half of the byte is the step less one, 15 if the rest of it follows. The upper half is the number up to 11; from 12
 * on it holds two bits of it and the rest follows.
 *
 * @param step 1 or more
 * @param number read without a sign
 */
record SmallNumbers(long step, long number) {
    private static final int MORE_STEPS = 15;
    private static final int LITERAL = 12;

    static void write(RecordWriter out, long step, long number) {
        boolean far = step - 1 >= MORE_STEPS;
        boolean large = Long.compareUnsigned(number, LITERAL) >= 0;
        long upper = large ? LITERAL + ((number - LITERAL) & 3) : number;
        out.octet((int) (upper << 4 | (far ? MORE_STEPS : step - 1)));
        if (far) {
            out.number(step - 1 - MORE_STEPS);
        }
        if (large) {
            out.number((number - LITERAL) >>> 2);
        }
    }

    static SmallNumbers read(RecordReader in) {
        int octet = in.octet();
        long step = (octet & 15) + 1L;
        if (step > MORE_STEPS) {
            step += in.number();
        }
        long number = (long) octet >>> 4;
        if (number >= LITERAL) {
            number = (in.number() << 2 | (number - LITERAL)) + LITERAL;
        }
        return new SmallNumbers(step, number);
    }

    /** Numbers near zero, of either sign, as small ones without. */
    static long unsigned(long signed) {
        return (signed << 1) ^ (signed >> 63);
    }

    static long signed(long unsigned) {
        return (unsigned >>> 1) ^ -(unsigned & 1);
    }
}
