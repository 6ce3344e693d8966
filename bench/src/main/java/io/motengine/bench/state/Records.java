package io.motengine.bench.state;

import io.motengine.engine.state.CustomerState;
import io.motengine.engine.state.CustomerStateCodec;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.types.StringValue;

/** The records that a benchmark looks at: as they stand in RocksDB, and how large their parts are. */
final class Records {
    private static final int KEY_GROUPS = 128;
    private static final int BUFFER = 1 << 16;
    private final int looks;
    private final List<Map.Entry<byte[], byte[]>> entries = new ArrayList<>();
    private final Map<String, Long> parts = new LinkedHashMap<>();
    private final Map<String, ByteArrayOutputStream> ofAll = new LinkedHashMap<>();
    private long bytes;
    private long contacts;
    private int largest;
    private int records;

    /** @param looks at each customer, one of which goes on disk: a dictionary must not find a customer twice */
    Records(int looks) {
        this.looks = looks;
    }

    /** Takes a record in. */
    synchronized void add(CustomerState state, int look) throws IOException {
        byte[] record = CustomerStateCodec.bytes(state);
        bytes += record.length;
        contacts += state.contacts().size();
        largest = Math.max(largest, record.length);
        CustomerStateCodec.sizes(state).forEach((part, size) -> parts.merge(part, (long) size, Long::sum));
        records++;
        if (look == Math.floorMod(state.customer().hashCode(), looks)) {
            entries.add(Map.entry(key(state.customer()), value(state)));
            int[] at = {0};
            CustomerStateCodec.sizes(state).forEach((part, size) -> {
                ofAll.computeIfAbsent(part, absent -> new ByteArrayOutputStream())
                        .write(record, at[0], size);
                at[0] += size;
            });
        }
    }

    /** Key group, key and the empty namespace, as Flink composes them. */
    private static byte[] key(String customer) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(32);
        StringValue.writeString(customer, out);
        int group = KeyGroupRangeAssignment.assignToKeyGroup(customer, KEY_GROUPS);
        return ByteBuffer.allocate(out.length() + 2)
                .put((byte) group)
                .put(out.getCopyOfBuffer())
                .put((byte) 0)
                .array();
    }

    private static byte[] value(CustomerState state) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CustomerStateCodec.write(state, new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    int size() {
        return records;
    }

    int largest() {
        return largest;
    }

    double meanBytes() {
        return (double) bytes / size();
    }

    double meanContacts() {
        return (double) contacts / size();
    }

    /** Mean bytes of each part of the record. */
    Map<String, Double> meanParts() {
        Map<String, Double> means = new LinkedHashMap<>();
        parts.forEach((part, sum) -> means.put(part, (double) sum / size()));
        return means;
    }

    /**
     * Mean bytes of each part when the same part of all customers is packed together, one record of each: near what it tells that is
     * not told by the others.
     */
    Map<String, Double> packedParts() {
        Map<String, Double> packed = new LinkedHashMap<>();
        ofAll.forEach((part, of) -> packed.put(part, (double) packed(of.toByteArray()) / customers()));
        return packed;
    }

    private static long packed(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            byte[] out = new byte[BUFFER];
            while (!deflater.finished()) {
                deflater.deflate(out);
            }
            return deflater.getBytesWritten();
        } finally {
            deflater.end();
        }
    }

    /** Customers on disk. */
    int customers() {
        return entries.size();
    }

    DiskSize.Measured onDisk(DiskSize disk) throws IOException {
        return disk.of(entries);
    }
}
