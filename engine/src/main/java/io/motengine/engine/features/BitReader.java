package io.motengine.engine.features;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Reads what {@link BitWriter} wrote, in the same order.
 *
 * <p>What ends too early throws {@link IllegalStateException}: it can only be a bug or a broken disk.
 */
final class BitReader {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    /** So many bits at least are seen at one look, wherever it falls in a byte. */
    private static final int LOOK = Long.SIZE - Byte.SIZE + 1;

    private final byte[] bytes;
    private final long end;
    private long at;

    BitReader(byte[] bytes, int offset, int length) {
        this.bytes = bytes;
        this.at = (long) offset * Byte.SIZE;
        this.end = at + (long) length * Byte.SIZE;
    }

    /** Whether no number begins here: nothing is left, or what fills the last byte. */
    boolean atEnd() {
        long left = end - at;
        return left == 0 || (left < Byte.SIZE && Long.numberOfLeadingZeros(~look()) >= left);
    }

    /** How many bits there are still, those that fill the last byte included. */
    int left() {
        return (int) (end - at);
    }

    long bits(int count) {
        if (count > LOOK) {
            long upper = bits(count - Integer.SIZE);
            return (upper << Integer.SIZE) | bits(Integer.SIZE);
        }
        if (count == 0) {
            return 0;
        }
        long value = look() >>> (Long.SIZE - count);
        skip(count);
        return value;
    }

    boolean flag() {
        return bits(1) != 0;
    }

    /** A number of {@link BitWriter#number} with the same scale. */
    long number(int scale) {
        long next = look();
        int ones = Long.numberOfLeadingZeros(~next);
        int length = 2 * ones + 1 + scale;
        if (length > LOOK) {
            return longNumber(scale);
        }
        skip(length);
        long rest = (next << (ones + 1)) >>> 1 >>> (Long.SIZE - 1 - ones - scale);
        return (((1L << ones) - 1) << scale) + rest;
    }

    /** One that may be longer than a look. */
    private long longNumber(int scale) {
        int more = 0;
        int ones;
        while ((ones = Math.min(LOOK, Long.numberOfLeadingZeros(~look()))) == LOOK) {
            more += ones;
            skip(ones);
        }
        more += ones;
        if (more >= Long.SIZE) {
            throw new IllegalStateException("features: a number of more than 64 bits");
        }
        skip(ones + 1);
        long prefix = (1L << more) | bits(more);
        return ((prefix - 1) << scale) | bits(scale);
    }

    static long signed(long unsigned) {
        return (unsigned >>> 1) ^ -(unsigned & 1);
    }

    String text() {
        int length = (int) Math.min(number(3), end - at);
        byte[] utf8 = new byte[length];
        for (int i = 0; i < length; i++) {
            utf8[i] = (byte) bits(Byte.SIZE);
        }
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private void skip(int count) {
        at += count;
        if (at > end) {
            throw new IllegalStateException("features: ends too early");
        }
    }

    /** The next bits, highest first. */
    private long look() {
        int octet = (int) (at >>> 3);
        int into = (int) (at & 7);
        if (octet + Long.BYTES <= bytes.length) {
            return (long) LONGS.get(bytes, octet) << into;
        }
        long seen = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            seen = (seen << Byte.SIZE) | (octet + i < bytes.length ? bytes[octet + i] & 0xff : 0);
        }
        return seen << into;
    }
}
