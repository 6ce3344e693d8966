package io.motengine.jobs.decide;

import io.motengine.engine.state.CustomerState;
import java.io.Serializable;

/** What the shell asks a customer's record: when is work of this urgency due next? */
@FunctionalInterface
interface Dues extends Serializable {
    /** As the engine has it. */
    Dues OF_RECORD = (urgency, state) -> urgency == Urgency.SERVICE ? state.nextServiceDue() : state.nextOtherDue();

    /** Event time in epoch milliseconds, or {@link CustomerState#NEVER}. */
    long next(Urgency urgency, CustomerState state);
}
