package io.motengine.cli.demo;

import io.motengine.cli.demo.Figures.Latency;
import io.motengine.schemas.action.ActionIssued;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.SortedMap;

/**
 * What the live table shows at one moment.
 *
 * @param simulated where the simulated world is, UTC
 * @param eventsPerSecond over the last seconds
 * @param stories one line each
 * @param duplicates as the job counts them; negative while unknown
 */
record DemoView(
        String title,
        Instant simulated,
        ZoneId zone,
        long events,
        long eventsPerSecond,
        String job,
        int restarts,
        Duration uptime,
        long duplicates,
        long deadLetters,
        Latency latency,
        SortedMap<String, Long> moments,
        SortedMap<String, Long> actions,
        List<ActionIssued> latest,
        List<String> stories) {}
