package io.motengine.jobs.decide;

import io.motengine.engine.Now;
import io.motengine.jobs.config.CacheConfig;
import io.motengine.jobs.config.ClockMode;
import io.motengine.jobs.config.DueConfig;
import io.motengine.jobs.config.Ordering;
import io.motengine.jobs.release.ReleaseFeed;
import io.motengine.jobs.stops.StopsFeed;
import io.motengine.schemas.release.ReleaseFiles;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;

/**
 * What the decision operator carries from submission to where it runs.
 *
 * @param releases where releases come from
 * @param until last moment at which anything falls due; null without such an end
 * @param warmUpUntil start of live running: nothing is issued or recorded for what is earlier; null without warm-up
 * @param due how fast overdue work is caught up with; for live running only
 * @param cache which records are kept at hand
 * @param clock wall clock
 * @param stops where emergency stops come from
 */
public record DecideSettings(
        ReleaseFeed releases,
        ClockMode mode,
        Ordering ordering,
        Instant until,
        Instant warmUpUntil,
        DueConfig due,
        CacheConfig cache,
        Clock clock,
        StopsFeed stops)
        implements Serializable {
    /** With one release for ever and without emergency stops, as for a history. */
    public DecideSettings(
            ReleaseFiles release,
            ClockMode mode,
            Ordering ordering,
            Instant until,
            Instant warmUpUntil,
            DueConfig due,
            Clock clock) {
        this(
                ReleaseFeed.only(release),
                mode,
                ordering,
                until,
                warmUpUntil,
                due,
                CacheConfig.defaults(),
                clock,
                StopsFeed.NONE);
    }

    /** The same, heeding emergency stops. */
    public DecideSettings heeding(StopsFeed feed) {
        return new DecideSettings(releases, mode, ordering, until, warmUpUntil, due, cache, clock, feed);
    }

    /** The same, with releases that may change while the job runs. */
    public DecideSettings following(ReleaseFeed feed) {
        return new DecideSettings(feed, mode, ordering, until, warmUpUntil, due, cache, clock, stops);
    }

    /** The same, with other records kept at hand. */
    public DecideSettings keeping(CacheConfig records) {
        return new DecideSettings(releases, mode, ordering, until, warmUpUntil, due, records, clock, stops);
    }

    /** Whether customers are at the other end: only then may there be too much for them, or for the channels. */
    boolean live() {
        return mode == ClockMode.WALL && ordering == Ordering.ARRIVAL;
    }

    /** The clock of governance for an input that was taken up at {@code wallMillis} (epoch milliseconds). */
    Now now(long wallMillis) {
        Now now = mode == ClockMode.WALL ? Now.wall(Instant.ofEpochMilli(wallMillis)) : Now.EVENT_TIME;
        return warmUpUntil == null ? now : Now.warmUp(warmUpUntil, now);
    }
}
