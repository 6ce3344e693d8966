package io.motengine.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.motengine.engine.Outcome;
import io.motengine.schemas.action.ActionCancelled;
import io.motengine.schemas.action.ActionIssued;
import io.motengine.schemas.decision.DecisionRecord;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came of the events of a scenario, a line for each thing: a tier or stage reached, a stage refused, a moment, an action, a
 * drop, an action called back, a moment told to a linked customer, a name taken in, a customer forgotten.
 *
 * <p>Times are in the bank's zone.
 */
final class ScenarioLines {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ZoneId zone;
    private final Map<String, String> tiers = new TreeMap<>();
    private final List<String> lines = new ArrayList<>();

    ScenarioLines(ZoneId zone) {
        this.zone = zone;
    }

    List<String> written() {
        return lines;
    }

    void write(String customer, Instant time, Outcome outcome) throws JsonProcessingException {
        if (outcome.status() != Outcome.Status.DECIDED) {
            write(unusual(outcome));
        }
        for (ActionCancelled gone : outcome.cancelled()) {
            write(line(gone.time(), gone.customer(), "cancelled", gone.strategy())
                    .put("channel", gone.channel())
                    .put("reason", gone.reason()));
        }
        for (DecisionRecord decision : outcome.decisions()) {
            write(decision);
        }
        for (ActionIssued action : outcome.issued()) {
            write(line(action.time(), action.customer(), "action", action.strategy())
                    .put("channel", action.channel())
                    .put("body", action.content().body()));
        }
        if (outcome.gone()) {
            write(line(time, customer, "forgotten", customer));
        }
    }

    private static ObjectNode unusual(Outcome outcome) {
        ObjectNode line = JSON.createObjectNode().put("status", outcome.status().name());
        if (outcome.rejection() != null) {
            line.put("code", outcome.rejection().code().code());
        }
        if (outcome.skipped() != null) {
            line.put("reason", outcome.skipped());
        }
        return line;
    }

    private void write(DecisionRecord decision) throws JsonProcessingException {
        Instant time = decision.cause().time();
        String customer = decision.customer();
        for (DecisionRecord.PatternRetracted retracted : decision.retracted()) {
            write(line(time, customer, "retracted", retracted.pattern()));
        }
        for (String name : decision.merged()) {
            write(line(time, customer, "merged", name));
        }
        String before = tiers.put(customer, decision.tier());
        // Empty once the customer is forgotten or has become another.
        if (!decision.tier().equals(before) && !decision.tier().isEmpty()) {
            write(line(time, customer, "tier", decision.tier()));
        }
        if (!decision.stage().equals(decision.stageBefore())) {
            write(line(time, customer, "stage", decision.stage()));
        }
        for (String stage : decision.refusedStages()) {
            write(line(time, customer, "stageRefused", stage));
        }
        for (DecisionRecord.MomentRaised moment : decision.moments()) {
            ObjectNode line = line(time, customer, "moment", moment.moment());
            write(moment.subject() == null ? line : line.put("about", moment.subject()));
        }
        for (DecisionRecord.LinkRaised link : decision.raised()) {
            ObjectNode line = line(time, customer, "told", link.moment())
                    .put("relation", link.relation())
                    .put("to", link.to());
            write(link.reason() == null ? line : line.put("heldBack", link.reason()));
        }
        for (DecisionRecord.CandidateFate fate : decision.candidates()) {
            if (fate.layer() != null) {
                write(line(time, customer, "dropped", fate.strategy())
                        .put("layer", fate.layer())
                        .put("reason", fate.reason()));
            }
        }
    }

    private ObjectNode line(Instant time, String customer, String what, String which) {
        return JSON.createObjectNode()
                .put("time", time.atZone(zone).toOffsetDateTime().toString())
                .put("customer", customer)
                .put(what, which);
    }

    private void write(ObjectNode line) throws JsonProcessingException {
        lines.add(JSON.writeValueAsString(line));
    }
}
