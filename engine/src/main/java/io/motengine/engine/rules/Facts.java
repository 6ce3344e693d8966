package io.motengine.engine.rules;

import io.motengine.engine.facts.Customer;
import java.util.List;

/**
 * What rules see of one event.
 *
 * @param others everything but the customer: event, features, life cycle, completed pattern, tick, holdings
 */
public record Facts(Customer customer, List<Object> others) {
    public Facts {
        others = List.copyOf(others);
    }
}
