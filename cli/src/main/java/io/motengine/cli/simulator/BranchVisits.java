package io.motengine.cli.simulator;

import io.motengine.schemas.event.ServiceContact;
import java.util.List;

/** Tickets taken in the branch lobby, and calls to the bank. */
final class BranchVisits implements Habit {
    private static final double TICKETS_A_DAY = 0.01;
    private static final double CALLS_A_DAY = 0.004;
    private static final List<String> TOPICS = List.of("deposit", "wealth", "card", "loan", "other");

    @Override
    public void plan(Day day) {
        Chance chance = day.chance();
        if (chance.happens(TICKETS_A_DAY)) {
            String topic = chance.oneOf(TOPICS);
            String branch = day.person().profile().branch();
            day.at(chance.betweenHours(9, 16.8), account -> new ServiceContact("branch-ticket", branch, topic));
        }
        if (chance.happens(CALLS_A_DAY)) {
            String topic = chance.oneOf(TOPICS);
            day.at(chance.awake(), account -> new ServiceContact("call-in", null, topic));
        }
    }
}
