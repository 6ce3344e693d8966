package io.motengine.engine.features;

import io.motengine.engine.record.Hashes;
import io.motengine.engine.record.RecordReader;
import io.motengine.engine.record.RecordWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Which slots a record has: their keys in order, each as its distance from the one before. Only a record that meets another
 * release is asked for them; all others need know no more than how many there are.
 *
 * <p>A key is a hash of 24 bits. Within a release, two series of one key are refused; that a series which a release adds has the
 * key of one that it drops happens once in sixteen million such pairs.
 */
final class Directory {
    private static final int KEY_BITS = 24;
    private final byte[] bytes;

    /** @param keys in order */
    Directory(int[] keys) {
        RecordWriter out = new RecordWriter();
        out.number(keys.length);
        BitWriter distances = new BitWriter();
        int previous = 0;
        for (int key : keys) {
            distances.number(key - previous, scale(keys.length));
            previous = key;
        }
        out.block(distances.toBytes());
        bytes = out.toBytes();
    }

    static int key(String identity) {
        return Hashes.of32(identity) >>> (Integer.SIZE - KEY_BITS);
    }

    void write(RecordWriter out) {
        out.bytes(bytes, 0, bytes.length);
    }

    /** Skips what {@link #write} wrote; how many slots there are. */
    static int skip(RecordReader in) {
        int size = in.count();
        in.skip(in.count());
        return size;
    }

    /** The keys, in order. */
    static List<Integer> read(byte[] bytes, int offset, int length) {
        RecordReader in = new RecordReader(bytes, offset, length);
        int size = in.count();
        int octets = in.count();
        BitReader distances = new BitReader(bytes, in.position(), octets);
        List<Integer> keys = new ArrayList<>();
        int key = 0;
        for (int i = 0; i < size; i++) {
            key += (int) distances.number(scale(size));
            keys.add(key);
        }
        return keys;
    }

    private static int scale(int size) {
        return KEY_BITS - (Integer.SIZE - Integer.numberOfLeadingZeros(size));
    }
}
