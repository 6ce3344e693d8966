package io.motengine.engine.record;

import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Writes the compact binary form of a customer's record, or of a part of it.
 *
 * <p>Small numbers take one byte, and a word that came before takes as many bytes as its number: a record repeats the same few
 * channels, strategies and families.
 */
public final class RecordWriter {
    private static final int ROOM = 128;
    private static final int LONGEST_NUMBER = 10;
    private static final int MOST_PAIRS = 3;
    private static final long LARGE = 1L << 59;
    private byte[] bytes;
    private int size;
    private final Texts texts;
    // Null until one is met: most parts of a record that are written by themselves have neither words nor times.
    private WordNumbers words;
    private TimeForm times;
    private byte[] pieces = {};

    /** For a part of a record. */
    public RecordWriter() {
        this(ROOM, null);
    }

    private RecordWriter(int room, Texts texts) {
        bytes = new byte[room];
        this.texts = texts;
    }

    /** @param room for so many bytes: growing means copying what was written */
    public RecordWriter(int room) {
        this(room, null);
    }

    /** For many records, one after another, each after a {@link #clear}. */
    public static RecordWriter ofMany(int room) {
        return new RecordWriter(room, new Texts());
    }

    /** Begins anew. What was learnt of words that come again in other records stays. */
    public void clear() {
        size = 0;
        times().begin(0);
        if (words != null) {
            words.clear();
        }
    }

    /** A number that is usually small and never negative; seven bits a byte, lowest first. Any long can be written. */
    public void number(long value) {
        room(LONGEST_NUMBER);
        if ((value & ~0x7fL) == 0) {
            bytes[size++] = (byte) value;
            return;
        }
        long rest = value;
        int at = size;
        while ((rest & ~0x7fL) != 0) {
            bytes[at++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[at++] = (byte) rest;
        size = at;
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
        TextForm.write(value, 1, 0, this);
    }

    /** A text likely to come again in this record: the second time it takes a byte. Null is kept apart from empty. */
    public void word(String value) {
        if (value == null) {
            number(0);
            return;
        }
        if (words == null) {
            words = new WordNumbers();
        }
        int known = words.of(value);
        if (known != WordNumbers.NEW) {
            number((known + 1L) * 2);
            return;
        }
        byte[] form = texts == null ? null : texts.form(value);
        if (form != null) {
            bytes(form, 0, form.length);
            return;
        }
        int from = size;
        boolean common = TextForm.write(value, 2, 1, this);
        if (texts != null && common && size - from <= Texts.LONGEST) {
            texts.keepForm(value, Arrays.copyOfRange(bytes, from, size));
        }
    }

    /** A time near which the others of this record lie. Until one is given it is 0. */
    public void anchor(long epochMillis) {
        signed(epochMillis);
        times().begin(epochMillis);
    }

    /** Any time; one that came before takes a byte or two, {@code Long.MIN_VALUE} and {@code Long.MAX_VALUE} are among those. */
    public void time(long epochMillis) {
        times().write(epochMillis, this);
    }

    /** An amount: zeros at its end cost little. Any long can be written. */
    public void amount(long value) {
        int pairs = 0;
        long shorter = value;
        while (pairs < MOST_PAIRS && shorter != 0 && shorter % 100 == 0) {
            shorter /= 100;
            pairs++;
        }
        if (shorter >= LARGE || shorter <= -LARGE) {
            number(0);
            hash64(value);
        } else {
            number((((shorter << 1) ^ (shorter >> 63)) << 2 | pairs) + 1);
        }
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

    /** What was written from a position on, without the copy that {@link #toBytes} makes. */
    public void writeTo(DataOutput out, int from) throws IOException {
        out.write(bytes, from, size - from);
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    private TimeForm times() {
        if (times == null) {
            times = new TimeForm();
        }
        return times;
    }

    private void fixed(long value, int octets) {
        room(octets);
        long rest = value;
        for (int left = octets; left > 0; left--) {
            bytes[size++] = (byte) rest;
            rest >>>= 8;
        }
    }

    /** Room to put the pieces of a text together in. */
    byte[] pieces(int room) {
        if (pieces.length < room) {
            pieces = new byte[Math.max(room, ROOM)];
        }
        return pieces;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
