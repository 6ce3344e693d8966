package io.motengine.engine.rules;

import io.motengine.engine.facts.Customer;
import io.motengine.engine.facts.Moment;
import java.util.List;

/**
 * What the rules concluded of one event.
 *
 * @param customer with tier, stage and segments as concluded
 */
public record Verdict(
        Customer customer,
        List<Moment> moments,
        List<Conclusions.Proposal> proposals,
        List<Conclusions.Telling> tellings) {
    public Verdict {
        moments = List.copyOf(moments);
        proposals = List.copyOf(proposals);
        tellings = List.copyOf(tellings);
    }
}
