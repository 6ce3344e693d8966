package io.motengine.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Plays a scenario through the engine.
 *
 * <p>A line is {@code {"time", "customer", "type", "data"}}, or {@code {"time", "customer"}} to let time pass for a customer. In
 * data, <code>{strategy}</code> is the id of the customer's last action of that strategy. What customers tell each other is played right after, in the order told, and so is what the allocator answers.
 */
final class Scenario {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Pattern ACTION = Pattern.compile("\"\\{([\\w-]+)}\"");

    private final Release release;
    private final Decider decider;
    private final Map<String, CustomerState> states = new TreeMap<>();
    private final Queue<EventEnvelope> told = new ArrayDeque<>();
    private final Counter counter = new Counter();
    private final BenefitLines benefits;
    private final ScenarioLines lines;
    private final Map<String, String> actions = new HashMap<>();
    private final List<DecisionRecord> decisions = new ArrayList<>();
    private long offset;

    Scenario(Release release, Decider decider) {
        this.release = release;
        this.decider = decider;
        this.lines = new ScenarioLines(release.calendar().zone());
        this.benefits = new BenefitLines(release, counter);
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
        wake(customer, time);
        if (input.has("type")) {
            event(new EventEnvelope(
                    input.path("id").asText("e" + offset),
                    "/scenario",
                    input.get("type").textValue(),
                    customer,
                    time,
                    withIds(JSON.writeValueAsString(input.get("data")), customer)
                            .getBytes(StandardCharsets.UTF_8)));
        }
        offset++;
        deliver();
    }

    private void deliver() throws JsonProcessingException {
        while (!told.isEmpty()) {
            event(told.remove());
        }
    }

    private String withIds(String data, String customer) {
        return ACTION.matcher(data).replaceAll(found -> '"' + actions.get(customer + "/" + found.group(1)) + '"');
    }

    private void event(EventEnvelope event) throws JsonProcessingException {
        wake(event.subject(), event.time());
        Input.Event input = new Input.Event(event, new Origin("scenario", 0, offset));
        note(event.subject(), event.time(), decider.decide(state(event.subject()), input, release, Now.EVENT_TIME));
    }

    /** One due after the other, as timers wake a record up. */
    private void wake(String customer, Instant time) throws JsonProcessingException {
        CustomerState state = state(customer);
        decider.reconsider(state, release);
        while (state.nextDue() <= time.toEpochMilli()) {
            Instant due = Instant.ofEpochMilli(state.nextDue());
            note(customer, due, decider.decide(state, new Input.Wake(due), release, Now.EVENT_TIME));
            deliver();
        }
    }

    private void note(String customer, Instant time, Outcome outcome) throws JsonProcessingException {
        Counter.Answered answered = counter.ask(outcome.asked());
        lines.write(customer, time, outcome, answered);
        remember(outcome.issued());
        remember(answered.left());
        // Nothing is granted before the answer has come.
        if (answered.answers().isEmpty()) {
            benefits.tell(state(customer), (grant, toGo, left) -> lines.write(customer, time, grant, toGo, left));
        }
        told.addAll(outcome.told());
        told.addAll(answered.answers());
        decisions.addAll(outcome.decisions());
    }

    private void remember(List<ActionIssued> left) {
        left.forEach(action -> actions.put(action.customer() + "/" + action.strategy(), action.id()));
    }

    private CustomerState state(String customer) {
        return states.computeIfAbsent(customer, CustomerState::new);
    }
}
