package io.motengine.cli.demo;

import io.motengine.cli.job.Tallies;

/**
 * How many events the job has yet to decide. Where the machine is too slow for the bank, the bank's time must wait: else the
 * channels' answers, which come by that time, would overtake the events by hours.
 */
final class Backlog {
    /** The job's counts are a second old, so that an ordinary second always seems undecided. */
    private static final int SECONDS = 3;

    private static final int LEAST = 1_000;
    private final long most;
    private volatile long ended;

    /** @param eventsPerSecond as the bank sends them on average */
    Backlog(double eventsPerSecond) {
        this.most = Math.max(LEAST, Math.round(eventsPerSecond * SECONDS));
    }

    /** Takes the job's newest counts. */
    void ended(Tallies tallies) {
        ended = tallies.ended();
    }

    boolean isTooLong(long sent) {
        return sent - ended > most;
    }
}
