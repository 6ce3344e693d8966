package io.motengine.engine.rules;

import java.util.List;
import org.drools.model.functions.BlockN;
import org.drools.model.functions.Function1;
import org.drools.model.functions.PredicateN;

/** What a rule waits for at least, and what it does if that is all that it waits for. */
final class SievedRule {
    private final int number;
    private final Stratum stratum;
    private final int[] required;
    private final int[] absent;
    private final int[] single;
    private final Then then;

    /** What is joined, and the compiled consequence with what it is called with. */
    record Then(List<Joined> joins, BlockN block, List<Argument> arguments) {}

    /** A compiled constraint on several facts, and what it is called with. */
    record Joined(PredicateN predicate, List<Argument> arguments) {}

    /**
     * The fact that a pattern matches, or what is bound of it.
     *
     * @param pattern negative for the conclusion API
     * @param reading null for the conclusion API
     */
    record Argument(int pattern, Function1<Object, Object> reading) {
        static final Argument CONCLUDE = new Argument(-1, null);

        boolean isConclude() {
            return pattern < 0;
        }
    }

    /**
     * One alternative of a rule.
     *
     * @param number counts them within a rule set from 0
     * @param then null if the rule waits for more than its needs, or its consequence takes more than the facts that it matches
     */
    SievedRule(int number, Stratum stratum, Needs needs, Then then) {
        this.number = number;
        this.stratum = stratum;
        this.required = numbers(needs.required());
        this.absent = numbers(needs.absent());
        this.single = numbers(needs.single());
        this.then = then;
    }

    int number() {
        return number;
    }

    Stratum stratum() {
        return stratum;
    }

    /** Null if only a session can say what the rule does. */
    Then then() {
        return then;
    }

    /** Whether all is there that the rule waits for; its joins are tried then, whatever is to be absent. */
    boolean isOpened(Matches matches) throws Exception {
        for (int pattern : required) {
            if (matches.of(pattern) == 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether nothing is there that must not be. */
    boolean isFree(Matches matches) throws Exception {
        for (int pattern : absent) {
            if (matches.of(pattern) > 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether there is one fact for each of its patterns. */
    boolean isSingle(Matches matches) throws Exception {
        for (int pattern : single) {
            if (matches.of(pattern) != 1) {
                return false;
            }
        }
        return true;
    }

    private static int[] numbers(List<Integer> patterns) {
        return patterns.stream().mapToInt(Integer::intValue).toArray();
    }
}
