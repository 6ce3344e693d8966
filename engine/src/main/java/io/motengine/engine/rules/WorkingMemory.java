package io.motengine.engine.rules;

/**
 * Where facts lie while rules fire over them.
 *
 * @param <E> says that the rules could not be fired
 */
interface WorkingMemory<E extends Exception> {
    void insert(Object fact);

    /** Puts another fact into the place of one that has been inserted. */
    void replace(Object before, Object after);

    /** Fires the rules of strata until none is left, those of the first before those of the next. */
    void fire(Stratum... strata) throws E;
}
