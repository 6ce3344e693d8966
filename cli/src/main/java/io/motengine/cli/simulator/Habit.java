package io.motengine.cli.simulator;

import java.util.List;

/** One side of a customer's life: what it makes of a day. */
@FunctionalInterface
interface Habit {
    /** Of someone who is a customer already; of one who becomes one today, only {@link Opening} knows. */
    List<Habit> OF_CUSTOMERS = List.of(
            new Payday(), new Spending(), new Transfers(), new AppVisits(), new BranchVisits(), new Maturities());

    void plan(Day day);
}
