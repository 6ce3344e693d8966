package io.motengine.engine.rules;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Rules by what must hold at least for them to fire: immutable and shared.
 *
 * <p>Most events open no rule, or only such whose patterns are each about one fact alone; for those no session is needed.
 */
final class Sieve {
    private final Class<?>[] types;
    private final CheckTree[] trees;
    private final SievedPattern[] patterns;
    private final int[][] patternsOf;
    private final Map<Stratum, SievedRule[]> always = new EnumMap<>(Stratum.class);
    private final int checks;
    private final int rules;

    /**
     * From what has been read.
     *
     * @param types that patterns are about
     * @param trees by type, of the patterns that every fact is held against
     * @param always rules that no pattern opens, for every stratum
     */
    Sieve(
            List<Class<?>> types,
            List<CheckTree> trees,
            List<SievedPattern> patterns,
            Map<Stratum, List<SievedRule>> always,
            int checks,
            int rules) {
        this.types = types.toArray(Class<?>[]::new);
        this.trees = trees.toArray(CheckTree[]::new);
        this.patterns = patterns.toArray(SievedPattern[]::new);
        always.forEach((stratum, some) -> this.always.put(stratum, some.toArray(SievedRule[]::new)));
        this.checks = checks;
        this.rules = rules;
        this.patternsOf = new int[types.size()][];
        for (int type = 0; type < patternsOf.length; type++) {
            patternsOf[type] = patternsOf(type, patterns);
        }
    }

    private static int[] patternsOf(int type, List<SievedPattern> patterns) {
        return IntStream.range(0, patterns.size())
                .filter(number -> patterns.get(number).type() == type)
                .toArray();
    }

    /** How many types patterns are about. */
    int types() {
        return types.length;
    }

    /** Numbers of the types of which facts of a class are. */
    int[] typesOf(Class<?> factClass) {
        return IntStream.range(0, types.length)
                .filter(type -> types[type].isAssignableFrom(factClass))
                .toArray();
    }

    CheckTree tree(int type) {
        return trees[type];
    }

    int patterns() {
        return patterns.length;
    }

    SievedPattern pattern(int number) {
        return patterns[number];
    }

    int[] patternsOf(int type) {
        return patternsOf[type];
    }

    /** Rules that may fire whatever facts there are. */
    SievedRule[] always(Stratum stratum) {
        return always.get(stratum);
    }

    /** How many constraints there are. */
    int checks() {
        return checks;
    }

    /** How many rules there are, each alternative of a rule being one. */
    int rules() {
        return rules;
    }
}
