package io.motengine.engine.rules;

import java.util.concurrent.atomic.LongAdder;

/** How often rules have been evaluated, and how often in a rule session. May be read while another thread evaluates. */
public final class RuleCounts {
    private final LongAdder evaluations = new LongAdder();
    private final LongAdder sessions = new LongAdder();

    void evaluated() {
        evaluations.increment();
    }

    void enteredSession() {
        sessions.increment();
    }

    /** One for each event, tick and completed pattern that rules have been asked about. */
    public long evaluations() {
        return evaluations.sum();
    }

    /** How many of the evaluations needed a session. */
    public long sessions() {
        return sessions.sum();
    }
}
