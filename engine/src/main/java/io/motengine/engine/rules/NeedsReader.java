package io.motengine.engine.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntBiFunction;
import org.drools.model.AccumulatePattern;
import org.drools.model.Condition;
import org.drools.model.Declaration;
import org.drools.model.Pattern;
import org.drools.model.Rule;
import org.drools.model.Variable;
import org.drools.model.consequences.NamedConsequenceImpl;

/** Reads what compiled rules wait for. What is not understood may hold. */
final class NeedsReader {
    /** More are one of which nothing is known. */
    private static final int MOST_ALTERNATIVES = 16;

    private final Set<String> factTypes;
    private final ToIntBiFunction<Class<?>, SievedConstraints.Read> numbers;
    private final SievedConstraints constraints;

    /**
     * For one rule set.
     *
     * @param factTypes simple names of all types that patterns are about
     * @param numbers numbers patterns
     */
    NeedsReader(
            Set<String> factTypes,
            ToIntBiFunction<Class<?>, SievedConstraints.Read> numbers,
            SievedConstraints constraints) {
        this.factTypes = factTypes;
        this.numbers = numbers;
        this.constraints = constraints;
    }

    /** One for each alternative. */
    List<Needs> read(Rule rule) {
        Set<Variable<?>> accumulated = new HashSet<>();
        accumulated(rule.getView(), accumulated);
        return read(rule.getView(), accumulated);
    }

    private static void accumulated(Condition condition, Set<Variable<?>> accumulated) {
        if (condition instanceof AccumulatePattern<?> accumulate) {
            accumulated.addAll(List.of(accumulate.getBoundVariables()));
            accumulated(accumulate.getCondition(), accumulated);
        }
        condition.getSubConditions().forEach(child -> accumulated(child, accumulated));
    }

    private List<Needs> read(Condition condition, Set<Variable<?>> accumulated) {
        return switch (condition.getType()) {
            case PATTERN -> List.of(pattern((Pattern<?>) condition, accumulated));
            case AND -> all(condition, accumulated);
            case OR -> any(condition, accumulated);
            case NOT, EXISTS -> List.of(existential(condition, accumulated));
            case CONSEQUENCE ->
                List.of(
                        condition instanceof NamedConsequenceImpl named && !named.isBreaking()
                                ? Needs.NONE
                                : Needs.UNKNOWN);
            default -> {
                watch(condition, accumulated);
                yield List.of(Needs.UNKNOWN);
            }
        };
    }

    private List<Needs> all(Condition condition, Set<Variable<?>> accumulated) {
        List<Needs> together = List.of(Needs.NONE);
        for (Condition part : condition.getSubConditions()) {
            List<Needs> more = read(part, accumulated);
            List<Needs> product = new ArrayList<>();
            for (Needs before : together) {
                more.forEach(next -> product.add(before.and(next)));
            }
            together = product.size() > MOST_ALTERNATIVES ? List.of(Needs.UNKNOWN) : product;
        }
        return together;
    }

    private List<Needs> any(Condition condition, Set<Variable<?>> accumulated) {
        List<Needs> alternatives = new ArrayList<>();
        for (Condition part : condition.getSubConditions()) {
            read(part, accumulated).forEach(needs -> alternatives.add(needs.atLeast()));
        }
        return alternatives.size() > MOST_ALTERNATIVES ? List.of(Needs.UNKNOWN) : alternatives;
    }

    private Needs pattern(Pattern<?> pattern, Set<Variable<?>> accumulated) {
        if (!isOnFacts(pattern, accumulated)) {
            return Needs.UNKNOWN;
        }
        SievedConstraints.Read read = constraints.read(pattern);
        List<Integer> number = List.of(number(pattern, read));
        return new Needs(number, List.of(), number, read.joins(), Map.of(pattern, number.get(0)), read.all());
    }

    private Needs existential(Condition condition, Set<Variable<?>> accumulated) {
        Condition inner = condition.getSubConditions().get(0);
        if (inner.getType() != Condition.Type.PATTERN || !isOnFacts((Pattern<?>) inner, accumulated)) {
            watch(inner, accumulated);
            return Needs.UNKNOWN;
        }
        SievedConstraints.Read read = constraints.read((Pattern<?>) inner);
        List<Integer> number = List.of(number((Pattern<?>) inner, read));
        if (condition.getType() == Condition.Type.EXISTS) {
            return new Needs(number, List.of(), List.of(), List.of(), Map.of(), read.isAlone());
        }
        return read.isAlone() ? new Needs(List.of(), number, List.of(), List.of(), Map.of(), true) : Needs.UNKNOWN;
    }

    /** Facts are held against patterns within what is not understood too: a constraint that throws is a finding anywhere. */
    private void watch(Condition condition, Set<Variable<?>> accumulated) {
        if (condition instanceof AccumulatePattern<?> accumulate) {
            watch(accumulate.getCondition(), accumulated);
        } else if (condition instanceof Pattern<?> pattern && isOnFacts(pattern, accumulated)) {
            number(pattern, constraints.read(pattern));
        }
        condition.getSubConditions().forEach(child -> watch(child, accumulated));
    }

    private int number(Pattern<?> pattern, SievedConstraints.Read read) {
        return numbers.applyAsInt(pattern.getPatternVariable().getType(), read);
    }

    /** Not on what an accumulate gives. */
    private boolean isOnFacts(Pattern<?> pattern, Set<Variable<?>> accumulated) {
        return pattern.getPatternVariable() instanceof Declaration<?> declaration
                && declaration.getSource() == null
                && declaration.getWindow() == null
                && !accumulated.contains(declaration)
                && !declaration.getType().getName().startsWith("java.")
                && factTypes.contains(declaration.getType().getSimpleName());
    }
}
