package io.motengine.engine.offline;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.Decider;
import io.motengine.engine.Input;
import io.motengine.engine.Outcome;
import io.motengine.engine.TestRelease;
import io.motengine.engine.release.Release;
import io.motengine.schemas.codec.BadEventException;
import io.motengine.schemas.codec.RecordHeaders;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.EventTypes;
import io.motengine.schemas.event.Origin;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The order in which an offline bank decides, and what comes back to its customers. */
final class OfflineBankTest {
    private static final Instant NOON = Instant.parse("2026-03-10T04:00:00Z");
    private static final Release RELEASE = new TestRelease()
            .with("catalog/benefits.yaml", """
                    - { id: voucher, name: Voucher, kind: coupon, worth: 10, stock: 1, expiresAfter: 30d }
                    """)
            .with("catalog/channels.yaml", """
                    - { id: push, name: Push, person: false }
                    - { id: person, name: Person, person: true }
                    """)
            .with("strategies/voucher.yaml", """
                    id: voucher
                    name: A voucher
                    owner: test
                    moment: inflow
                    content: hello
                    benefit: voucher
                    priority: 90
                    ladder: [push]
                    goal: { event: app.click.v1, where: { page: [goal] }, class: scale, within: 7d }
                    maxAge: 2h
                    expiresAfter: 1d
                    valid: { until: 2099-12-31 }
                    """)
            .compile();

    private final List<String> heard = new ArrayList<>();
    private final Decider decider = new Decider();
    private final OfflineBank bank = new OfflineBank(RELEASE, decider, this::note);
    private int sent;

    @AfterEach
    void close() {
        decider.close();
    }

    @Test
    void runsWhatIsDueBeforeAnEvent_evenIfTheEventLetsNoTimePass() {
        profile("c1", NOON);
        click("c1", NOON, "form", "start");

        profile("c1", NOON.plus(Duration.ofMinutes(10)));

        assertThat(heard).endsWith("c1 12:10 action form-help push", "c1 12:10 event DECIDED");
    }

    @Test
    void runsWhatIsDueForAll_byTimeAndName() {
        for (String customer : List.of("c3", "c1", "c2")) {
            profile(customer, NOON);
            click(customer, NOON, "form", "start");
        }
        click("c0", NOON.plusSeconds(1), "home", "view");
        profile("c0", NOON);
        click("c0", NOON.minusSeconds(1), "form", "start");
        heard.clear();

        bank.advance(NOON.plus(Duration.ofMinutes(10)));

        assertThat(heard)
                .filteredOn(line -> line.contains("form-help"))
                .containsExactly(
                        "c0 12:09 action form-help push",
                        "c1 12:10 action form-help push",
                        "c2 12:10 action form-help push",
                        "c3 12:10 action form-help push");
        assertThat(bank.state("c1").wakeAt())
                .isGreaterThan(NOON.plusSeconds(600).toEpochMilli());
    }

    @Test
    void decidesADuplicateOnce() {
        profile("c1", NOON);
        send("twice", "c1", EventTypes.APP_CLICK, NOON, "{\"page\":\"home\",\"action\":\"view\"}");
        send("twice", "c1", EventTypes.APP_CLICK, NOON, "{\"page\":\"home\",\"action\":\"view\"}");

        assertThat(heard).endsWith("c1 12:00 event DUPLICATE");
    }

    @Test
    void givesWhatIsCountedToWhomeverAsksFirst_andTellsTheOthers() {
        for (String customer : List.of("c1", "c2")) {
            profile(customer, NOON);
            credit(customer, NOON);
        }

        assertThat(heard)
                .filteredOn(line -> !line.contains("event"))
                .containsExactly(
                        "c1 12:00 left voucher push",
                        "c2 12:00 denied voucher push",
                        "c2 12:00 action greet-plain push");
        assertThat(bank.out("voucher")).isEqualTo(1);
    }

    @Test
    void knowsNothingOfACustomer_whoseOnlyEventWasRefused() {
        send("e", "c1", EventTypes.APP_CLICK, NOON, "{}");

        assertThat(heard).containsExactly("c1 12:00 event REJECTED");
        assertThat(bank.state("c1")).isNull();
    }

    @Test
    void skipsWhatNobodyListensTo_andWhatIsNobodys() throws BadEventException {
        assertThat(triage("nobody.listens.v1", "c1", "{}").skipped()).isEqualTo(Triage.NOT_LISTENED_TO);
        assertThat(triage(EventTypes.APP_CLICK, null, "{\"page\":\"p\",\"action\":\"a\"}")
                        .skipped())
                .isEqualTo(Triage.ANONYMOUS);
        assertThat(triage(EventTypes.APP_CLICK, null, "{\"page\":\"p\",\"action\":\"a\",\"deviceId\":\"d1\"}")
                        .event()
                        .subject())
                .isEqualTo("device:d1");
    }

    private static Triage triage(String type, String customer, String data) throws BadEventException {
        String event = "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/s\",\"type\":\"" + type
                + "\",\"time\":\"2026-03-10T04:00:00Z\"" + (customer == null ? "" : ",\"subject\":\"c1\"")
                + ",\"data\":" + data + "}";
        return Triage.of(null, event.getBytes(StandardCharsets.UTF_8), RecordHeaders.NONE, RELEASE);
    }

    private void note(Decided decided, Answered answered) {
        Outcome outcome = decided.outcome();
        String when = decided.customer() + " "
                + decided.time().toString().replace("T04", "T12").substring(11, 16);
        outcome.issued().forEach(action -> heard.add(when + " action " + action.strategy() + " " + action.channel()));
        answered.left().forEach(action -> heard.add(when + " left " + action.strategy() + " " + action.channel()));
        answered.denied().forEach(action -> heard.add(when + " denied " + action.strategy() + " " + action.channel()));
        if (decided.input() instanceof Input.Event) {
            heard.add(when + " event " + outcome.status());
        }
    }

    private void profile(String customer, Instant time) {
        send(
                "e" + sent++,
                customer,
                EventTypes.PROFILE_UPDATED,
                time,
                "{\"aum\":\"5000\",\"currency\":\"CNY\",\"consents\":[\"push\"]}");
    }

    private void click(String customer, Instant time, String page, String action) {
        send(
                "e" + sent++,
                customer,
                EventTypes.APP_CLICK,
                time,
                "{\"page\":\"" + page + "\",\"action\":\"" + action + "\",\"productId\":\"p1\"}");
    }

    private void credit(String customer, Instant time) {
        send(
                "e" + sent++,
                customer,
                EventTypes.TRANSACTION_POSTED,
                time,
                "{\"accountId\":\"a\",\"direction\":\"credit\",\"amount\":\"5000\",\"currency\":\"CNY\",\"category\":\"transfer\"}");
    }

    private void send(String id, String customer, String type, Instant time, String data) {
        bank.event(
                new EventEnvelope(id, "/test", type, customer, time, data.getBytes(StandardCharsets.UTF_8)),
                new Origin("t", 0, sent));
    }
}
