package io.motengine.schemas.codec;

import io.motengine.schemas.decision.DecisionRecord;
import io.motengine.schemas.decision.DecisionRecord.CandidateFate;
import io.motengine.schemas.decision.DecisionRecord.CandidateScore;
import io.motengine.schemas.decision.DecisionRecord.Cause;
import io.motengine.schemas.decision.DecisionRecord.LinkRaised;
import io.motengine.schemas.decision.DecisionRecord.MomentRaised;
import io.motengine.schemas.decision.DecisionRecord.PatternRetracted;
import io.motengine.schemas.decision.DecisionRecord.RuleFailure;
import io.motengine.schemas.decision.DecisionRecord.ScoreGiven;
import java.io.IOException;

/** Decisions as structured CloudEvents. The same decision always gives the same bytes. */
public final class DecisionCodec {
    private DecisionCodec() {}

    public static byte[] write(DecisionRecord decision) {
        return Json.write(out -> {
            out.envelope(
                    decision.id(), CloudEventHeaders.ENGINE, DecisionRecord.TYPE, decision.customer(), decision.now());
            out.object("data", data -> members(data, decision));
        });
    }

    public static DecisionRecord read(byte[] value) throws BadEventException {
        return DecisionReader.read(value);
    }

    private static void members(JsonOut out, DecisionRecord decision) throws IOException {
        out.number("sequence", decision.sequence());
        out.object("cause", cause -> cause(cause, decision.cause()));
        out.text("release", decision.release());
        out.text("tier", decision.tier());
        out.text("stage", decision.stage());
        out.text("stageBefore", decision.stageBefore());
        out.texts("segments", decision.segments());
        out.texts("features", decision.features());
        out.objects("moments", decision.moments(), DecisionCodec::moment);
        out.objects("candidates", decision.candidates(), DecisionCodec::candidate);
        out.objects("quarantined", decision.quarantined(), DecisionCodec::failure);
        out.objectsIfAny("scores", decision.scores(), DecisionCodec::score);
        out.objectsIfAny("raised", decision.raised(), DecisionCodec::raised);
        out.objectsIfAny("retracted", decision.retracted(), DecisionCodec::retracted);
        out.textsIfAny("refusedStages", decision.refusedStages());
        out.textsIfAny("merged", decision.merged());
    }

    private static void cause(JsonOut out, Cause cause) throws IOException {
        out.text("kind", cause.kind());
        out.text("source", cause.source());
        out.text("eventId", cause.eventId());
        out.text("eventType", cause.eventType());
        out.time("time", cause.time());
        if (cause.origin() != null) {
            out.object("origin", origin -> Origins.write(origin, cause.origin()));
        }
        out.flag("late", cause.late());
    }

    private static void moment(JsonOut out, MomentRaised moment) throws IOException {
        out.text("moment", moment.moment());
        out.text("instance", moment.instance());
        out.text("subject", moment.subject());
    }

    private static void candidate(JsonOut out, CandidateFate candidate) throws IOException {
        out.text("strategy", candidate.strategy());
        out.text("moment", candidate.moment());
        out.text("instance", candidate.instance());
        out.text("fate", candidate.fate());
        out.text("layer", candidate.layer());
        out.text("reason", candidate.reason());
        out.text("detail", candidate.detail());
        out.number("priority", candidate.priority());
        out.text("channel", candidate.channel());
        out.text("actionId", candidate.actionId());
        out.time("until", candidate.until());
        if (candidate.score() != null) {
            out.object("score", score -> ranking(score, candidate.score()));
        }
        out.numberIfAny("rung", candidate.rung());
        out.numberIfAny("attempt", candidate.attempt());
        out.text("variant", candidate.variant());
    }

    private static void ranking(JsonOut out, CandidateScore score) throws IOException {
        out.text("total", score.total());
        out.text("propensity", score.propensity());
        out.text("value", score.value());
        out.text("context", score.context());
        out.text("lever", score.lever());
    }

    private static void failure(JsonOut out, RuleFailure failure) throws IOException {
        out.text("rule", failure.rule());
        out.text("kind", failure.kind());
        out.text("message", failure.message());
    }

    private static void score(JsonOut out, ScoreGiven score) throws IOException {
        out.text("card", score.card());
        out.text("label", score.label());
        out.text("level", score.level());
        out.text("score", score.score());
        out.texts("parts", score.parts());
    }

    private static void raised(JsonOut out, LinkRaised raised) throws IOException {
        out.text("moment", raised.moment());
        out.text("relation", raised.relation());
        out.text("to", raised.to());
        out.text("fate", raised.fate());
        out.text("reason", raised.reason());
    }

    private static void retracted(JsonOut out, PatternRetracted retracted) throws IOException {
        out.text("pattern", retracted.pattern());
        out.text("instance", retracted.instance());
    }
}
