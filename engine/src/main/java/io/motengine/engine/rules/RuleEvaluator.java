package io.motengine.engine.rules;

import io.motengine.schemas.decision.DecisionRecord.RuleFailure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Evaluates rules, leaving out those that throw or loop: an event is decided again without them, until none fails.
 *
 * <p>A rule is quarantined for the event it failed on, not for good: whether it fails depends on the event alone, so the
 * outcome does not depend on which other customers share the process.
 */
public final class RuleEvaluator implements AutoCloseable {
    private static final int MAX_VARIANTS = 16;

    private final RuleSet rules;
    private final Map<Set<String>, RuleSession> sessions = new LinkedHashMap<>(16, 0.75f, true);

    /** What was concluded, and by which rules not, sorted by name. */
    public record Evaluation(Verdict verdict, List<RuleFailure> quarantined) {
        public Evaluation {
            quarantined = List.copyOf(quarantined);
        }
    }

    public RuleEvaluator(RuleSet rules) {
        this.rules = rules;
    }

    public Evaluation evaluate(Facts facts) {
        Set<String> without = Set.of();
        List<RuleFailure> failures = List.of();
        while (true) {
            try {
                return new Evaluation(session(without).evaluate(facts), failures);
            } catch (RuleFault fault) {
                close(without);
                Set<String> next = new TreeSet<>(without);
                if (!next.addAll(fault.rules())) {
                    throw new IllegalStateException("left out already, yet failed: " + fault.rules(), fault);
                }
                failures = withFault(failures, fault);
                without = Set.copyOf(next);
            }
        }
    }

    private static List<RuleFailure> withFault(List<RuleFailure> before, RuleFault fault) {
        List<RuleFailure> after = new ArrayList<>(before);
        for (String rule : fault.rules()) {
            after.add(new RuleFailure(rule, fault.kind().code(), fault.getMessage()));
        }
        after.sort(Comparator.comparing(RuleFailure::rule));
        return after;
    }

    private RuleSession session(Set<String> without) {
        RuleSession session = sessions.get(without);
        if (session == null) {
            if (sessions.size() >= MAX_VARIANTS) {
                close(sessions.keySet().iterator().next());
            }
            session = rules.session(without);
            sessions.put(without, session);
        }
        return session;
    }

    private void close(Set<String> without) {
        RuleSession session = sessions.remove(without);
        if (session != null) {
            session.close();
        }
    }

    @Override
    public void close() {
        sessions.values().forEach(RuleSession::close);
        sessions.clear();
    }
}
