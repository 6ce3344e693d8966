package io.motengine.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.release.Release;
import io.motengine.engine.state.CustomerState;
import io.motengine.schemas.action.ActionCancelled;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.EventTypes;
import io.motengine.schemas.event.Origin;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Names that merge, customers that are linked, customers that are erased. */
final class TiesTest {
    private static final Instant NOON = Bank.NOON;
    private static final Release RELEASE =
            new TestRelease().with("moments/told.drl", """
                    rule "an owner is told"
                    when $t : TransactionPosted( credit, amount.atLeast(5000) )
                    then conclude.tell("owner", "company-received").with("amount", $t.amount()); end
                    rule "an owner hears"
                    when $m : LinkedMoment( moment == "company-received" )
                    then conclude.moment("company-received").about($m.from()); end
                    rule "an owner tells on"
                    when $m : LinkedMoment( moment == "company-received" )
                    then conclude.tell("owns", "company-received"); end
                    """).compile();

    private final Decider decider = new Decider();
    private final Map<String, CustomerState> states = new TreeMap<>();
    private final Deque<EventEnvelope> told = new ArrayDeque<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private int next;

    @AfterEach
    void close() {
        decider.close();
    }

    @Test
    void whatWasDoneUnderAnotherNameCounts_andWhatIsDoneLaterGoesOn() {
        click("openid:o1", NOON);
        click("openid:o1", NOON.plusSeconds(1));
        link("c1", "identity", "o1", "openid", NOON.plusSeconds(2));
        settle();
        click("openid:o1", NOON.plusSeconds(3));
        settle();

        assertThat(features("c1", NOON.plusSeconds(4))).containsEntry("clicks1d", "3 (since 2026-03-10)");
        assertThat(states.get("openid:o1").identity().into()).isEqualTo("c1");
        assertThat(states.get("c1").identity().merged()).containsExactly("openid:o1");
    }

    @Test
    void mergesOnce_howeverOftenAndInWhicheverDirectionItIsSaid() {
        click("c2", NOON);
        click("c1", NOON);
        link("c1", "identity", "c2", "customer", NOON.plusSeconds(1));
        link("c2", "identity", "c1", "customer", NOON.plusSeconds(1));
        link("c1", "identity", "c2", "customer", NOON.plusSeconds(2));
        settle();
        link("c2", "identity", "c1", "customer", NOON.plusSeconds(3));
        settle();

        assertThat(states.get("c2").identity().into()).isEqualTo("c1");
        assertThat(states.get("c1").identity().into()).isNull();
        assertThat(features("c1", NOON.plusSeconds(4))).containsEntry("clicks1d", "2 (since 2026-03-10)");
    }

    @Test
    void tellsLinkedCustomers_andNeverInCircles() {
        link("p1", "owns", "f1", "customer", NOON);
        settle();
        outcomes.clear();
        credit("f1", "6000", NOON.plusSeconds(1));
        settle();

        assertThat(outcomes.stream()
                        .flatMap(outcome -> outcome.decisions().stream())
                        .filter(decision -> decision.customer().equals("p1"))
                        .flatMap(decision -> decision.moments().stream())
                        .map(moment -> moment.moment() + " of " + moment.subject()))
                .containsExactly("company-received of f1");
        assertThat(outcomes.stream()
                        .flatMap(outcome -> outcome.decisions().stream())
                        .flatMap(decision -> decision.raised().stream())
                        .map(raised -> raised.to() + " " + raised.fate() + " " + raised.reason()))
                .containsExactly("p1 sent null", "f1 dropped loop");
    }

    @Test
    void forgetsAnErasedCustomer_callsBackWhatIsOut_andIgnoresStragglers() {
        profile("c1", NOON, "{\"aum\":\"5000\",\"currency\":\"CNY\",\"consents\":[\"push\"],\"branch\":\"b-secret\"}");
        credit("c1", "2000", NOON);
        outcomes.clear();
        event("c1", EventTypes.CUSTOMER_ERASED, NOON.plusSeconds(1), "{}");

        assertThat(outcomes.get(0).cancelled())
                .extracting(ActionCancelled::reason)
                .containsExactly("erased");
        assertThat(outcomes.get(0).gone()).isTrue();
        assertThat(credit("c1", "2000", NOON.plusSeconds(2)).skipped()).isEqualTo("erased");
        assertThat(states.get("c1").profile().branch()).isNull();
        assertThat(states.get("c1").contacts()).isEmpty();

        Instant after = NOON.plus(Duration.ofDays(401));
        decider.decide(states.get("c1"), new Input.Wake(after), RELEASE, Now.EVENT_TIME);
        assertThat(states.get("c1").isGone()).isTrue();
    }

    @Test
    void callsBackWhatAnAbsenceCaused_whenALateEventShowsThereWasNone() {
        profile("c1", NOON, "{\"aum\":\"5000\",\"currency\":\"CNY\",\"consents\":[\"push\"]}");
        form("c1", "start", NOON);
        Outcome raised = click("c1", NOON.plus(Duration.ofMinutes(11)));
        assertThat(raised.issued()).hasSize(1);

        Outcome late = form("c1", "submit", NOON.plus(Duration.ofMinutes(5)));

        assertThat(late.cancelled()).extracting(ActionCancelled::reason).containsExactly("retracted");
        assertThat(late.cancelled().get(0).actionId())
                .isEqualTo(raised.issued().get(0).id());
        assertThat(states.get("c1").openActions()).isEmpty();
    }

    @Test
    void issuesAndRecordsNothing_whileStateIsWarmedUp() {
        Now warmUp = Now.warmUp(NOON.plusSeconds(60), Now.EVENT_TIME);
        profile("c1", NOON, "{\"aum\":\"5000\",\"currency\":\"CNY\",\"consents\":[\"push\"]}");
        outcomes.clear();
        String data = "{\"accountId\":\"a\",\"direction\":\"credit\",\"amount\":\"2000\",\"currency\":\"CNY\"}";
        Outcome before = decide("c1", EventTypes.TRANSACTION_POSTED, NOON.plusSeconds(1), data, warmUp);
        Outcome after = decide("c1", EventTypes.TRANSACTION_POSTED, NOON.plusSeconds(61), data, warmUp);

        assertThat(before.issued()).isEmpty();
        assertThat(before.decisions()).isEmpty();
        assertThat(before.view()).isNull();
        assertThat(after.issued()).hasSize(1);
        assertThat(after.decisions().get(0).features()).containsEntry("inflow7d", "4000.00 CNY (since 2026-03-10)");
    }

    private Map<String, String> features(String customer, Instant time) {
        profile(customer, time, "{\"consents\":[\"push\"],\"aum\":\"5000\",\"currency\":\"CNY\"}");
        return credit(customer, "2000", time).decisions().get(0).features();
    }

    private Outcome click(String customer, Instant time) {
        return event(customer, EventTypes.APP_CLICK, time, "{\"page\":\"home\",\"action\":\"view\"}");
    }

    private Outcome form(String customer, String action, Instant time) {
        return event(customer, EventTypes.APP_CLICK, time, "{\"page\":\"form\",\"action\":\"" + action + "\"}");
    }

    private Outcome credit(String customer, String amount, Instant time) {
        return event(
                customer,
                EventTypes.TRANSACTION_POSTED,
                time,
                "{\"accountId\":\"a\",\"direction\":\"credit\",\"amount\":\"" + amount + "\",\"currency\":\"CNY\"}");
    }

    private void profile(String customer, Instant time, String data) {
        event(customer, EventTypes.PROFILE_UPDATED, time, data);
    }

    private void link(String customer, String relation, String other, String kind, Instant time) {
        event(
                customer,
                EventTypes.CUSTOMER_LINKED,
                time,
                "{\"relation\":\"" + relation + "\",\"otherId\":\"" + other + "\",\"otherKind\":\"" + kind + "\"}");
    }

    private Outcome event(String customer, String type, Instant time, String data) {
        return decide(customer, type, time, data, Now.EVENT_TIME);
    }

    private Outcome decide(String customer, String type, Instant time, String data, Now now) {
        return decide(
                new EventEnvelope("e" + next++, "/test", type, customer, time, data.getBytes(StandardCharsets.UTF_8)),
                now);
    }

    private Outcome decide(EventEnvelope envelope, Now now) {
        Outcome outcome = decider.decide(
                states.computeIfAbsent(envelope.subject(), CustomerState::new),
                new Input.Event(envelope, new Origin("t", 0, next)),
                RELEASE,
                now);
        assertThat(outcome.rejection()).isNull();
        outcomes.add(outcome);
        told.addAll(outcome.told());
        return outcome;
    }

    /** Delivers what was told, each event twice, until nobody has anything left to tell. */
    private void settle() {
        for (int left = 100; !told.isEmpty(); left--) {
            assertThat(left).as("deliveries left").isPositive();
            EventEnvelope event = told.remove();
            decide(event, Now.EVENT_TIME);
            Outcome again = decide(event, Now.EVENT_TIME);
            assertThat(again.status()).isNotEqualTo(Outcome.Status.DECIDED);
        }
    }
}
