package io.motengine.engine.features;

import io.motengine.engine.record.RecordReader;
import io.motengine.engine.record.RecordWriter;
import java.io.DataInput;
import java.io.IOException;

/**
 * A feature as records of format 1 have it: by its id, in buckets that were all cut in local time.
 *
 * @param index numbers of the buckets, in order of time
 * @param value counts or minor units of money
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record OldBuckets(long[] index, long[] value) {
    /** Reads the entries as format 1 wrote them. */
    public static OldBuckets read(DataInput in) throws IOException {
        int size = in.readInt();
        OldBuckets buckets = new OldBuckets(new long[size], new long[size]);
        for (int i = 0; i < size; i++) {
            buckets.index[i] = in.readLong();
            buckets.value[i] = in.readLong();
        }
        return buckets;
    }

    static OldBuckets read(RecordReader in) {
        int size = in.count();
        OldBuckets buckets = new OldBuckets(new long[size], new long[size]);
        for (int i = 0; i < size; i++) {
            buckets.index[i] = in.signed();
            buckets.value[i] = in.signed();
        }
        return buckets;
    }

    void write(RecordWriter out) {
        out.number(index.length);
        for (int i = 0; i < index.length; i++) {
            out.signed(index[i]);
            out.signed(value[i]);
        }
    }

    /** Fills an empty slot. Buckets shorter than a day move to the one that their beginning falls in. */
    void into(Buckets slot, Grid grid, int window) {
        for (int i = 0; i < index.length; i++) {
            slot.put(grid.indexOfLocal(index[i]), value[i]);
        }
        if (!slot.isEmpty()) {
            // Format 1 forgot all but the window that ends with the newest bucket.
            slot.lost(slot.last() - window);
        }
    }
}
