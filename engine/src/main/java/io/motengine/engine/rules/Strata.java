package io.motengine.engine.rules;

import io.motengine.engine.facts.Customer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The way of one event through the strata, whoever fires their rules. */
final class Strata {
    /** Before the stage's name, the moment that a customer enters it. */
    private static final String ENTERED = "entered-";

    private final List<String> tiers;

    /** @param tiers by precedence */
    Strata(List<String> tiers) {
        this.tiers = List.copyOf(tiers);
    }

    /** @param conclusions empty, and filled by the rules that {@code memory} fires */
    <E extends Exception> Verdict pass(Facts facts, WorkingMemory<E> memory, Conclusions conclusions) throws E {
        Customer customer = facts.customer();
        memory.insert(customer);
        for (Object fact : facts.others()) {
            memory.insert(fact);
        }
        memory.fire(Stratum.SEGMENT);
        customer = settle(customer, customer.stage(), memory, conclusions);
        int names = names(conclusions);
        memory.fire(Stratum.STAGE);
        String before = customer.stage();
        String stage = facts.stages().next(customer.kind(), conclusions.stages());
        if (names(conclusions) > names || !stage.equals(before)) {
            customer = settle(customer, stage, memory, conclusions);
        }
        if (!stage.equals(before)) {
            memory.insert(facts.stages().change(stage));
            if (facts.stages().announces(customer.kind())) {
                conclusions.moment(ENTERED + stage);
            }
        }
        memory.fire(Stratum.MOMENT, Stratum.CANDIDATE);
        return new Verdict(customer, conclusions.moments(), conclusions.proposals(), conclusions.tellings());
    }

    /** What earlier strata concluded becomes visible on the customer; a tier nobody concludes stays. */
    private Customer settle(Customer before, String stage, WorkingMemory<?> memory, Conclusions conclusions) {
        String tier = first(conclusions.tiers(), before.tier());
        Set<String> segments = conclusions.segments();
        if (tier.equals(before.tier()) && stage.equals(before.stage()) && segments.equals(before.segments())) {
            return before;
        }
        Customer after = before.with(tier, stage, new TreeSet<>(segments));
        memory.replace(before, after);
        return after;
    }

    /** How many tiers and segments are concluded: nothing is ever taken back. */
    private static int names(Conclusions conclusions) {
        return conclusions.tiers().size() + conclusions.segments().size();
    }

    private String first(Set<String> concluded, String otherwise) {
        if (concluded.isEmpty()) {
            return otherwise;
        }
        return tiers.stream().filter(concluded::contains).findFirst().orElse(otherwise);
    }
}
