package io.motengine.jobs.allocate;

import io.motengine.engine.allocate.ResourceState;
import io.motengine.engine.allocate.Resources;
import io.motengine.engine.allocate.Shelf;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.util.FlinkRuntimeException;

/**
 * What is given of each resource, in state keyed by resource: some bytes of figures, and an entry for each claim that holds it.
 *
 * <p>No TTL: a coupon is counted for as long as the bank says, and what counts for a day is forgotten by a timer.
 */
final class KeyedShelf implements Shelf {
    private static final ValueStateDescriptor<byte[]> FIGURES =
            new ValueStateDescriptor<>("figures", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);
    private static final MapStateDescriptor<String, Long> CLAIMS =
            new MapStateDescriptor<>("claims", Types.STRING, Types.LONG);

    private final Consumer<String> key;
    private final LongConsumer forgetAt;
    private final ValueState<byte[]> figures;
    private final MapState<String, Long> claims;

    /**
     * State of one operator.
     *
     * @param key makes a resource the current key
     * @param forgetAt sets a timer for the current key (event time)
     */
    KeyedShelf(RuntimeContext runtime, Consumer<String> key, LongConsumer forgetAt) {
        this.key = key;
        this.forgetAt = forgetAt;
        this.figures = runtime.getState(FIGURES);
        this.claims = runtime.getMapState(CLAIMS);
    }

    /** A call of state, which may fail. */
    private interface Call<T> {
        T run() throws Exception;
    }

    @Override
    public ResourceState state(String resource) {
        byte[] bytes = at(resource, figures::value);
        return bytes == null ? ResourceState.NEW : ResourceState.of(bytes);
    }

    @Override
    public void keep(String resource, ResourceState state) {
        at(resource, () -> {
            if (figures.value() == null && Resources.forgottenAt(resource) != Resources.NEVER) {
                forgetAt.accept(Resources.forgottenAt(resource));
            }
            figures.update(state.bytes());
            return null;
        });
    }

    @Override
    public Long cost(String resource, String claim) {
        return at(resource, () -> claims.get(claim));
    }

    @Override
    public void hold(String resource, String claim, long cost) {
        at(resource, () -> {
            claims.put(claim, cost);
            return null;
        });
    }

    @Override
    public void release(String resource, String claim) {
        at(resource, () -> {
            claims.remove(claim);
            return null;
        });
    }

    /** Nothing is known of the current key any more. */
    void forget() {
        figures.clear();
        claims.clear();
    }

    private <T> T at(String resource, Call<T> call) {
        key.accept(resource);
        try {
            return call.run();
        } catch (Exception e) {
            throw new FlinkRuntimeException("cannot read or write what is given of " + resource, e);
        }
    }
}
