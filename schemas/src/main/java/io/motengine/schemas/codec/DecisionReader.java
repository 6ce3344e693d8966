package io.motengine.schemas.codec;

import io.motengine.schemas.decision.DecisionRecord;
import io.motengine.schemas.decision.DecisionRecord.CandidateFate;
import io.motengine.schemas.decision.DecisionRecord.Cause;
import io.motengine.schemas.decision.DecisionRecord.MomentRaised;
import io.motengine.schemas.decision.DecisionRecord.RuleFailure;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.Origin;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads decisions back, for those who explain them. */
final class DecisionReader {
    private static final Set<String> CAUSES = Vocabulary.sorted("event", "due");
    private static final Set<String> FATES = Vocabulary.sorted("issued", "dropped", "withheld");

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
        for (String name = data.next(); name != null; name = data.next()) {
            switch (name) {
                case "sequence" -> sequence = data.number();
                case "cause" -> cause = data.object(DecisionReader::cause);
                case "release" -> release = data.word();
                case "tier" -> tier = data.text();
                case "stage" -> stage = data.text();
                case "stageBefore" -> stageBefore = data.text();
                case "segments" -> segments = data.texts();
                case "features" -> features = data.object(DecisionReader::features);
                case "moments" -> moments = data.objects(DecisionReader::moment);
                case "candidates" -> candidates = data.objects(DecisionReader::candidate);
                case "quarantined" -> quarantined = data.objects(DecisionReader::failure);
                default -> data.skip();
            }
        }
        return new DecisionRecord(
                envelope.id(),
                envelope.subject(),
                data.required(sequence, "sequence", "a whole number"),
                data.required(cause, "cause", "what was decided upon"),
                data.required(release, "release", "a release id"),
                envelope.time(),
                data.required(tier, "tier", "a tier, or empty"),
                data.required(stage, "stage", "a stage, or empty"),
                data.required(stageBefore, "stageBefore", "a stage, or empty"),
                data.required(segments, "segments", "an array"),
                data.required(features, "features", "an object"),
                data.required(moments, "moments", "an array"),
                data.required(candidates, "candidates", "an array"),
                data.required(quarantined, "quarantined", "an array"));
    }

    private static Cause cause(Fields fields) throws IOException, BadEventException {
        String kind = null;
        String source = null;
        String eventId = null;
        String eventType = null;
        Instant time = null;
        Origin origin = null;
        Boolean late = null;
        for (String name = fields.next(); name != null; name = fields.next()) {
            switch (name) {
                case "kind" -> kind = fields.oneOf(CAUSES);
                case "source" -> source = fields.text();
                case "eventId" -> eventId = fields.text();
                case "eventType" -> eventType = fields.word();
                case "time" -> time = fields.instant();
                case "origin" -> origin = fields.object(Origins::read);
                case "late" -> late = fields.bool();
                default -> fields.skip();
            }
        }
        return new Cause(
                fields.required(kind, "kind", "event or due"),
                fields.required(source, "source", "a source"),
                fields.required(eventId, "eventId", "an id"),
                eventType,
                fields.required(time, "time", "a time"),
                origin,
                fields.required(late, "late", "true or false"));
    }

    private static Map<String, String> features(Fields fields) throws IOException, BadEventException {
        Map<String, String> features = new TreeMap<>();
        for (String name = fields.next(); name != null; name = fields.next()) {
            features.put(name, fields.required(fields.text(), name, "a string"));
        }
        return features;
    }

    private static MomentRaised moment(Fields fields) throws IOException, BadEventException {
        String moment = null;
        String instance = null;
        String subject = null;
        for (String name = fields.next(); name != null; name = fields.next()) {
            switch (name) {
                case "moment" -> moment = fields.word();
                case "instance" -> instance = fields.text();
                case "subject" -> subject = fields.text();
                default -> fields.skip();
            }
        }
        return new MomentRaised(
                fields.required(moment, "moment", "a moment"),
                fields.required(instance, "instance", "what raised it"),
                subject);
    }

    private static CandidateFate candidate(Fields fields) throws IOException, BadEventException {
        String strategy = null;
        String moment = null;
        String instance = null;
        String fate = null;
        String layer = null;
        String reason = null;
        String detail = null;
        Integer priority = null;
        String channel = null;
        String actionId = null;
        for (String name = fields.next(); name != null; name = fields.next()) {
            switch (name) {
                case "strategy" -> strategy = fields.word();
                case "moment" -> moment = fields.word();
                case "instance" -> instance = fields.text();
                case "fate" -> fate = fields.oneOf(FATES);
                case "layer" -> layer = fields.word();
                case "reason" -> reason = fields.word();
                case "detail" -> detail = fields.text();
                case "priority" -> priority = fields.integer();
                case "channel" -> channel = fields.word();
                case "actionId" -> actionId = fields.word();
                default -> fields.skip();
            }
        }
        return new CandidateFate(
                fields.required(strategy, "strategy", "a strategy"),
                fields.required(moment, "moment", "a moment"),
                fields.required(instance, "instance", "what raised the moment"),
                fields.required(fate, "fate", "issued, dropped or withheld"),
                layer,
                reason,
                detail,
                fields.required(priority, "priority", "a whole number"),
                channel,
                actionId);
    }

    private static RuleFailure failure(Fields fields) throws IOException, BadEventException {
        String rule = null;
        String kind = null;
        String message = null;
        for (String name = fields.next(); name != null; name = fields.next()) {
            switch (name) {
                case "rule" -> rule = fields.text();
                case "kind" -> kind = fields.word();
                case "message" -> message = fields.text();
                default -> fields.skip();
            }
        }
        return new RuleFailure(
                fields.required(rule, "rule", "a rule"), fields.required(kind, "kind", "what it did"), message);
    }
}
