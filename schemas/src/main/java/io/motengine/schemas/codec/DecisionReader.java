package io.motengine.schemas.codec;

import io.motengine.schemas.decision.DecisionRecord;
import io.motengine.schemas.decision.DecisionRecord.CandidateFate;
import io.motengine.schemas.decision.DecisionRecord.Cause;
import io.motengine.schemas.decision.DecisionRecord.LinkRaised;
import io.motengine.schemas.decision.DecisionRecord.MomentRaised;
import io.motengine.schemas.decision.DecisionRecord.PatternRetracted;
import io.motengine.schemas.decision.DecisionRecord.RuleFailure;
import io.motengine.schemas.decision.DecisionRecord.ScoreGiven;
import io.motengine.schemas.event.EventEnvelope;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads decisions back, for those who explain them. */
final class DecisionReader {
    private DecisionReader() {}

    static DecisionRecord read(byte[] value) throws BadEventException {
        EventEnvelope envelope = EnvelopeReader.read(null, value, RecordHeaders.NONE);
        if (!envelope.type().equals(DecisionRecord.TYPE)) {
            String found = Complaint.quoted(envelope.type());
            throw Complaint.of(ErrorCode.BAD_VALUE, "type", found, DecisionRecord.TYPE);
        }
        return Json.read(envelope.body(), "data", "data.", data -> decision(envelope, data));
    }

    private static DecisionRecord decision(EventEnvelope envelope, Fields data) throws IOException, BadEventException {
        Long sequence = null;
        Cause cause = null;
        String release = null;
        String tier = null;
        String stage = null;
        String stageBefore = null;
        List<String> segments = null;
        Map<String, String> features = null;
        List<MomentRaised> moments = null;
        List<CandidateFate> candidates = null;
        List<RuleFailure> quarantined = null;
        List<ScoreGiven> scores = null;
        List<LinkRaised> raised = null;
        List<PatternRetracted> retracted = null;
        List<String> refusedStages = null;
        List<String> merged = null;
        for (String name = data.next(); name != null; name = data.next()) {
            switch (name) {
                case "sequence" -> sequence = data.number();
                case "cause" -> cause = data.object(DecisionParts::cause);
                case "release" -> release = data.word();
                case "tier" -> tier = data.text();
                case "stage" -> stage = data.text();
                case "stageBefore" -> stageBefore = data.text();
                case "segments" -> segments = data.texts();
                case "features" -> features = data.textsByName();
                case "moments" -> moments = data.objects(DecisionParts::moment);
                case "candidates" -> candidates = data.objects(CandidateParts::read);
                case "quarantined" -> quarantined = data.objects(DecisionParts::failure);
                case "scores" -> scores = data.objects(DecisionParts::score);
                case "raised" -> raised = data.objects(DecisionParts::raised);
                case "retracted" -> retracted = data.objects(DecisionParts::retracted);
                case "refusedStages" -> refusedStages = data.texts();
                case "merged" -> merged = data.texts();
                default -> data.skip();
            }
        }
        return DecisionRecord.draft(
                        envelope.id(),
                        envelope.subject(),
                        data.required(sequence, "sequence", "a whole number"),
                        data.required(cause, "cause", "what was decided upon"),
                        data.required(release, "release", "a release id"),
                        envelope.time())
                .customer(
                        data.required(tier, "tier", "a tier, or empty"),
                        data.required(stage, "stage", "a stage, or empty"),
                        data.required(segments, "segments", "an array"))
                .stageBefore(data.required(stageBefore, "stageBefore", "a stage, or empty"))
                .features(data.required(features, "features", "an object"))
                .moments(data.required(moments, "moments", "an array"))
                .candidates(data.required(candidates, "candidates", "an array"))
                .quarantined(data.required(quarantined, "quarantined", "an array"))
                .scores(orNone(scores))
                .raised(orNone(raised))
                .retracted(orNone(retracted))
                .refusedStages(orNone(refusedStages))
                .merged(orNone(merged))
                .record();
    }

    /** Members that few decisions have are not written when empty. */
    private static <T> List<T> orNone(List<T> items) {
        return Objects.requireNonNullElse(items, List.of());
    }
}
