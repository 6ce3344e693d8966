package io.motengine.schemas.codec;

import io.motengine.schemas.decision.DecisionRecord.Cause;
import io.motengine.schemas.decision.DecisionRecord.LinkRaised;
import io.motengine.schemas.decision.DecisionRecord.MomentRaised;
import io.motengine.schemas.decision.DecisionRecord.PatternRetracted;
import io.motengine.schemas.decision.DecisionRecord.RuleFailure;
import io.motengine.schemas.decision.DecisionRecord.ScoreGiven;
import io.motengine.schemas.event.Origin;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** Reads the objects inside a decision. */
final class DecisionParts {
    private static final Set<String> CAUSES = Vocabulary.sorted("event", "due", "merge");
    private static final Set<String> LINK_FATES = Vocabulary.sorted("sent", "dropped");

    private DecisionParts() {}

    static Cause cause(Fields fields) throws IOException, BadEventException {
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
                fields.required(kind, "kind", "event, due or merge"),
                fields.required(source, "source", "a source"),
                fields.required(eventId, "eventId", "an id"),
                eventType,
                fields.required(time, "time", "a time"),
                origin,
                fields.required(late, "late", "true or false"));
    }

    static MomentRaised moment(Fields fields) throws IOException, BadEventException {
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

    static RuleFailure failure(Fields fields) throws IOException, BadEventException {
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

    static ScoreGiven score(Fields fields) throws IOException, BadEventException {
        String card = null;
        String label = null;
        String level = null;
        String score = null;
        Map<String, String> parts = null;
        for (String name = fields.next(); name != null; name = fields.next()) {
            switch (name) {
                case "card" -> card = fields.word();
                case "label" -> label = fields.word();
                case "level" -> level = fields.text();
                case "score" -> score = fields.word();
                case "parts" -> parts = fields.textsByName();
                default -> fields.skip();
            }
        }
        return new ScoreGiven(
                fields.required(card, "card", "a scorecard"),
                fields.required(label, "label", "what it grades"),
                fields.required(level, "level", "a level, or empty"),
                fields.required(score, "score", "a decimal"),
                fields.required(parts, "parts", "an object"));
    }

    static LinkRaised raised(Fields fields) throws IOException, BadEventException {
        String moment = null;
        String relation = null;
        String to = null;
        String fate = null;
        String reason = null;
        for (String name = fields.next(); name != null; name = fields.next()) {
            switch (name) {
                case "moment" -> moment = fields.word();
                case "relation" -> relation = fields.oneOf(Vocabulary.RELATIONS);
                case "to" -> to = fields.word();
                case "fate" -> fate = fields.oneOf(LINK_FATES);
                case "reason" -> reason = fields.word();
                default -> fields.skip();
            }
        }
        return new LinkRaised(
                fields.required(moment, "moment", "a moment"),
                fields.required(relation, "relation", "a relation such as owner"),
                fields.required(to, "to", "a customer id"),
                fields.required(fate, "fate", "sent or dropped"),
                reason);
    }

    static PatternRetracted retracted(Fields fields) throws IOException, BadEventException {
        String pattern = null;
        String instance = null;
        for (String name = fields.next(); name != null; name = fields.next()) {
            switch (name) {
                case "pattern" -> pattern = fields.word();
                case "instance" -> instance = fields.text();
                default -> fields.skip();
            }
        }
        return new PatternRetracted(
                fields.required(pattern, "pattern", "a pattern"),
                fields.required(instance, "instance", "what it was about"));
    }
}
