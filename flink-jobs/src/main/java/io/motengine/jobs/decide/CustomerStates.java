package io.motengine.jobs.decide;

import io.motengine.engine.state.CustomerState;
import io.motengine.jobs.stream.ConcreteTypeInfo;
import java.io.IOException;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;

/**
 * One record for each customer: read once and written at most once for each input.
 *
 * <p>No TTL: it has no callback, and what a customer leaves behind ends by the engine's own dues.
 */
final class CustomerStates {
    /** Name of the state: part of its format, never changed. */
    static final String NAME = "customer";

    private static final ValueStateDescriptor<CustomerState> DESCRIPTOR = new ValueStateDescriptor<>(
            NAME, new ConcreteTypeInfo<>(CustomerState.class, CustomerStateSerializer.INSTANCE));

    private final ValueState<CustomerState> state;

    CustomerStates(RuntimeContext runtime) {
        state = runtime.getState(DESCRIPTOR);
    }

    /** The current customer's record; a new one for a customer never seen. */
    CustomerState of(String customer) throws IOException {
        CustomerState known = state.value();
        return known == null ? new CustomerState(customer) : known;
    }

    void write(CustomerState changed) throws IOException {
        if (changed.isGone()) {
            state.clear();
            return;
        }
        state.update(changed);
    }
}
