package io.motengine.engine.rules;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.drools.model.functions.Function1;

/**
 * Patterns of one type as the branches of a tree, those whose constraints begin alike together: what a fact passes leads to the
 * patterns that it matches. As in the rule engine's own network, no constraint is tried before all that stand before it hold.
 */
final class CheckTree {
    private final Check check;
    private CheckTree[] branches = {};
    private Words[] words = {};
    private int[] patterns = {};

    /** Equalities of one member with texts: one look, however many they are. */
    record Words(Object key, Function1<Object, Object> member, Map<Object, CheckTree> branches) {}

    /** The root, which all facts pass. */
    CheckTree() {
        this(null);
    }

    private CheckTree(Check check) {
        this.check = check;
    }

    /** The branch for what has come here and passes one more constraint. */
    CheckTree behind(Check next) {
        if (next.equality() != null) {
            return words(next.equality())
                    .branches()
                    .computeIfAbsent(next.equality().text(), text -> new CheckTree());
        }
        for (CheckTree branch : branches) {
            if (branch.check == next) {
                return branch;
            }
        }
        branches = Arrays.copyOf(branches, branches.length + 1);
        branches[branches.length - 1] = new CheckTree(next);
        return branches[branches.length - 1];
    }

    private Words words(Check.Equality equality) {
        for (Words group : words) {
            if (group.key().equals(equality.key())) {
                return group;
            }
        }
        words = Arrays.copyOf(words, words.length + 1);
        words[words.length - 1] = new Words(equality.key(), equality.member(), new HashMap<>());
        return words[words.length - 1];
    }

    /** A pattern that wants no more than what has been passed. */
    void ends(int pattern) {
        patterns = Arrays.copyOf(patterns, patterns.length + 1);
        patterns[patterns.length - 1] = pattern;
    }

    /** Leads a fact through the branches that it passes, to the patterns that it matches. */
    void lead(Object fact, Trial trial) throws Exception {
        for (int pattern : patterns) {
            trial.matched(pattern);
        }
        for (Words group : words) {
            CheckTree branch = group.branches().get(group.member().apply(fact));
            if (branch != null) {
                branch.lead(fact, trial);
            }
        }
        for (CheckTree branch : branches) {
            if (trial.holds(branch.check, fact)) {
                branch.lead(fact, trial);
            }
        }
    }

    /** Tries constraints on one fact and hears of the patterns that it matches. */
    interface Trial {
        boolean holds(Check check, Object fact) throws Exception;

        void matched(int pattern);
    }
}
