package io.motengine.jobs.decide;

import io.motengine.engine.state.CustomerState;
import io.motengine.jobs.stream.ConcreteTypeInfo;
import java.io.IOException;
import java.util.stream.Stream;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;

/**
 * One record for each customer, in Flink's state.
 *
 * <p>No TTL: it has no callback, and what a customer leaves behind ends by the engine's own dues.
 */
public final class StoredCustomers implements CustomerStates, CachedCustomers.Store {
    /** Name of the state: part of its format, never changed. */
    static final String NAME = "customer";

    private static final String ROCKSDB = "rocksdb";

    private static final ValueStateDescriptor<CustomerState> DESCRIPTOR = new ValueStateDescriptor<>(
            NAME, new ConcreteTypeInfo<>(CustomerState.class, CustomerStateSerializer.INSTANCE));

    private final ValueState<CustomerState> state;
    private final KeyedStateBackend<String> backend;

    /** In the keyed state of an operator: the decision operator's, or of one that makes records for it under its uid. */
    public StoredCustomers(RuntimeContext runtime, KeyedStateBackend<String> backend) {
        this.state = runtime.getState(DESCRIPTOR);
        this.backend = backend;
    }

    /** Whether a record is bytes there. The heap's table holds the object itself, and may be writing it into a checkpoint. */
    boolean ofBytes() {
        return backend.getBackendTypeIdentifier().equals(ROCKSDB);
    }

    @Override
    public CustomerState read() throws IOException {
        return state.value();
    }

    @Override
    public void write(CustomerState record) throws IOException {
        String current = backend.getCurrentKey();
        if (record.customer().equals(current)) {
            state.update(record);
            return;
        }
        backend.setCurrentKey(record.customer());
        state.update(record);
        if (current != null) {
            backend.setCurrentKey(current);
        }
    }

    @Override
    public void remove() {
        state.clear();
    }

    @Override
    public CustomerState of(String customer) throws IOException {
        CustomerState known = read();
        return known == null ? new CustomerState(customer) : known;
    }

    @Override
    public void back(CustomerState record, boolean changed) throws IOException {
        if (record.isGone()) {
            remove();
        } else if (changed) {
            state.update(record);
        }
    }

    @Override
    public void writeAll() {
        // All is written.
    }

    /** All customers as of now: RocksDB keeps that view; of the heap's table, which does not, a copy is made. */
    @Override
    public Stream<String> names() {
        Stream<String> keys = backend.getKeys(NAME, VoidNamespace.INSTANCE);
        return ofBytes() ? keys : keys.toList().stream();
    }
}
