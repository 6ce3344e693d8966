package io.motengine.jobs.decide;

import io.motengine.engine.state.CustomerState;
import io.motengine.engine.state.CustomerStateCodec;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Records as bytes, as RocksDB would have them. */
final class MapOfRecords implements CachedCustomers.Store {
    private final Map<String, byte[]> records = new HashMap<>();
    private String current;
    private int written;

    void current(String customer) {
        current = customer;
    }

    @Override
    public CustomerState read() throws IOException {
        return read(records.get(current));
    }

    @Override
    public void write(CustomerState record) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        CustomerStateCodec.write(record, out);
        records.put(record.customer(), out.getCopyOfBuffer());
        written++;
    }

    @Override
    public void remove() {
        records.remove(current);
    }

    @Override
    public Stream<String> names() {
        return records.keySet().stream();
    }

    /** How many records were written so far, one twice if written twice. */
    int written() {
        return written;
    }

    MapOfRecords copy() {
        MapOfRecords copy = new MapOfRecords();
        copy.records.putAll(records);
        return copy;
    }

    /** How many inputs have been decided for each customer, as the bytes say. */
    Map<String, Long> sequences() throws IOException {
        Map<String, Long> sequences = new TreeMap<>();
        for (Map.Entry<String, byte[]> record : records.entrySet()) {
            sequences.put(record.getKey(), read(record.getValue()).sequence());
        }
        return sequences;
    }

    private static CustomerState read(byte[] record) throws IOException {
        return record == null ? null : CustomerStateCodec.read(new DataInputStream(new ByteArrayInputStream(record)));
    }
}
