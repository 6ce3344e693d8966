package io.motengine.engine.scenarios;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One thing in which a scenario came out otherwise.
 *
 * @param what {@code missing} (expected, and did not come), {@code surplus} (came, and nothing else was to), or {@code
 *     forbidden} (came, and was never to)
 * @param line of the file of what is expected, from 1; 0 if it stands on none
 * @param expected null if nothing was
 * @param found what came; of something missing, the nearest to it, or null
 */
public record Difference(String what, int line, ObjectNode expected, ObjectNode found) {
    static Difference missing(Expectation expectation, ObjectNode nearest) {
        return new Difference("missing", expectation.line(), expectation.members(), nearest);
    }

    static Difference surplus(ObjectNode found) {
        return new Difference("surplus", 0, null, found);
    }

    static Difference forbidden(Expectation expectation, ObjectNode found) {
        return new Difference("forbidden", expectation.line(), expectation.members(), found);
    }
}
