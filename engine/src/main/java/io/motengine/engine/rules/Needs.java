package io.motengine.engine.rules;

import io.motengine.engine.rules.SievedConstraints.Join;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.drools.model.Pattern;

/**
 * What must hold at least for a rule to fire, by numbers of patterns.
 *
 * @param joins constraints on the facts that match several of {@code single}, in order
 * @param patterns those of {@code single} as compiled
 * @param exact whether the rule fires if all that holds, once for each combination of matches of {@code single}
 */
record Needs(
        List<Integer> required,
        List<Integer> absent,
        List<Integer> single,
        List<Join> joins,
        Map<Pattern<?>, Integer> patterns,
        boolean exact) {
    /** Nothing need hold. */
    static final Needs NONE = new Needs(List.of(), List.of(), List.of(), List.of(), Map.of(), true);

    /** Nothing is known. */
    static final Needs UNKNOWN = new Needs(List.of(), List.of(), List.of(), List.of(), Map.of(), false);

    /** Both must hold. */
    Needs and(Needs other) {
        Map<Pattern<?>, Integer> both = new LinkedHashMap<>(patterns);
        both.putAll(other.patterns);
        return new Needs(
                joined(required, other.required),
                joined(absent, other.absent),
                joined(single, other.single),
                joined(joins, other.joins),
                both,
                exact && other.exact);
    }

    /** The same, but more may be asked for than is known. */
    Needs atLeast() {
        return new Needs(required, absent, single, joins, patterns, false);
    }

    private static <T> List<T> joined(List<T> a, List<T> b) {
        List<T> both = new ArrayList<>(a);
        both.addAll(b);
        return both;
    }
}
