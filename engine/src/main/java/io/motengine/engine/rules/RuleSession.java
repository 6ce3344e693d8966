package io.motengine.engine.rules;

import io.motengine.engine.facts.Customer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
final class RuleSession implements AutoCloseable {
    /** Before the stage's name, the moment that a customer enters it. */
    private static final String ENTERED = "entered-";

    private static final Pattern CONSTRAINT =
            Pattern.compile("Error evaluating constraint '(.*)' in \\[", Pattern.DOTALL);

    private final KieSession session;
    private final List<FactHandle> handles = new ArrayList<>();
    private final Conclusions conclusions;
    private final List<String> tiers;
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
        this.tiers = tiers;
        this.constraints = constraints;
        this.maxFirings = maxFirings;
        this.conclusions = new Conclusions(session, handles, new HashSet<>(tiers), new HashSet<>(stages));
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
            Customer customer = facts.customer();
            FactHandle customerHandle = session.insert(customer);
            handles.add(customerHandle);
            for (Object fact : facts.others()) {
                handles.add(session.insert(fact));
            }
            fire(Stratum.SEGMENT);
            customer = settle(customer, customer.stage(), customerHandle);
            fire(Stratum.STAGE);
            String before = customer.stage();
            String stage = facts.stages().next(customer.kind(), conclusions.stages());
            customer = settle(customer, stage, customerHandle);
            if (!stage.equals(before)) {
                handles.add(session.insert(facts.stages().change(stage)));
                if (facts.stages().announces(customer.kind())) {
                    conclusions.moment(ENTERED + stage);
                }
            }
            fire(Stratum.CANDIDATE, Stratum.MOMENT);
            verdict = new Verdict(customer, conclusions.moments(), conclusions.proposals(), conclusions.tellings());
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

    /** What earlier strata concluded becomes visible on the customer; a tier nobody concludes stays. */
    private Customer settle(Customer before, String stage, FactHandle handle) {
        String tier = first(conclusions.tiers(), tiers, before.tier());
        Set<String> segments = conclusions.segments();
        if (tier.equals(before.tier()) && stage.equals(before.stage()) && segments.equals(before.segments())) {
            return before;
        }
        Customer after = before.with(tier, stage, new TreeSet<>(segments));
        session.update(handle, after);
        return after;
    }

    private static String first(Set<String> concluded, List<String> precedence, String otherwise) {
        if (concluded.isEmpty()) {
            return otherwise;
        }
        return precedence.stream().filter(concluded::contains).findFirst().orElse(otherwise);
    }

    /** Focus is a stack: the stratum named last fires first. */
    private void fire(Stratum... strata) throws RuleFault {
        if (!hasRules) {
            // The agenda of a network without rules knows no groups.
            return;
        }
        firings.clear();
        for (Stratum stratum : strata) {
            session.getAgenda().getAgendaGroup(stratum.group()).setFocus();
        }
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
