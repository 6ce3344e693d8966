package io.motengine.engine.scenarios;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;

/**
 * Gives each expectation a line of its own, as many as can have one: an expectation that says little must not take the only line
 * from one that says much.
 */
final class Matching {
    static final int NONE = -1;

    private final List<Expectation> expected;
    private final List<ObjectNode> found;
    private final int[] expectationOf;

    Matching(List<Expectation> expected, List<ObjectNode> found) {
        this.expected = expected;
        this.found = found;
        this.expectationOf = new int[found.size()];
        Arrays.fill(expectationOf, NONE);
        for (int i = 0; i < expected.size(); i++) {
            place(i, new boolean[found.size()]);
        }
    }

    /** Augmenting paths: whoever has the line may have to move to another one. */
    private boolean place(int expectation, boolean[] tried) {
        for (int line = 0; line < found.size(); line++) {
            if (!tried[line] && expected.get(expectation).matches(found.get(line))) {
                tried[line] = true;
                if (expectationOf[line] == NONE || place(expectationOf[line], tried)) {
                    expectationOf[line] = expectation;
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether any expectation has this line. */
    boolean isExpected(int line) {
        return expectationOf[line] != NONE;
    }

    /** The place of an expectation's line; {@link #NONE} if it has none. */
    int lineOf(int expectation) {
        for (int line = 0; line < found.size(); line++) {
            if (expectationOf[line] == expectation) {
                return line;
            }
        }
        return NONE;
    }

    /**
     * The place of the line that is nearest to an expectation that has none, of its kind or about the same, and not expected by
     * another; {@link #NONE} if none is.
     */
    int nearest(int expectation) {
        Expectation wanted = expected.get(expectation);
        String kind = Kind.of(wanted.members());
        int nearest = NONE;
        for (int line = 0; line < found.size(); line++) {
            ObjectNode candidate = found.get(line);
            boolean near = candidate.has(kind)
                    || candidate
                            .path(Kind.of(candidate))
                            .equals(wanted.members().get(kind));
            boolean nearer = nearest == NONE || wanted.misses(candidate) < wanted.misses(found.get(nearest));
            if (!isExpected(line) && near && nearer) {
                nearest = line;
            }
        }
        return nearest;
    }
}
