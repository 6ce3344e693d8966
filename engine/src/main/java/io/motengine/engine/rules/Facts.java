package io.motengine.engine.rules;

import io.motengine.engine.facts.Customer;
import io.motengine.engine.facts.StageChanged;
import java.util.List;
import java.util.Set;

/**
 * What rules see of one event.
 *
 * @param others everything but the customer: event, features, scores, life cycle, completed pattern, tick, holdings
 * @param stages what becomes of the stages that rules conclude
 */
public record Facts(Customer customer, List<Object> others, Stages stages) {
    public Facts {
        others = List.copyOf(others);
    }

    /** Where a customer may go from the stage that the customer is in. */
    public interface Stages {
        /** The stage after rules have concluded some; the present one if none of them may be entered. */
        String next(String kind, Set<String> concluded);

        /** Whether entering a stage is a moment: it is where the release declares a life cycle for this kind of customer. */
        boolean announces(String kind);

        /** The fact that says so, for a stage other than the present one. */
        StageChanged change(String to);
    }
}
