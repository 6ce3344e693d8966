package io.motengine.bench.sections;

import io.motengine.bench.life.Customers;
import io.motengine.bench.stream.StreamSpec;
import io.motengine.engine.release.Release;
import io.motengine.engine.state.CustomerState;
import io.motengine.engine.state.CustomerStateCodec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Records in memory of customers who have lived for some days when the stream begins. */
final class Lived {
    private static final int LIVES = 100;

    private Lived() {}

    /** By the names of the stream. */
    static Map<String, CustomerState> states(Release release, int number) {
        List<byte[]> lived = new ArrayList<>();
        try (Customers customers = new Customers(release)) {
            for (int life = 0; life < LIVES; life++) {
                lived.add(CustomerStateCodec.bytes(customers.lived(life, StreamSpec.LIVED_DAYS, StreamSpec.BEGINS)));
            }
        }
        Map<String, CustomerState> states = new HashMap<>();
        for (int customer = 0; customer < number; customer++) {
            // Under the name of another: what an event costs does not depend on it.
            states.put(StreamSpec.customer(customer), CustomerStateCodec.state(lived.get(customer % LIVES)));
        }
        return states;
    }
}
