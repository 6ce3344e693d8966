package io.motengine.schemas.decision;

import io.motengine.schemas.decision.DecisionRecord.CandidateFate;
import io.motengine.schemas.decision.DecisionRecord.Cause;
import io.motengine.schemas.decision.DecisionRecord.LinkRaised;
import io.motengine.schemas.decision.DecisionRecord.MomentRaised;
import io.motengine.schemas.decision.DecisionRecord.PatternRetracted;
import io.motengine.schemas.decision.DecisionRecord.RuleFailure;
import io.motengine.schemas.decision.DecisionRecord.ScoreGiven;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A decision as it is being written down: what is not said is empty. Not thread-safe. */
public final class DecisionDraft {
    private final String id;
    private final String customer;
    private final long sequence;
    private final Cause cause;
    private final String release;
    private final Instant now;
    private String tier = "";
    private String stage = "";
    private String stageBefore = "";
    private List<String> segments = List.of();
    private Map<String, String> features = Map.of();
    private List<MomentRaised> moments = List.of();
    private List<CandidateFate> candidates = List.of();
    private List<RuleFailure> quarantined = List.of();
    private List<ScoreGiven> scores = List.of();
    private List<LinkRaised> raised = List.of();
    private List<PatternRetracted> retracted = List.of();
    private List<String> refusedStages = List.of();
    private List<String> merged = List.of();

    DecisionDraft(String id, String customer, long sequence, Cause cause, String release, Instant now) {
        this.id = id;
        this.customer = customer;
        this.sequence = sequence;
        this.cause = cause;
        this.release = release;
        this.now = now;
    }

    /** Who the customer is after the decision. */
    public DecisionDraft customer(String newTier, String newStage, List<String> newSegments) {
        tier = newTier;
        stage = newStage;
        segments = newSegments;
        return this;
    }

    public DecisionDraft stageBefore(String before) {
        stageBefore = before;
        return this;
    }

    public DecisionDraft features(Map<String, String> texts) {
        features = texts;
        return this;
    }

    public DecisionDraft moments(List<MomentRaised> seen) {
        moments = seen;
        return this;
    }

    public DecisionDraft candidates(List<CandidateFate> fates) {
        candidates = fates;
        return this;
    }

    public DecisionDraft quarantined(List<RuleFailure> failures) {
        quarantined = failures;
        return this;
    }

    public DecisionDraft scores(List<ScoreGiven> given) {
        scores = given;
        return this;
    }

    public DecisionDraft raised(List<LinkRaised> links) {
        raised = links;
        return this;
    }

    public DecisionDraft retracted(List<PatternRetracted> patterns) {
        retracted = patterns;
        return this;
    }

    public DecisionDraft refusedStages(List<String> stages) {
        refusedStages = stages;
        return this;
    }

    public DecisionDraft merged(List<String> identities) {
        merged = identities;
        return this;
    }

    public DecisionRecord record() {
        return new DecisionRecord(
                id,
                customer,
                sequence,
                cause,
                release,
                now,
                tier,
                stage,
                stageBefore,
                segments,
                features,
                moments,
                candidates,
                quarantined,
                scores,
                raised,
                retracted,
                refusedStages,
                merged);
    }
}
