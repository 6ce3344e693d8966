package io.motengine.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.motengine.engine.Decider;
import io.motengine.engine.Input;
import io.motengine.engine.Now;
import io.motengine.engine.Outcome;
import io.motengine.engine.release.Release;
import io.motengine.engine.state.CustomerState;
import io.motengine.schemas.action.ActionIssued;
import io.motengine.schemas.decision.DecisionRecord;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.Origin;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Plays a scenario through the engine and writes down what came of it.
 *
 * <p>An input line is {@code {"time", "customer", "type", "data"}}, or {@code {"time", "customer"}} to let time pass. An output
 * line is a stage or tier reached, a moment, an action or a drop.
 */
final class Scenario {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Release release;
    private final Decider decider;
    private final Map<String, CustomerState> states = new TreeMap<>();
    private final Map<String, String> tiers = new TreeMap<>();
    private final List<String> lines = new ArrayList<>();

    Scenario(Release release, Decider decider) {
        this.release = release;
        this.decider = decider;
    }

    List<String> play(List<String> inputs) throws JsonProcessingException {
        long offset = 0;
        for (String input : inputs) {
            if (!input.isBlank()) {
                play(JSON.readTree(input), offset++);
            }
        }
        return lines;
    }

    private void play(JsonNode input, long offset) throws JsonProcessingException {
        Instant time = OffsetDateTime.parse(input.get("time").textValue()).toInstant();
        String customer = input.get("customer").textValue();
        CustomerState state = states.computeIfAbsent(customer, CustomerState::new);
        note(decider.decide(state, new Input.Wake(time), release, Now.EVENT_TIME));
        if (input.has("type")) {
            EventEnvelope envelope = new EventEnvelope(
                    input.path("id").asText("e" + offset),
                    "/scenario",
                    input.get("type").textValue(),
                    customer,
                    time,
                    JSON.writeValueAsBytes(input.get("data")));
            note(decider.decide(
                    state, new Input.Event(envelope, new Origin("scenario", 0, offset)), release, Now.EVENT_TIME));
        }
    }

    private void note(Outcome outcome) throws JsonProcessingException {
        if (outcome.status() != Outcome.Status.DECIDED) {
            ObjectNode line = JSON.createObjectNode();
            line.put("status", outcome.status().name());
            if (outcome.rejection() != null) {
                line.put("code", outcome.rejection().code().code());
            }
            write(line);
        }
        for (DecisionRecord decision : outcome.decisions()) {
            note(decision);
        }
        for (ActionIssued action : outcome.issued()) {
            ObjectNode line = line(action.time(), action.customer(), "action", action.strategy());
            line.put("channel", action.channel());
            line.put("body", action.content().body());
            write(line);
        }
    }

    private void note(DecisionRecord decision) throws JsonProcessingException {
        Instant time = decision.cause().time();
        String customer = decision.customer();
        if (!decision.tier().equals(tiers.getOrDefault(customer, ""))) {
            tiers.put(customer, decision.tier());
            write(line(time, customer, "tier", decision.tier()));
        }
        if (!decision.stage().equals(decision.stageBefore())) {
            write(line(time, customer, "stage", decision.stage()));
        }
        for (DecisionRecord.MomentRaised moment : decision.moments()) {
            write(line(time, customer, "moment", moment.moment()));
        }
        for (DecisionRecord.CandidateFate fate : decision.candidates()) {
            if (fate.layer() != null) {
                ObjectNode line = line(time, customer, "dropped", fate.strategy());
                line.put("layer", fate.layer());
                line.put("reason", fate.reason());
                write(line);
            }
        }
    }

    private ObjectNode line(Instant time, String customer, String what, String which) {
        ObjectNode line = JSON.createObjectNode();
        line.put(
                "time",
                time.atZone(release.calendar().zone()).toOffsetDateTime().toString());
        line.put("customer", customer);
        line.put(what, which);
        return line;
    }

    private void write(ObjectNode line) throws JsonProcessingException {
        lines.add(JSON.writeValueAsString(line));
    }
}
