package io.motengine.engine.record;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads what {@link RecordWriter} wrote, in the same order.
 *
 * <p>A record that ends too early throws {@link IllegalStateException}: it can only be a bug or a broken disk.
 */
public final class RecordReader {
    private final byte[] bytes;
    private final int end;
    private int at;
    private final List<String> words = new ArrayList<>();

    public RecordReader(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    public RecordReader(byte[] bytes, int offset, int length) {
        this.bytes = bytes;
        this.at = offset;
        this.end = offset + length;
    }

    public long number() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int octet = octet();
            value |= (long) (octet & 0x7f) << shift;
            if ((octet & 0x80) == 0) {
                return value;
            }
        }
        throw new IllegalStateException("record: a number longer than ten bytes before position " + at);
    }

    /** A number that counts entries in this record, so that it must be small. */
    public int count() {
        long value = number();
        if (value < 0 || value > end) {
            throw new IllegalStateException("record: " + value + " entries before position " + at + " of " + end);
        }
        return (int) value;
    }

    public long signed() {
        long value = number();
        return (value >>> 1) ^ -(value & 1);
    }

    public int octet() {
        if (at >= end) {
            throw new IllegalStateException("record: ends at " + end + " (expected: more)");
        }
        return bytes[at++] & 0xff;
    }

    public boolean flag() {
        return octet() != 0;
    }

    public int hash32() {
        return (int) fixed(Integer.BYTES);
    }

    public long hash48() {
        return fixed(6);
    }

    public long hash64() {
        return fixed(Long.BYTES);
    }

    public String text() {
        int length = count() - 1;
        if (length < 0) {
            return null;
        }
        skip(length);
        return new String(bytes, at - length, length, StandardCharsets.UTF_8);
    }

    public String word() {
        int number = count();
        if (number == 0) {
            return null;
        }
        if (number > 1) {
            return words.get(number - 2);
        }
        String word = text();
        words.add(word);
        return word;
    }

    /** A copy of the bytes of a block. */
    public byte[] block() {
        int length = count();
        skip(length);
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    public void skip(int octets) {
        if (octets > end - at) {
            throw new IllegalStateException(
                    "record: ends at " + end + " (expected: " + octets + " more from " + at + ")");
        }
        at += octets;
    }

    /** The whole array, beyond this reader's end too; not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** Where the next byte is read, from the beginning of the array. */
    public int position() {
        return at;
    }

    public boolean atEnd() {
        return at == end;
    }

    private long fixed(int octets) {
        long value = 0;
        for (int i = 0; i < octets; i++) {
            value |= (long) octet() << (8 * i);
        }
        return value;
    }
}
