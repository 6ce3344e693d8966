package io.motengine.jobs.decide;

import io.motengine.jobs.stream.StreamEvent.Decidable;

/** In which order a customer's events and what is due are decided. */
interface DecisionOrder {
    /** An event of the current customer has come. */
    void event(Decidable event) throws Exception;

    /** A timer of the current customer has fired; returns whether marketing work was due. */
    boolean timer(Urgency urgency, String customer, long time) throws Exception;
}
