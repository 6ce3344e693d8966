package io.motengine.engine.rules;

import org.drools.model.functions.Function1;

/**
 * A constraint on one fact alone.
 *
 * @param number counts the constraints of a rule set from 0: equal ones on the same type are the same
 * @param equality null unless it is that of a member and a text
 * @param throwsNever false if it is not known
 */
record Check(int number, Test test, Equality equality, boolean throwsNever) {
    /** Takes a fact. */
    @FunctionalInterface
    interface Test {
        boolean holds(Object fact) throws Exception;
    }

    /** @param key equal for readings of the same member */
    record Equality(Object key, Function1<Object, Object> member, String text) {}
}
