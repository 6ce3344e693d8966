package io.motengine.engine.record;

import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes the compact binary form of a customer's record, or of a part of it.
 *
 * <p>Small numbers take one byte, and a word that came before takes as many bytes as its number: a record repeats the same few
 * channels, strategies and families.
 */
public final class RecordWriter {
    private static final int ROOM = 2048;
    private byte[] bytes = new byte[ROOM];
    private int size;
    private final Map<String, Integer> words = new HashMap<>();

    /** A number that is usually small and never negative; seven bits a byte, lowest first. Any long can be written. */
    public void number(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            octet((int) (rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        octet((int) rest);
    }

    /** How many bytes {@link #number} takes for it. */
    public static int octets(long value) {
        return value == 0 ? 1 : (Long.SIZE - Long.numberOfLeadingZeros(value) + 6) / 7;
    }

    /** A number that may be negative and is usually near zero. */
    public void signed(long value) {
        number((value << 1) ^ (value >> 63));
    }

    /** Eight bits. */
    public void octet(int value) {
        room(1);
        bytes[size++] = (byte) value;
    }

    public void flag(boolean value) {
        octet(value ? 1 : 0);
    }

    /** Four bytes, for what is as good as random: hashes. */
    public void hash32(int value) {
        fixed(value, Integer.BYTES);
    }

    /** The lowest six bytes. */
    public void hash48(long value) {
        fixed(value, 6);
    }

    /** Eight bytes. */
    public void hash64(long value) {
        fixed(value, Long.BYTES);
    }

    /** Any text; null is kept apart from empty. */
    public void text(String value) {
        if (value == null) {
            number(0);
            return;
        }
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        number(utf8.length + 1L);
        bytes(utf8, 0, utf8.length);
    }

    /** A text likely to come again in this record: the second time it takes a byte. Null is kept apart from empty. */
    public void word(String value) {
        if (value == null) {
            number(0);
            return;
        }
        Integer known = words.putIfAbsent(value, words.size());
        if (known != null) {
            number(known + 2L);
            return;
        }
        number(1);
        text(value);
    }

    public void bytes(byte[] from, int offset, int length) {
        room(length);
        System.arraycopy(from, offset, bytes, size, length);
        size += length;
    }

    /** Bytes with their number in front. */
    public void block(byte[] block) {
        number(block.length);
        bytes(block, 0, block.length);
    }

    public int size() {
        return size;
    }

    /** Without the copy that {@link #toBytes} makes. */
    public void writeTo(DataOutput out) throws IOException {
        out.write(bytes, 0, size);
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    private void fixed(long value, int octets) {
        for (int i = 0; i < octets; i++) {
            octet((int) (value >>> (8 * i)));
        }
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
