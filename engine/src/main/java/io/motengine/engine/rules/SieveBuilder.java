package io.motengine.engine.rules;

import io.motengine.engine.facts.Dates;
import io.motengine.engine.facts.Grant;
import io.motengine.engine.facts.Holding;
import io.motengine.engine.rules.SievedConstraints.Join;
import io.motengine.engine.rules.SievedRule.Argument;
import io.motengine.engine.rules.SievedRule.Joined;
import io.motengine.engine.rules.SievedRule.Then;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drools.model.Consequence;
import org.drools.model.Model;
import org.drools.model.Pattern;
import org.drools.model.Rule;
import org.drools.model.Variable;

/** Makes the sieve from compiled rules. */
final class SieveBuilder {
    private static final Set<Class<?>> OFTEN_THERE = Set.of(Dates.class, Grant.class, Holding.class);

    private final NoThrow noThrow;
    private final SievedConstraints constraints;
    private final NeedsReader reader;
    private final Map<Class<?>, Integer> types = new HashMap<>();
    private final List<Class<?>> typesInOrder = new ArrayList<>();
    private final Map<List<Object>, Integer> numbers = new HashMap<>();
    private final List<SievedConstraints.Read> patterns = new ArrayList<>();
    private final List<Integer> typeOf = new ArrayList<>();
    private final List<List<SievedRule>> opens = new ArrayList<>();
    private final List<List<SievedRule>> always = new ArrayList<>();
    private final List<Boolean> tried = new ArrayList<>();
    private int rules;

    /**
     * For one rule set.
     *
     * @param features class of the fact
     * @param factTypes simple names of all types that patterns are about
     */
    SieveBuilder(Class<?> features, Set<String> factTypes) {
        this.noThrow = new NoThrow(features);
        this.constraints = new SievedConstraints(noThrow);
        this.reader = new NeedsReader(factTypes, this::pattern, constraints);
        Arrays.stream(Stratum.values()).forEach(stratum -> always.add(new ArrayList<>()));
    }

    /** To be called after the network has been made of the models: making it turns constraints of {@code forall} round. */
    Sieve build(List<Model> models) {
        for (Model model : models) {
            model.getRules().forEach(this::add);
        }
        List<CheckTree> trees = new ArrayList<>();
        typesInOrder.forEach(type -> trees.add(new CheckTree()));
        List<SievedPattern> sieved = new ArrayList<>();
        for (int i = 0; i < patterns.size(); i++) {
            List<Check> checks = patterns.get(i).checks();
            boolean asked = !tried.get(i) && checks.stream().allMatch(Check::throwsNever);
            sieved.add(new SievedPattern(typeOf.get(i), checks, asked, List.copyOf(opens.get(i))));
            if (!asked) {
                CheckTree end = trees.get(typeOf.get(i));
                for (Check check : checks) {
                    end = end.behind(check);
                }
                end.ends(i);
            }
        }
        return new Sieve(typesInOrder, trees, sieved, always, constraints.count(), rules);
    }

    private void add(Rule rule) {
        Stratum stratum = stratum(rule);
        for (Needs needs : reader.read(rule)) {
            SievedRule sieved = new SievedRule(rules++, stratum, needs, needs.exact() ? then(rule, needs) : null);
            int gate = gate(needs);
            if (gate < 0) {
                always.get(stratum.ordinal()).add(sieved);
            } else {
                tried.set(gate, true);
                opens.get(gate).add(sieved);
            }
        }
    }

    private static Stratum stratum(Rule rule) {
        String group = rule.getAttribute(Rule.Attribute.RULEFLOW_GROUP);
        return Arrays.stream(Stratum.values())
                .filter(stratum -> stratum.group().equals(group))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "rule \"" + rule.getName() + "\" in group " + group + " (expected: that of a stratum)"));
    }

    /** The pattern that is matched least often; negative if none is required. */
    private int gate(Needs needs) {
        int best = -1;
        for (int pattern : needs.required()) {
            if (best < 0 || rank(pattern) > rank(best)) {
                best = pattern;
            }
        }
        return best;
    }

    private int rank(int pattern) {
        Class<?> type = typesInOrder.get(typeOf.get(pattern));
        if (noThrow.isStanding(type)) {
            return patterns.get(pattern).checks().isEmpty() ? 0 : 1;
        }
        return OFTEN_THERE.contains(type) ? 2 : 3;
    }

    /** Number of a pattern: equal ones are the same. */
    private int pattern(Class<?> type, SievedConstraints.Read read) {
        int number = types.computeIfAbsent(type, fresh -> {
            typesInOrder.add(fresh);
            return typesInOrder.size() - 1;
        });
        return numbers.computeIfAbsent(List.of(number, read.checks()), fresh -> {
            patterns.add(read);
            typeOf.add(number);
            opens.add(new ArrayList<>());
            tried.add(false);
            return patterns.size() - 1;
        });
    }

    /** Null if the consequence asks for more than the facts that the patterns match. */
    private static Then then(Rule rule, Needs needs) {
        Consequence consequence = rule.getDefaultConsequence();
        if (rule.getConsequences().size() != 1 || consequence.isUsingDrools() || hasAttributes(rule)) {
            return null;
        }
        List<Joined> joins = new ArrayList<>();
        for (Join join : needs.joins()) {
            List<Argument> arguments = arguments(join.variables(), needs);
            if (arguments == null) {
                return null;
            }
            joins.add(new Joined(join.predicate(), arguments));
        }
        List<Argument> arguments = arguments(List.<Variable<?>>of(consequence.getVariables()), needs);
        return arguments == null ? null : new Then(List.copyOf(joins), consequence.getBlock(), arguments);
    }

    /** Null if one of them is no fact that a pattern matches, and is not bound of one. */
    private static List<Argument> arguments(List<Variable<?>> variables, Needs needs) {
        List<Argument> arguments = new ArrayList<>();
        for (Variable<?> variable : variables) {
            Argument argument = variable.isFact() ? bound(variable, needs.patterns()) : conclude(variable);
            if (argument == null) {
                return null;
            }
            arguments.add(argument);
        }
        return List.copyOf(arguments);
    }

    private static Argument conclude(Variable<?> variable) {
        return variable.getType() == Conclusions.class ? Argument.CONCLUDE : null;
    }

    private static Argument bound(Variable<?> variable, Map<Pattern<?>, Integer> patterns) {
        for (Map.Entry<Pattern<?>, Integer> pattern : patterns.entrySet()) {
            if (SievedConstraints.reading(pattern.getKey(), variable) != null) {
                return new Argument(pattern.getValue(), SievedConstraints.reading(pattern.getKey(), variable));
            }
        }
        return null;
    }

    private static boolean hasAttributes(Rule rule) {
        return List.of(
                        Rule.Attribute.NO_LOOP,
                        Rule.Attribute.LOCK_ON_ACTIVE,
                        Rule.Attribute.ENABLED,
                        Rule.Attribute.AUTO_FOCUS,
                        Rule.Attribute.SALIENCE,
                        Rule.Attribute.ACTIVATION_GROUP,
                        Rule.Attribute.DURATION,
                        Rule.Attribute.TIMER,
                        Rule.Attribute.CALENDARS,
                        Rule.Attribute.DATE_EFFECTIVE,
                        Rule.Attribute.DATE_EXPIRES)
                .stream()
                .anyMatch(attribute -> rule.getAttribute(attribute) != attribute.getDefaultValue());
    }
}
