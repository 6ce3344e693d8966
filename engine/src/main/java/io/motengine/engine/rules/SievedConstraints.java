package io.motengine.engine.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drools.model.AlphaIndex;
import org.drools.model.Binding;
import org.drools.model.Constraint;
import org.drools.model.Index;
import org.drools.model.Pattern;
import org.drools.model.SingleConstraint;
import org.drools.model.Variable;
import org.drools.model.functions.Function1;
import org.drools.model.functions.HashedExpression;
import org.drools.model.functions.IntrospectableLambda;
import org.drools.model.functions.Predicate1;
import org.drools.model.functions.PredicateN;

/** Reads the constraints of compiled patterns, those that are about one fact alone. */
final class SievedConstraints {
    private final NoThrow noThrow;
    private final Map<List<Object>, Check> known = new HashMap<>();

    SievedConstraints(NoThrow noThrow) {
        this.noThrow = noThrow;
    }

    /**
     * What a fact must pass, in the order in which the rule engine tries it.
     *
     * @param joins constraints on other facts too
     * @param all whether the pattern asks for nothing else
     */
    record Read(List<Check> checks, List<Join> joins, boolean all) {
        /** Whether the pattern is about one fact and nothing else. */
        boolean isAlone() {
            return all && joins.isEmpty();
        }
    }

    /** A constraint on several facts, or on what is bound of them. */
    record Join(PredicateN predicate, List<Variable<?>> variables) {}

    int count() {
        return known.size();
    }

    Read read(Pattern<?> pattern) {
        List<Constraint> flat = new ArrayList<>();
        flatten(pattern.getConstraint(), flat);
        List<Check> checks = new ArrayList<>();
        List<Join> joins = new ArrayList<>();
        boolean all = true;
        for (Constraint constraint : flat) {
            if (!(constraint instanceof SingleConstraint single) || single.isTemporal()) {
                all = false;
                continue;
            }
            Check check = check(pattern, single);
            if (check == null) {
                joins.add(new Join(single.getPredicate(), List.<Variable<?>>of(single.getVariables())));
            } else {
                checks.add(check);
            }
        }
        return new Read(List.copyOf(checks), List.copyOf(joins), all);
    }

    private static void flatten(Constraint constraint, List<Constraint> flat) {
        switch (constraint.getType()) {
            case MULTIPLE, AND -> constraint.getChildren().forEach(child -> flatten(child, flat));
            case SINGLE, OR -> {
                if (constraint != SingleConstraint.TRUE) {
                    flat.add(constraint);
                }
            }
        }
    }

    /** Null if it is about other facts than the one that the pattern matches. */
    private Check check(Pattern<?> pattern, SingleConstraint single) {
        Class<?> type = pattern.getPatternVariable().getType();
        Variable<?>[] variables = single.getVariables();
        if (variables.length == 1 && variables[0] == pattern.getPatternVariable()) {
            Predicate1<Object> predicate = unwrapped(single.getPredicate1());
            String text = single.predicateInformation().getStringConstraint();
            return known.computeIfAbsent(
                    List.of(type, key(predicate)),
                    key -> new Check(
                            known.size(), predicate::test, equality(single.getIndex()), noThrow.holdsFor(type, text)));
        }
        List<Function1<Object, Object>> readings = readings(pattern, variables);
        if (readings == null) {
            return null;
        }
        PredicateN predicate = single.getPredicate();
        return known.computeIfAbsent(
                List.of(type, single),
                key -> new Check(
                        known.size(),
                        fact -> {
                            Object[] values = new Object[readings.size()];
                            for (int i = 0; i < values.length; i++) {
                                values[i] = readings.get(i).apply(fact);
                            }
                            return predicate.test(values);
                        },
                        null,
                        false));
    }

    /** How variables come of the fact that the pattern matches; null if one of them does not. */
    private static List<Function1<Object, Object>> readings(Pattern<?> pattern, Variable<?>[] variables) {
        List<Function1<Object, Object>> readings = new ArrayList<>();
        for (Variable<?> variable : variables) {
            Function1<Object, Object> reading = reading(pattern, variable);
            if (reading == null) {
                return null;
            }
            readings.add(reading);
        }
        return readings.isEmpty() ? null : readings;
    }

    /** Null if the variable is not of this pattern, or is bound in another way than by a member. */
    @SuppressWarnings("unchecked") // bindings are declared without types
    static Function1<Object, Object> reading(Pattern<?> pattern, Variable<?> variable) {
        if (variable == pattern.getPatternVariable()) {
            return Function1.identity();
        }
        for (Binding binding : pattern.getBindings()) {
            if (binding.getBoundVariable() == variable) {
                return binding.getInputVariables().length == 1
                                && binding.getInputVariables()[0] == pattern.getPatternVariable()
                        ? binding.getBindingFunction()
                        : null;
            }
        }
        return null;
    }

    @SuppressWarnings("unchecked") // an index is declared without types where it is read
    private static Check.Equality equality(Index<?, ?> index) {
        if (index instanceof AlphaIndex<?, ?> alpha
                && index.getConstraintType() == Index.ConstraintType.EQUAL
                && index.getIndexedClass() == String.class
                && alpha.getRightValue() instanceof String text) {
            Function1<Object, Object> member = (Function1<Object, Object>) index.getLeftOperandExtractor();
            return new Check.Equality(key(lambda(member)), member, text);
        }
        return null;
    }

    @SuppressWarnings("unchecked") // predicates are declared without types where they are read
    private static Predicate1<Object> unwrapped(Predicate1<?> predicate) {
        return (Predicate1<Object>) (lambda(predicate) instanceof Predicate1<?> inner ? inner : predicate);
    }

    private static Object lambda(Object lambda) {
        return lambda instanceof IntrospectableLambda wrapped ? wrapped.getLambda() : lambda;
    }

    /** Equal for expressions of the same words on facts of the same type, as the rule engine has it. */
    private static Object key(Object lambda) {
        return lambda instanceof HashedExpression hashed ? hashed.getExpressionHash() : lambda;
    }
}
