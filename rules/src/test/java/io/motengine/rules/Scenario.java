package io.motengine.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.motengine.engine.Decider;
import io.motengine.engine.offline.Answered;
import io.motengine.engine.offline.Decided;
import io.motengine.engine.offline.OfflineBank;
import io.motengine.engine.release.Release;
import io.motengine.schemas.action.ActionIssued;
import io.motengine.schemas.decision.DecisionRecord;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.Origin;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Plays a scenario through the engine.
 *
 * <p>A line is {@code {"time", "customer", "type", "data"}}, or {@code {"time", "customer"}} to let time pass for a customer. In
 * data, <code>{strategy}</code> is the id of the customer's last action of that strategy.
 */
final class Scenario {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Pattern ACTION = Pattern.compile("\"\\{([\\w-]+)}\"");

    private final OfflineBank bank;
    private final BenefitLines benefits;
    private final ScenarioLines lines;
    private final Map<String, String> actions = new HashMap<>();
    private final List<DecisionRecord> decisions = new ArrayList<>();
    private long offset;

    Scenario(Release release, Decider decider) {
        this.bank = new OfflineBank(release, decider, this::note);
        this.lines = new ScenarioLines(release.calendar().zone());
        this.benefits = new BenefitLines(release, bank);
    }

    /** What came of it, as lines. */
    List<String> play(List<String> inputs) throws JsonProcessingException {
        for (String input : inputs) {
            if (!input.isBlank()) {
                play(JSON.readTree(input));
            }
        }
        return lines.written();
    }

    /** Every decision so far. */
    List<DecisionRecord> decisions() {
        return decisions;
    }

    private void play(JsonNode input) throws JsonProcessingException {
        Instant time = OffsetDateTime.parse(input.get("time").textValue()).toInstant();
        String customer = input.get("customer").textValue();
        bank.pass(customer, time);
        if (input.has("type")) {
            EventEnvelope event = new EventEnvelope(
                    input.path("id").asText("e" + offset),
                    "/scenario",
                    input.get("type").textValue(),
                    customer,
                    time,
                    withIds(JSON.writeValueAsString(input.get("data")), customer)
                            .getBytes(StandardCharsets.UTF_8));
            bank.event(event, new Origin("scenario", 0, offset));
        }
        offset++;
    }

    private String withIds(String data, String customer) {
        return ACTION.matcher(data).replaceAll(found -> '"' + actions.get(customer + "/" + found.group(1)) + '"');
    }

    private void note(Decided decided, Answered answered) {
        lines.write(decided, answered);
        remember(decided.outcome().issued());
        remember(answered.left());
        // Nothing is granted before the answer has come.
        if (answered.answers().isEmpty()) {
            benefits.tell(
                    bank.state(decided.customer()),
                    (grant, toGo, left) -> lines.write(decided.customer(), decided.time(), grant, toGo, left));
        }
        decisions.addAll(decided.outcome().decisions());
    }

    private void remember(List<ActionIssued> left) {
        left.forEach(action -> actions.put(action.customer() + "/" + action.strategy(), action.id()));
    }
}
