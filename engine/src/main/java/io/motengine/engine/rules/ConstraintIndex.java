package io.motengine.engine.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.drools.model.Condition;
import org.drools.model.Constraint;
import org.drools.model.Model;
import org.drools.model.Pattern;
import org.drools.model.Rule;
import org.drools.model.functions.PredicateInformation;

/**
 * Which rules contain which constraint.
 *
 * <p>An exception from a constraint carries its text. It carries names of rules too, but not all of them, and stale ones once
 * nodes are shared: so the text is looked up here.
 */
final class ConstraintIndex {
    private final Map<String, Set<String>> rulesByConstraint = new TreeMap<>();
    private final List<String> rulesInOrder = new ArrayList<>();

    ConstraintIndex(List<Model> models) {
        for (Stratum stratum : Stratum.values()) {
            models.stream()
                    .filter(model -> model.getPackageName().equals("mot." + stratum.folder()))
                    .flatMap(model -> model.getRules().stream())
                    .sorted((a, b) -> a.getName().compareTo(b.getName()))
                    .forEach(this::add);
        }
    }

    /** Rules with a constraint of this text; empty if none is known to have it. */
    Set<String> rulesWith(String constraint) {
        return rulesByConstraint.getOrDefault(constraint, Set.of());
    }

    /** All rules by stratum, then name. */
    List<String> rulesInOrder() {
        return rulesInOrder;
    }

    private void add(Rule rule) {
        rulesInOrder.add(rule.getName());
        add(rule, rule.getView());
    }

    private void add(Rule rule, Condition condition) {
        if (condition instanceof Pattern<?> pattern) {
            add(rule, pattern.getConstraint());
        }
        condition.getSubConditions().forEach(child -> add(rule, child));
    }

    private void add(Rule rule, Constraint constraint) {
        PredicateInformation information = constraint.predicateInformation();
        if (information != null && !information.isEmpty()) {
            rulesByConstraint
                    .computeIfAbsent(information.getStringConstraint(), text -> new TreeSet<>())
                    .add(rule.getName());
        }
        constraint.getChildren().forEach(child -> add(rule, child));
    }
}
