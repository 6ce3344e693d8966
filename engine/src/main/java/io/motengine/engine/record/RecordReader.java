package io.motengine.engine.record;

import java.util.Arrays;

/**
 * Reads what {@link RecordWriter} wrote, in the same order.
 *
 * <p>A record that ends too early throws {@link IllegalStateException}: it can only be a bug or a broken disk.
 */
public final class RecordReader {
    private static final byte[] NOTHING = {};
    private static final String[] NONE = {};
    private static final int ROOM = 64;
    private byte[] bytes;
    private int end;
    private int at;
    private final Texts texts;
    private String[] words = NONE;
    private int wordCount;
    /** Null until a time is met: most parts of a record that are written by themselves have none. */
    private TimeForm times;

    public RecordReader(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    public RecordReader(byte[] bytes, int offset, int length) {
        this(bytes, offset, length, null);
    }

    private RecordReader(byte[] bytes, int offset, int length, Texts texts) {
        over(bytes, offset, length);
        this.texts = texts;
    }

    /** For many records, one after another: {@link #begin} with each. */
    public static RecordReader ofMany() {
        return new RecordReader(NOTHING, 0, 0, new Texts());
    }

    /** Reads another record from now on. What was learnt of words that come again in other records stays. */
    public void begin(byte[] record, int offset, int length) {
        over(record, offset, length);
        wordCount = 0;
        times().begin(0);
    }

    private void over(byte[] record, int offset, int length) {
        bytes = record;
        at = offset;
        end = offset + length;
    }

    public long number() {
        if (at < end && bytes[at] >= 0) {
            return bytes[at++];
        }
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
        long head = number();
        return head == 0 ? null : TextForm.read(head, this);
    }

    public String word() {
        int from = at;
        long written = number();
        if (written == 0) {
            return null;
        }
        if ((written & 1) == 0) {
            return known((written >>> 1) - 1);
        }
        String word = texts == null ? TextForm.read(written >>> 1, this) : common(from, written >>> 1);
        if (wordCount == words.length) {
            words = Arrays.copyOf(words, Math.max(ROOM, wordCount * 2));
        }
        words[wordCount++] = word;
        return word;
    }

    /** A word that other records may have too; its head, which began at {@code from}, has been read. */
    private String common(int from, long head) {
        long ends = TextForm.end(head, this);
        if (!TextForm.isCommon(head) || ends > end || ends - from > Texts.LONGEST) {
            return TextForm.read(head, this);
        }
        int to = (int) ends;
        String known = texts.text(bytes, from, to);
        if (known != null) {
            at = to;
            return known;
        }
        String read = TextForm.read(head, this);
        texts.keepText(read, bytes, from, to);
        return read;
    }

    private String known(long number) {
        if (number >= wordCount) {
            throw new IllegalStateException("record: word " + number + " of " + wordCount + " before " + at);
        }
        return words[(int) number];
    }

    /** What {@link RecordWriter#anchor} wrote; times are read against it. */
    public long anchor() {
        long epochMillis = signed();
        times().begin(epochMillis);
        return epochMillis;
    }

    public long time() {
        return times().read(this);
    }

    public long amount() {
        long written = number();
        if (written == 0) {
            return hash64();
        }
        long zigzag = (written - 1) >>> 2;
        long value = (zigzag >>> 1) ^ -(zigzag & 1);
        for (long pairs = (written - 1) & 3; pairs > 0; pairs--) {
            value *= 100;
        }
        return value;
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

    private TimeForm times() {
        if (times == null) {
            times = new TimeForm();
        }
        return times;
    }

    private long fixed(int octets) {
        int from = at;
        skip(octets);
        long value = 0;
        for (int i = octets - 1; i >= 0; i--) {
            value = value << 8 | (bytes[from + i] & 0xff);
        }
        return value;
    }
}
