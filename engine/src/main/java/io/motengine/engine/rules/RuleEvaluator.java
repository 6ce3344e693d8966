package io.motengine.engine.rules;

import io.motengine.schemas.decision.DecisionRecord.RuleFailure;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Evaluates rules, leaving out those that throw or loop: an event is decided again without them, until none fails.
 *
 * <p>A rule is quarantined for the event it failed on, not for good: whether it fails depends on the event alone, so the
 * outcome does not depend on which other customers share the process.
 */
public final class RuleEvaluator implements AutoCloseable {
    private static final int MAX_SESSIONS = 16;

    private final RuleSet rules;
    private final Consumer<String> fired;
    private final Concluder concluder;
    private final Map<Set<String>, RuleSession> sessions = new HashMap<>();
    private RuleCounts counts;
    private boolean warming;

    /** What was concluded, and by which rules not, sorted by name. */
    public record Evaluation(Verdict verdict, List<RuleFailure> quarantined) {
        public Evaluation {
            quarantined = List.copyOf(quarantined);
        }
    }

    /** Uses a session only for what needs one. */
    public RuleEvaluator(RuleSet rules, RuleCounts counts) {
        this(rules, rule -> {}, rules.concluder(), counts);
    }

    /**
     * Uses a session for everything.
     *
     * @param fired hears the name of each rule as it fires
     */
    public RuleEvaluator(RuleSet rules, RuleCounts counts, Consumer<String> fired) {
        this(rules, fired, null, counts);
    }

    private RuleEvaluator(RuleSet rules, Consumer<String> fired, Concluder concluder, RuleCounts counts) {
        this.rules = rules;
        this.fired = fired;
        this.concluder = concluder;
        this.counts = counts;
    }

    public Evaluation evaluate(Facts facts) {
        counts.evaluated();
        Verdict verdict = concluder == null || warming ? null : concluder.conclude(facts);
        if (verdict != null) {
            return new Evaluation(verdict, List.of());
        }
        counts.enteredSession();
        try {
            return new Evaluation(evaluate(facts, Set.of()), List.of());
        } catch (RuleFault fault) {
            return new Quarantine(facts).decide(fault);
        }
    }

    /** As any other, but all that it evaluates enters a session until it is {@link #ready}. */
    public static RuleEvaluator warming(RuleSet rules, RuleCounts counts) {
        RuleEvaluator evaluator = new RuleEvaluator(rules, counts);
        evaluator.warming = true;
        return evaluator;
    }

    /**
     * What was evaluated so far was only to have a session at work before one is needed.
     *
     * @param counts where what is evaluated from now on counts
     */
    public void ready(RuleCounts counts) {
        this.warming = false;
        this.counts = counts;
    }

    private Verdict evaluate(Facts facts, Set<String> without) throws RuleFault {
        RuleSession session = session(without);
        try {
            return session.evaluate(facts);
        } catch (RuleFault fault) {
            sessions.remove(without);
            session.close();
            throw fault;
        }
    }

    private RuleSession session(Set<String> without) {
        RuleSession session = sessions.get(without);
        if (session == null) {
            if (sessions.size() >= MAX_SESSIONS) {
                close();
            }
            session = rules.session(without, fired);
            sessions.put(Set.copyOf(without), session);
        }
        return session;
    }

    @Override
    public void close() {
        sessions.values().forEach(RuleSession::close);
        sessions.clear();
    }

    /** Finds the rules that fail on one event and decides without them. */
    private final class Quarantine {
        private final Facts facts;
        private final Set<String> out = new HashSet<>();
        private final Map<String, RuleFailure> failures = new TreeMap<>();

        Quarantine(Facts facts) {
            this.facts = facts;
        }

        Evaluation decide(RuleFault first) {
            RuleFault fault = first;
            while (true) {
                leaveOut(fault);
                try {
                    return new Evaluation(evaluate(facts, out), List.copyOf(failures.values()));
                } catch (RuleFault next) {
                    fault = next;
                }
            }
        }

        private void leaveOut(RuleFault fault) {
            List<String> suspects = rules.inOrder().stream()
                    .filter(rule -> fault.rules().contains(rule) && !out.contains(rule))
                    .toList();
            if (suspects.isEmpty()) {
                suspects = rules.inOrder().stream()
                        .filter(rule -> !out.contains(rule))
                        .toList();
            }
            if (suspects.isEmpty()) {
                throw new IllegalStateException("no rule is left, yet evaluation fails: " + fault.getMessage(), fault);
            }
            if (suspects.size() == 1) {
                condemn(suspects.get(0), fault);
            } else {
                out.addAll(suspects);
                admit(suspects);
            }
        }

        /** Lets back in those of the batch with which evaluation succeeds, by halves. */
        private void admit(List<String> batch) {
            out.removeAll(batch);
            try {
                evaluate(facts, out);
            } catch (RuleFault fault) {
                if (batch.size() == 1) {
                    condemn(batch.get(0), fault);
                    return;
                }
                out.addAll(batch);
                admit(batch.subList(0, batch.size() / 2));
                admit(batch.subList(batch.size() / 2, batch.size()));
            }
        }

        private void condemn(String rule, RuleFault fault) {
            out.add(rule);
            failures.put(rule, new RuleFailure(rule, fault.kind().code(), fault.getMessage()));
        }
    }
}
