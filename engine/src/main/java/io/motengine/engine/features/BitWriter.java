package io.motengine.engine.features;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes numbers in as many bits as they need: most of a customer's record is small numbers. Read by {@link BitReader}. */
final class BitWriter {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private static final int ROOM = 64;
    private byte[] bytes = new byte[ROOM];
    private int size;
    private long pending;
    private int held;

    /** The lowest {@code count} bits of a number, up to 64, highest first. */
    void bits(long value, int count) {
        if (count > Long.SIZE - Byte.SIZE) {
            bits(value >>> Integer.SIZE, count - Integer.SIZE);
            bits(value, Integer.SIZE);
            return;
        }
        pending = (pending << count) | (value & ((1L << count) - 1));
        held += count;
        if (held >= Byte.SIZE) {
            store();
        }
    }

    void flag(boolean value) {
        bits(value ? 1 : 0, 1);
    }

    /**
     * A number read without a sign, of any size: {@code scale} bits and two more for each time that it doubles beyond (the code of
     * Elias, 1975, and Teuhola, 1978). It begins with ones and a zero.
     *
     * @param scale 0 to 63; 1 or more for a number that may be the largest there is
     */
    void number(long value, int scale) {
        long prefix = (value >>> scale) + 1;
        int more = Long.SIZE - 1 - Long.numberOfLeadingZeros(prefix);
        if (2 * more + 1 + scale <= Long.SIZE - Byte.SIZE) {
            long rest = value - (((1L << more) - 1) << scale);
            bits((-2L << (more + scale)) | rest, 2 * more + 1 + scale);
            return;
        }
        bits(-2L, more + 1);
        bits(prefix, more);
        bits(value, scale);
    }

    /** Numbers near zero, of either sign, as small ones without. */
    static long unsigned(long signed) {
        return (signed << 1) ^ (signed >> 63);
    }

    void text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        number(utf8.length, 3);
        for (byte octet : utf8) {
            bits(octet, Byte.SIZE);
        }
    }

    /** What was written, filled up with ones: they cannot be taken for the beginning of a number. */
    byte[] toBytes() {
        bits(-1L, (Byte.SIZE - held) % Byte.SIZE);
        return Arrays.copyOf(bytes, size);
    }

    /** Stores the octets that are whole. A long goes out at one stroke: what is beyond them is written over by the next. */
    private void store() {
        if (size + Long.BYTES > bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        LONGS.set(bytes, size, pending << (Long.SIZE - held));
        size += held / Byte.SIZE;
        held %= Byte.SIZE;
    }
}
