package io.motengine.engine;

import io.motengine.engine.release.Release;
import io.motengine.engine.state.CustomerState;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.EventTypes;
import io.motengine.schemas.event.Origin;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** One customer of a test: sends events into the engine in short words. */
public final class Bank implements AutoCloseable {
    public static final Instant NOON = Instant.parse("2026-03-10T04:00:00Z");

    final Release release;
    final Decider decider = new Decider();
    final CustomerState state;
    private int next;

    public Bank(Release release) {
        this(release, new CustomerState("c1"));
    }

    /** Goes on with a record that was kept. */
    Bank(Release release, CustomerState state) {
        this.release = release;
        this.state = state;
    }

    /** Another release has come while the customer slept. */
    void reconsider() {
        decider.reconsider(state, release);
    }

    public Outcome profile(Instant time, String data) {
        return event(EventTypes.PROFILE_UPDATED, time, data);
    }

    /** Consents on the push channel, with assets under management. */
    public Outcome profile(Instant time, long aum) {
        return profile(
                time, "{\"aum\":\"" + aum + "\",\"currency\":\"CNY\",\"consents\":[\"push\"],\"language\":\"en\"}");
    }

    public Outcome credit(Instant time, String amount) {
        return credit(time, amount, "CNY");
    }

    public Outcome credit(Instant time, String amount, String currency) {
        return event(
                EventTypes.TRANSACTION_POSTED,
                time,
                "{\"accountId\":\"a\",\"direction\":\"credit\",\"amount\":\"" + amount + "\",\"currency\":\"" + currency
                        + "\",\"category\":\"transfer\"}");
    }

    public Outcome click(Instant time, String page, String action) {
        return event(
                EventTypes.APP_CLICK,
                time,
                "{\"page\":\"" + page + "\",\"action\":\"" + action + "\",\"productId\":\"p1\"}");
    }

    public Outcome event(String type, Instant time, String data) {
        return event("e" + next++, type, time, data, Now.EVENT_TIME);
    }

    public Outcome event(String id, String type, Instant time, String data, Now now) {
        EventEnvelope envelope =
                new EventEnvelope(id, "/test", type, "c1", time, data.getBytes(StandardCharsets.UTF_8));
        return decider.decide(state, new Input.Event(envelope, new Origin("t", 0, next)), release, now);
    }

    public Outcome wake(Instant at) {
        return decider.decide(state, new Input.Wake(at), release, Now.EVENT_TIME);
    }

    @Override
    public void close() {
        decider.close();
    }
}
