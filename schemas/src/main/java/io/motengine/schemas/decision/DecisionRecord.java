package io.motengine.schemas.decision;

import io.motengine.schemas.event.Origin;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Why the engine did what it did, and why it did not do the rest ({@code mot.decision.recorded.v1}).
 *
 * @param id CloudEvents id: hash of customer and sequence
 * @param sequence the customer's own count of decided inputs, from 1
 * @param cause what was decided upon
 * @param release the release that decided
 * @param now the clock that governance used, UTC
 * @param tier after this decision; empty if none
 * @param stage after this decision; empty if none
 * @param stageBefore before this decision; empty if none
 * @param features by name, as they stood when rules fired
 * @param quarantined rules left out because they threw or looped, sorted by name
 */
public record DecisionRecord(
        String id,
        String customer,
        long sequence,
        Cause cause,
        String release,
        Instant now,
        String tier,
        String stage,
        String stageBefore,
        List<String> segments,
        Map<String, String> features,
        List<MomentRaised> moments,
        List<CandidateFate> candidates,
        List<RuleFailure> quarantined) {
    public static final String TYPE = "mot.decision.recorded.v1";

    public DecisionRecord {
        segments = List.copyOf(segments);
        features = Map.copyOf(features);
        moments = List.copyOf(moments);
        candidates = List.copyOf(candidates);
        quarantined = List.copyOf(quarantined);
    }

    /**
     * What was decided upon.
     *
     * @param kind {@code event} or {@code due}
     * @param source of the event, or the name of what was due
     * @param eventId of the event, or the instance of what was due
     * @param eventType of the event; null for what was due
     * @param time event time, UTC
     * @param origin in Kafka; null for what was due
     * @param late whether it came after a later event of the same customer
     */
    public record Cause(
            String kind, String source, String eventId, String eventType, Instant time, Origin origin, boolean late) {}

    /** A moment of truth, the rule that saw it, and what it was about (null if nothing particular). */
    public record MomentRaised(String moment, String instance, String subject) {}

    /**
     * What became of one candidate: every candidate has exactly one fate.
     *
     * @param fate {@code issued}, {@code dropped} or {@code withheld}
     * @param layer the governance layer that dropped it; null when issued
     * @param reason stable code; null when issued
     * @param detail in plain words, with the figures; null when issued
     * @param actionId null unless issued
     */
    public record CandidateFate(
            String strategy,
            String moment,
            String instance,
            String fate,
            String layer,
            String reason,
            String detail,
            int priority,
            String channel,
            String actionId) {}

    /**
     * A rule left out of a decision.
     *
     * @param kind {@code threw-in-when}, {@code threw-in-then} or {@code looped}
     */
    public record RuleFailure(String rule, String kind, String message) {}
}
