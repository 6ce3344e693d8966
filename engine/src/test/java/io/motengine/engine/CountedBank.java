package io.motengine.engine;

import io.motengine.engine.allocate.Allocator;
import io.motengine.engine.allocate.Answers;
import io.motengine.engine.allocate.Asked;
import io.motengine.engine.allocate.MemoryShelf;
import io.motengine.engine.release.Release;
import io.motengine.engine.state.CustomerState;
import io.motengine.engine.state.CustomerStateCodec;
import io.motengine.schemas.action.ActionCancelled;
import io.motengine.schemas.action.ActionIssued;
import io.motengine.schemas.decision.DecisionRecord.CandidateFate;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.EventTypes;
import io.motengine.schemas.event.Origin;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/** Customers and an allocator, whose answers are held back until a test lets them go. Records are kept in their binary form. */
final class CountedBank implements AutoCloseable {
    private final Release release;
    private final Decider decider = new Decider();
    private final Map<String, byte[]> records = new HashMap<>();
    private final Allocator allocator;
    private final Queue<EventEnvelope> answers = new ArrayDeque<>();
    private int next;

    final MemoryShelf shelf = new MemoryShelf();
    final List<ActionIssued> left = new ArrayList<>();
    final List<ActionCancelled> cancelled = new ArrayList<>();
    final List<CandidateFate> fates = new ArrayList<>();

    CountedBank(Release release) {
        this.release = release;
        this.allocator = new Allocator(shelf);
    }

    CustomerState state(String customer) {
        byte[] record = records.get(customer);
        return record == null ? new CustomerState(customer) : CustomerStateCodec.state(record);
    }

    void agrees(String customer, Instant time) {
        send(
                customer,
                EventTypes.PROFILE_UPDATED,
                time,
                "{\"consents\":[\"push\",\"person\",\"sms\"],\"relationshipManager\":\"rm-1\"}");
    }

    void credit(String customer, Instant time, long yuan) {
        send(
                customer,
                EventTypes.TRANSACTION_POSTED,
                time,
                "{\"accountId\":\"a\",\"direction\":\"credit\",\"amount\":\"" + yuan
                        + "\",\"currency\":\"CNY\",\"category\":\"transfer\"}");
    }

    void feedback(String customer, Instant time, ActionIssued action, String outcome) {
        send(
                customer,
                EventTypes.FEEDBACK,
                time,
                "{\"actionId\":\"" + action.id() + "\",\"channel\":\"" + action.channel() + "\",\"outcome\":\""
                        + outcome + "\"}");
    }

    void corrected(String resource, Instant time, int change) {
        send(resource, EventTypes.STOCK_CORRECTED, time, "{\"change\":" + change + "}");
    }

    void send(String customer, String type, Instant time, String data) {
        event(new EventEnvelope("e" + next++, "/test", type, customer, time, data.getBytes(StandardCharsets.UTF_8)));
    }

    void wake(String customer, Instant at) {
        CustomerState state = state(customer);
        note(state, decider.decide(state, new Input.Wake(at), release, Now.EVENT_TIME));
    }

    /** Lets all answers reach the customers, what names tell each other too, and the answers to what they ask then. */
    void answer() {
        while (!answers.isEmpty()) {
            event(answers.remove());
        }
    }

    private void event(EventEnvelope event) {
        CustomerState state = state(event.subject());
        note(state, decider.decide(state, new Input.Event(event, new Origin("t", 0, next)), release, Now.EVENT_TIME));
    }

    private void note(CustomerState state, Outcome outcome) {
        if (outcome.rejection() != null) {
            throw new AssertionError(outcome.rejection());
        }
        if (outcome.changed()) {
            records.put(state.customer(), CustomerStateCodec.bytes(state));
        }
        left.addAll(outcome.issued());
        cancelled.addAll(outcome.cancelled());
        outcome.decisions().forEach(decision -> fates.addAll(decision.candidates()));
        outcome.asked().forEach(this::ask);
        answers.addAll(outcome.told());
    }

    private void ask(Asked asked) {
        if (asked instanceof Asked.Claim claim) {
            ActionIssued action = claim.action();
            Optional<String> missing = allocator.claim(claim.needs());
            if (missing.isEmpty()) {
                left.add(action);
            }
            answers.add(Answers.of(action.customer(), action.id(), missing, action.time()));
        } else if (asked instanceof Asked.GiveBack back) {
            allocator.giveBack(back.resource(), back.claim());
        } else if (asked instanceof Asked.Correct correct) {
            allocator.correct(correct.resource(), correct.id(), correct.change(), correct.budgetChange());
        }
    }

    @Override
    public void close() {
        decider.close();
    }
}
