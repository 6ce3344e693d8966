package io.motengine.cli.rules.simulate;

import io.motengine.engine.offline.Decided;
import io.motengine.schemas.action.ActionIssued;
import io.motengine.schemas.decision.DecisionRecord;
import io.motengine.schemas.decision.DecisionRecord.CandidateFate;
import io.motengine.schemas.decision.DecisionRecord.MomentRaised;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What came to each customer at each moment: enough to tell why another release did otherwise. */
final class Kept {
    private final Map<String, Map<String, AtMoment>> customers = new HashMap<>();

    /** All that came of one instance of a moment. */
    static final class AtMoment {
        private final Set<String> moments = new HashSet<>(2);
        private final List<CandidateFate> fates = new ArrayList<>(2);
        private final List<ActionIssued> actions = new ArrayList<>(1);
        private final Set<String> denied = new HashSet<>(0);

        List<ActionIssued> actions() {
            return actions;
        }

        Set<String> moments() {
            return moments;
        }

        /** What became of a strategy last; null if it was no candidate. */
        CandidateFate fate(String strategy) {
            CandidateFate last = null;
            for (CandidateFate fate : fates) {
                last = fate.strategy().equals(strategy) ? fate : last;
            }
            return last;
        }

        boolean isDenied(String strategy) {
            return denied.contains(strategy);
        }

        /** The first action that left; null if none did. */
        ActionIssued first() {
            return actions.isEmpty() ? null : actions.get(0);
        }

        Instant time() {
            return actions.isEmpty() ? null : actions.get(0).time();
        }
    }

    void decided(Decided decided) {
        for (DecisionRecord decision : decided.outcome().decisions()) {
            for (MomentRaised moment : decision.moments()) {
                at(decision.customer(), moment.instance()).moments.add(moment.moment());
            }
            for (CandidateFate fate : decision.candidates()) {
                at(decision.customer(), fate.instance()).fates.add(fate);
            }
        }
        decided.outcome().issued().forEach(this::issued);
    }

    void issued(ActionIssued action) {
        at(action.customer(), action.momentInstance()).actions.add(action);
    }

    void denied(ActionIssued action) {
        at(action.customer(), action.momentInstance()).denied.add(action.strategy());
    }

    private AtMoment at(String customer, String instance) {
        return customers
                .computeIfAbsent(customer, none -> new HashMap<>(4))
                .computeIfAbsent(instance, none -> new AtMoment());
    }

    void add(Kept other) {
        customers.putAll(other.customers);
    }

    /** By customer, then by instance. */
    Map<String, Map<String, AtMoment>> customers() {
        return customers;
    }
}
