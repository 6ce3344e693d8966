package io.motengine.schemas.decision;

import io.motengine.schemas.event.Origin;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

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
 * @param scores what scorecards made of the customer
 * @param raised moments told to linked customers, or held back
 * @param retracted completed patterns that a late event showed never to have been complete
 * @param refusedStages stages that rules concluded and that cannot be entered from the one before
 * @param merged old identities whose records were taken in
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
        List<RuleFailure> quarantined,
        List<ScoreGiven> scores,
        List<LinkRaised> raised,
        List<PatternRetracted> retracted,
        List<String> refusedStages,
        List<String> merged) {
    public static final String TYPE = "mot.decision.recorded.v1";

    public DecisionRecord {
        segments = List.copyOf(segments);
        features = sorted(features);
        moments = List.copyOf(moments);
        candidates = List.copyOf(candidates);
        quarantined = List.copyOf(quarantined);
        scores = List.copyOf(scores);
        raised = List.copyOf(raised);
        retracted = List.copyOf(retracted);
        refusedStages = List.copyOf(refusedStages);
        merged = List.copyOf(merged);
    }

    /** In the order in which they are written, so that nobody need sort them again. */
    private static Map<String, String> sorted(Map<String, String> texts) {
        texts.values().forEach(Objects::requireNonNull);
        return Collections.unmodifiableSortedMap(new TreeMap<>(texts));
    }

    /** To be filled in part by part. */
    public static DecisionDraft draft(
            String id, String customer, long sequence, Cause cause, String release, Instant now) {
        return new DecisionDraft(id, customer, sequence, cause, release, now);
    }

    /**
     * What was decided upon.
     *
     * @param kind {@code event}, {@code due} or {@code merge}
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
     * @param fate {@code issued}, {@code deferred}, {@code dropped} or {@code withheld}
     * @param layer the governance layer that let it go no further, or made it wait; null when issued
     * @param reason stable code; null when issued
     * @param detail in plain words, with the figures; null when issued, unless by the channel that the customer prefers
     * @param channel the channel chosen; null unless issued or deferred
     * @param actionId of the action that left, or will; null unless issued or deferred
     * @param until when it is judged anew, UTC; null unless deferred
     * @param score what it was ranked by; null if it was not, and in records of the first release of this format
     * @param rung 0-based step of the card's ladder; null unless issued or deferred
     * @param attempt 0-based; null unless issued or deferred
     * @param variant the branch whose variant of the card ran; null for the card as head office wrote it
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
            String actionId,
            Instant until,
            CandidateScore score,
            Integer rung,
            Integer attempt,
            String variant) {
        /** Of a candidate that was not ranked. */
        public CandidateFate(
                String strategy,
                String moment,
                String instance,
                String fate,
                String layer,
                String reason,
                String detail,
                int priority,
                String channel,
                String actionId) {
            this(
                    strategy, moment, instance, fate, layer, reason, detail, priority, channel, actionId, null, null,
                    null, null, null);
        }
    }

    /** What a candidate was ranked by: the total is the product of the four factors. All are plain decimals. */
    public record CandidateScore(String total, String propensity, String value, String context, String lever) {}

    /**
     * A rule left out of a decision.
     *
     * @param kind {@code threw-in-when}, {@code threw-in-then} or {@code looped}
     */
    public record RuleFailure(String rule, String kind, String message) {}

    /**
     * What one scorecard said.
     *
     * @param label what it grades, such as {@code tier}
     * @param level the level that the customer has, hysteresis included
     * @param score the figure as a plain decimal
     * @param parts by indicator, in plain words
     */
    public record ScoreGiven(String card, String label, String level, String score, Map<String, String> parts) {
        public ScoreGiven {
            parts = Map.copyOf(parts);
        }
    }

    /**
     * A moment for a linked customer.
     *
     * @param relation what the linked customer is to this one
     * @param to the linked customer
     * @param fate {@code sent} or {@code dropped}
     * @param reason stable code such as {@code loop}; null when sent
     */
    public record LinkRaised(String moment, String relation, String to, String fate, String reason) {}

    /** A completed pattern taken back, and its instance. */
    public record PatternRetracted(String pattern, String instance) {}
}
