package io.motengine.cli.demo;

import io.motengine.cli.job.Tallies;

/**
 * Whether the job has fallen behind. Where the machine is too slow for the bank, the bank's time must wait: else the channels'
 * answers, which come by that time, would overtake the events by hours. Written and read by different threads.
 */
final class Backlog {
    /** The job's counts are more than a second old, so that an ordinary second always seems undecided. */
    private static final int SECONDS = 4;

    private static final int LEAST = 1_000;
    private static final long SLOW_MILLIS = 700;
    private static final long FRESH_MILLIS = 500;
    private final long most;
    private final boolean actionsLeaveAtOnce;
    private volatile long ended;
    private volatile Delay newest = new Delay(0, 0);

    /**
     * Starts without one.
     *
     * @param eventsPerSecond as the bank sends them on average
     * @param actionsLeaveAtOnce whether the delay of an action tells how far behind the job is
     */
    Backlog(double eventsPerSecond, boolean actionsLeaveAtOnce) {
        this.most = Math.max(LEAST, Math.round(eventsPerSecond * SECONDS));
        this.actionsLeaveAtOnce = actionsLeaveAtOnce;
    }

    /** Takes the job's newest counts. */
    void ended(Tallies tallies) {
        ended = tallies.ended();
    }

    /** Takes how long the newest action took from its event to its reader; this is fresher than the counts. */
    void delay(long millis, long readAt) {
        newest = new Delay(millis, readAt);
    }

    /**
     * Whether the bank must wait.
     *
     * @param sent events until now
     * @param now epoch milliseconds
     */
    boolean isTooLong(long sent, long now) {
        Delay delay = newest;
        boolean slow = actionsLeaveAtOnce && delay.millis > SLOW_MILLIS && now - delay.readAt < FRESH_MILLIS;
        return slow || sent - ended > most;
    }

    private record Delay(long millis, long readAt) {}
}
