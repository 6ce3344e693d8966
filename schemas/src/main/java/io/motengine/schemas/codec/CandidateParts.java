package io.motengine.schemas.codec;

import io.motengine.schemas.decision.DecisionRecord.CandidateFate;
import io.motengine.schemas.decision.DecisionRecord.CandidateScore;
import java.io.IOException;
import java.time.Instant;
import java.util.Set;

/** Reads the candidates of a decision. */
final class CandidateParts {
    private static final Set<String> FATES = Vocabulary.sorted("issued", "deferred", "dropped", "withheld");

    private CandidateParts() {}

    static CandidateFate read(Fields fields) throws IOException, BadEventException {
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
        Instant until = null;
        CandidateScore score = null;
        Integer rung = null;
        Integer attempt = null;
        String variant = null;
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
                case "until" -> until = fields.instant();
                case "score" -> score = fields.object(CandidateParts::score);
                case "rung" -> rung = fields.integer();
                case "attempt" -> attempt = fields.integer();
                case "variant" -> variant = fields.word();
                default -> fields.skip();
            }
        }
        return new CandidateFate(
                fields.required(strategy, "strategy", "a strategy"),
                fields.required(moment, "moment", "a moment"),
                fields.required(instance, "instance", "what raised the moment"),
                fields.required(fate, "fate", "issued, deferred, dropped or withheld"),
                layer,
                reason,
                detail,
                fields.required(priority, "priority", "a whole number"),
                channel,
                actionId,
                until,
                score,
                rung,
                attempt,
                variant);
    }

    private static CandidateScore score(Fields fields) throws IOException, BadEventException {
        String total = null;
        String propensity = null;
        String value = null;
        String context = null;
        String lever = null;
        for (String name = fields.next(); name != null; name = fields.next()) {
            switch (name) {
                case "total" -> total = fields.word();
                case "propensity" -> propensity = fields.word();
                case "value" -> value = fields.word();
                case "context" -> context = fields.word();
                case "lever" -> lever = fields.word();
                default -> fields.skip();
            }
        }
        return new CandidateScore(
                fields.required(total, "total", "a decimal"),
                fields.required(propensity, "propensity", "a decimal"),
                fields.required(value, "value", "a decimal"),
                fields.required(context, "context", "a decimal"),
                fields.required(lever, "lever", "a decimal"));
    }
}
