package io.motengine.engine.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.modelcompiler.constraints.ConstraintEvaluationException;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.ConsequenceException;
import org.kie.api.runtime.rule.FactHandle;
import org.kie.api.runtime.rule.Match;

/** One rule session, used for one event after another and proven clean in between. Not thread-safe. */
final class RuleSession implements WorkingMemory<RuleFault>, AutoCloseable {
    private static final Pattern CONSTRAINT =
            Pattern.compile("Error evaluating constraint '(.*)' in \\[", Pattern.DOTALL);

    private final KieSession session;
    private final List<FactHandle> handles = new ArrayList<>();
    private final Conclusions conclusions;
    private final Strata strata;
    private final ConstraintIndex constraints;
    private final int maxFirings;
    private final Consumer<String> fired;
    private final boolean hasRules;
    private final Map<String, Integer> firings = new TreeMap<>();

    RuleSession(
            KieBase base,
            List<String> tiers,
            List<String> stages,
            ConstraintIndex constraints,
            int maxFirings,
            Consumer<String> fired) {
        this.fired = fired;
        this.session = base.newKieSession();
        this.strata = new Strata(tiers);
        this.constraints = constraints;
        this.maxFirings = maxFirings;
        this.conclusions = new Conclusions(this::insert, new HashSet<>(tiers), new HashSet<>(stages));
        this.hasRules =
                base.getKiePackages().stream().anyMatch(p -> !p.getRules().isEmpty());
        if (base.getKiePackages().stream().anyMatch(p -> !p.getGlobalVariables().isEmpty())) {
            session.setGlobal("conclude", conclusions);
        }
    }

    /**
     * Fires all strata over the facts.
     *
     * @throws RuleFault if a rule threw or looped; the session is then unusable and must be closed
     */
    Verdict evaluate(Facts facts) throws RuleFault {
        Verdict verdict;
        try {
            verdict = strata.pass(facts, this, conclusions);
        } catch (ConsequenceException e) {
            throw new RuleFault(Set.of(e.getMatch().getRule().getName()), RuleFault.Kind.THREW_IN_THEN, rootMessage(e));
        } catch (ConstraintEvaluationException e) {
            throw new RuleFault(suspects(e), RuleFault.Kind.THREW_IN_WHEN, rootMessage(e));
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            // A binding such as $n : name.length() throws whatever it throws; and so does what the rule must not see.
            throw new RuleFault(Set.of(), RuleFault.Kind.THREW_IN_WHEN, rootMessage(e));
        }
        clean();
        return verdict;
    }

    @Override
    public void insert(Object fact) {
        handles.add(session.insert(fact));
    }

    @Override
    public void replace(Object before, Object after) {
        session.update(session.getFactHandle(before), after);
    }

    @Override
    public void fire(Stratum... strata) throws RuleFault {
        if (!hasRules) {
            // The agenda of a network without rules knows no groups.
            return;
        }
        firings.clear();
        focus(strata);
        int fired = session.fireAllRules(this::counted, maxFirings);
        if (fired >= maxFirings) {
            String busiest = firings.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .orElseThrow();
            throw new RuleFault(
                    Set.of(busiest),
                    RuleFault.Kind.LOOPED,
                    "fired " + firings.get(busiest) + " times (expected: fewer than " + maxFirings
                            + " firings in one stratum)");
        }
    }

    private void focus(Stratum... strata) {
        for (int i = strata.length - 1; i >= 0; i--) {
            // Focus is a stack: the group named last fires first.
            session.getAgenda().getAgendaGroup(strata[i].group()).setFocus();
        }
    }

    private boolean counted(Match match) {
        String rule = match.getRule().getName();
        firings.merge(rule, 1, Integer::sum);
        fired.accept(rule);
        return true;
    }

    /** The rules with the constraint that threw; empty if that cannot be told. */
    private Set<String> suspects(ConstraintEvaluationException e) {
        Matcher constraint = CONSTRAINT.matcher(String.valueOf(e.getMessage()));
        return constraint.find() ? constraints.rulesWith(constraint.group(1)) : Set.of();
    }

    private static String rootMessage(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + (root.getMessage() == null ? "" : ": " + root.getMessage());
    }

    private void clean() {
        for (FactHandle handle : handles) {
            session.delete(handle);
        }
        handles.clear();
        if (hasRules) {
            // What is deleted only waits to be taken out: negations that still see it would keep the next event from
            // joins that a new session tries. Nothing fires here: every rule requires the customer or another fact.
            focus(Stratum.values());
            session.fireAllRules();
        }
        conclusions.clear();
        if (session.getFactCount() != 0) {
            throw new IllegalStateException("rule session kept " + session.getFactCount() + " facts after an event");
        }
    }

    @Override
    public void close() {
        session.dispose();
    }
}
