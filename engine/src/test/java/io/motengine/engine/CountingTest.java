package io.motengine.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.allocate.ResourceState;
import io.motengine.engine.release.Release;
import io.motengine.engine.state.Granted;
import io.motengine.schemas.action.ActionCancelled;
import io.motengine.schemas.action.ActionIssued;
import io.motengine.schemas.decision.DecisionRecord.CandidateFate;
import io.motengine.schemas.event.EventTypes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What one customer's actions count for across customers: asked for, denied, given back, redeemed. */
final class CountingTest {
    private static final Instant NOON = Bank.NOON;
    private static final String VOUCHER = "benefit:voucher";
    private static final Release RELEASE = release();

    private final CountedBank bank = new CountedBank(RELEASE);

    @AfterEach
    void close() {
        bank.close();
    }

    @Test
    void issuesAsManyAsThereAre_andTheNextCandidateToWhomeverComesLater() {
        for (int i = 1; i <= 4; i++) {
            wants("c" + i, NOON.plusSeconds(i));
        }
        bank.answer();

        assertThat(bank.left)
                .extracting(ActionIssued::strategy)
                .containsExactly("voucher", "voucher", "voucher", "plain");
        assertThat(bank.left.get(3).customer()).isEqualTo("c4");
        assertThat(last("voucher").reason()).isEqualTo("sold-out");
        assertThat(out(VOUCHER)).isEqualTo(3);
        assertThat(bank.state("c4").contacts()).hasSize(1);
        assertThat(bank.state("c4").counted().isEmpty()).isTrue();
        assertThat(bank.state("c4").openActions()).hasSize(1);
    }

    @Test
    void countsOneOffer_howeverManyOfItsStepsAreTaken() {
        wants("c1", NOON);
        bank.answer();

        bank.wake("c1", NOON.plus(Duration.ofHours(2)));

        assertThat(bank.left).extracting(ActionIssued::channel).containsExactly("push", "person");
        assertThat(out(VOUCHER)).isEqualTo(1);
        assertThat(out("capacity:person:rm-1:2026-03-10")).isEqualTo(1);
    }

    @Test
    void givesBack_whatWasNotDelivered_onceNothingElseIsTried() {
        wants("c1", NOON);
        bank.answer();

        bank.feedback("c1", NOON.plusSeconds(60), bank.left.get(0), "not-delivered");
        bank.answer();
        assertThat(bank.left).extracting(ActionIssued::channel).containsExactly("push", "person");
        assertThat(out(VOUCHER)).isEqualTo(1);

        bank.feedback("c1", NOON.plusSeconds(120), bank.left.get(1), "not-delivered");
        bank.answer();

        assertThat(out(VOUCHER)).isZero();
        assertThat(out("capacity:person:rm-1:2026-03-10")).isZero();
        assertThat(grant("c1").life()).isEqualTo(Granted.Life.CANCELLED);
    }

    @Test
    void redeems_whenTheThresholdIsReached_andCountsItForGood() {
        wants("c1", NOON);
        bank.answer();

        bank.credit("c1", NOON.plusSeconds(60), 60_000);
        assertThat(grant("c1").progress()).isEqualTo(6_000_000);
        assertThat(bank.left).extracting(ActionIssued::strategy).containsOnly("voucher", "nearly");
        assertThat(bank.left.get(bank.left.size() - 1).content().body()).contains("40000.00 CNY");
        bank.credit("c1", NOON.plusSeconds(120), 90_000);

        assertThat(grant("c1").life()).isEqualTo(Granted.Life.REDEEMED);
        bank.wake("c1", NOON.plus(Duration.ofDays(60)));
        assertThat(grant("c1").life()).isEqualTo(Granted.Life.REDEEMED);
        assertThat(out(VOUCHER)).isEqualTo(1);
    }

    @Test
    void expires_andGoesBackToStock() {
        wants("c1", NOON);
        bank.answer();

        bank.wake("c1", NOON.plus(Duration.ofDays(30)));

        assertThat(grant("c1").life()).isEqualTo(Granted.Life.EXPIRED);
        assertThat(out(VOUCHER)).isZero();
        assertThat(bank.state("c1").counted().holds()).isEmpty();
    }

    @Test
    void callsBack_whatWasAskedFor_onlyWhenItIsKnownToHaveLeft() {
        wants("c1", NOON);

        bank.send("c1", EventTypes.APP_CLICK, NOON.plusSeconds(1), "{\"page\":\"goal\",\"action\":\"view\"}");
        assertThat(bank.cancelled).isEmpty();
        bank.answer();

        assertThat(bank.cancelled)
                .extracting(ActionCancelled::actionId)
                .containsExactly(bank.left.get(0).id());
        assertThat(bank.state("c1").counted().asking()).isEmpty();
    }

    @Test
    void callsBackNothing_whenItWasDeniedMeanwhile() {
        bank.corrected(VOUCHER, NOON, -3);
        wants("c1", NOON);

        bank.send("c1", EventTypes.APP_CLICK, NOON.plusSeconds(1), "{\"page\":\"goal\",\"action\":\"view\"}");
        bank.answer();

        assertThat(bank.left).isEmpty();
        assertThat(bank.cancelled).isEmpty();
        assertThat(bank.state("c1").counted().isEmpty()).isTrue();
        assertThat(bank.state("c1").openActions()).isEmpty();
    }

    @Test
    void waitsForTheNextDay_whenAManagersDayIsFull_andLeavesThen() {
        for (int i = 1; i <= 3; i++) {
            bank.agrees("c" + i, NOON);
            bank.send("c" + i, EventTypes.APP_CLICK, NOON.plusSeconds(i), "{\"page\":\"call-me\",\"action\":\"view\"}");
        }
        bank.answer();
        assertThat(bank.left).hasSize(2);
        assertThat(last("call").fate()).isEqualTo("deferred");
        assertThat(last("call").reason()).isEqualTo("no-capacity");

        Instant midnight = Instant.parse("2026-03-10T16:00:00Z");
        bank.wake("c3", midnight.plusSeconds(59));
        assertThat(bank.left).hasSize(2);
        bank.wake("c3", midnight.plusSeconds(60));
        bank.answer();

        assertThat(bank.left).hasSize(3);
        assertThat(out("capacity:person:rm-1:2026-03-10")).isEqualTo(2);
        assertThat(out("capacity:person:rm-1:2026-03-11")).isEqualTo(1);
        assertThat(bank.state("c3").contacts()).hasSize(1);
    }

    @Test
    void takesCorrections_onceEach() {
        bank.corrected(VOUCHER, NOON, -2);

        assertThat(bank.shelf.state(VOUCHER)).isEqualTo(new ResourceState(0, 0, -2, 0));
        wants("c1", NOON);
        wants("c2", NOON.plusSeconds(1));
        bank.answer();
        assertThat(bank.left).extracting(ActionIssued::strategy).containsExactly("voucher", "plain");
    }

    @Test
    void givesEverythingBack_whenTheCustomerIsErased() {
        wants("c1", NOON);
        bank.answer();

        bank.send("c1", EventTypes.CUSTOMER_ERASED, NOON.plusSeconds(5), "{}");

        assertThat(out(VOUCHER)).isZero();
        assertThat(bank.state("c1").counted().isEmpty()).isTrue();
    }

    @Test
    void callsBackWhenItHasLeft_whatWasAskedForBeforeTheCustomerWasErased() {
        wants("c1", NOON);

        bank.send("c1", EventTypes.CUSTOMER_ERASED, NOON.plusSeconds(5), "{}");
        assertThat(out(VOUCHER)).isZero();
        assertThat(bank.cancelled).isEmpty();
        bank.answer();

        assertThat(bank.cancelled).extracting(ActionCancelled::reason).containsExactly("erased");
        assertThat(bank.cancelled.get(0).actionId()).isEqualTo(bank.left.get(0).id());
        assertThat(bank.state("c1").counted().isEmpty()).isTrue();
        assertThat(bank.state("c1").identity().isErased()).isTrue();
    }

    @Test
    void callsBackNothing_whenItWasDeniedAfterTheCustomerWasErased() {
        bank.corrected(VOUCHER, NOON, -3);
        wants("c1", NOON);

        bank.send("c1", EventTypes.CUSTOMER_ERASED, NOON.plusSeconds(5), "{}");
        bank.answer();

        assertThat(bank.left).isEmpty();
        assertThat(bank.cancelled).isEmpty();
        assertThat(bank.state("c1").counted().isEmpty()).isTrue();
    }

    @Test
    void countsOneOffer_whenItsNextStepIsTakenUnderAnotherName() {
        wants("openid:o1", NOON);
        bank.answer();

        bank.send(
                "c1",
                EventTypes.CUSTOMER_LINKED,
                NOON.plusSeconds(60),
                "{\"relation\":\"identity\",\"otherId\":\"o1\",\"otherKind\":\"openid\"}");
        bank.answer();
        bank.wake("c1", NOON.plus(Duration.ofHours(2)));
        bank.answer();

        assertThat(bank.left).extracting(ActionIssued::channel).containsExactly("push", "person");
        assertThat(out(VOUCHER)).isEqualTo(1);
        assertThat(bank.state("c1").counted().grants()).hasSize(1);

        bank.feedback("c1", NOON.plus(Duration.ofHours(3)), bank.left.get(1), "refused");

        assertThat(out(VOUCHER)).isZero();
    }

    @Test
    void countsWhatABundleIsMadeOf() {
        bank.agrees("c1", NOON);
        bank.agrees("c2", NOON);
        for (String customer : List.of("c1", "c2")) {
            bank.send(customer, EventTypes.APP_CLICK, NOON, "{\"page\":\"moving-in\",\"action\":\"view\"}");
        }
        bank.answer();

        assertThat(bank.left).extracting(ActionIssued::customer).containsExactly("c1");
        assertThat(last("moving").reason()).isEqualTo("sold-out");
        assertThat(out("quota:first")).isEqualTo(1);
        assertThat(out("quota:second")).isEqualTo(1);

        bank.feedback("c1", NOON.plusSeconds(9), bank.left.get(0), "refused");

        assertThat(out("quota:first")).isZero();
        assertThat(out("quota:second")).isZero();
    }

    private void wants(String customer, Instant time) {
        bank.agrees(customer, time);
        bank.credit(customer, time, 2_000);
    }

    private long out(String resource) {
        return bank.shelf.state(resource).out();
    }

    private Granted grant(String customer) {
        return bank.state(customer).counted().grants().get(0);
    }

    private CandidateFate last(String strategy) {
        List<CandidateFate> fates = bank.fates.stream()
                .filter(fate -> fate.strategy().equals(strategy))
                .toList();
        return fates.get(fates.size() - 1);
    }

    private static Release release() {
        return new TestRelease()
                .with("policy.yaml", """
                        currency: { base: CNY, rates: {} }
                        tiers: [gold, plain]
                        stages: [fresh, settled]
                        contacts: { perDay: 9, perWeek: 9 }
                        """)
                .with("catalog/channels.yaml", """
                        - { id: push, name: Push, person: false, fallBack: person }
                        - { id: person, name: Person, person: true, capacity: { perDay: 2, per: relationship-manager } }
                        """)
                .with("catalog/benefits.yaml", """
                        - id: voucher
                          name: Bring 100,000, get 500
                          kind: coupon
                          worth: 500
                          stock: 3
                          expiresAfter: 30d
                          threshold: { amount: 100000, event: bank.transaction.posted.v1, where: { direction: [credit] }, sum: amount }
                        """)
                .with("moments/inflow.drl", """
                        rule "a sum came in"
                        when $t : TransactionPosted( credit, amount.atLeast(1000), amount.below(10000) )
                        then conclude.moment("inflow").with("amount", $t.amount()); end
                        rule "nearly there"
                        when TransactionPosted( credit )
                             $g : Grant( benefit == "voucher", state == "granted", missing.below(50000) )
                        then conclude.moment("nearly").with("amount", $g.missing()); end
                        rule "a call is wanted"
                        when AppClick( page == "call-me" )
                        then conclude.moment("call").with("amount", "now"); end
                        rule "somebody moves in"
                        when AppClick( page == "moving-in" )
                        then conclude.moment("moving").with("amount", "now"); end
                        """)
                .with("catalog/products.yaml", """
                        - { id: first, name: First, family: deposit, riskGrade: 0, quota: 9 }
                        - { id: second, name: Second, family: deposit, riskGrade: 0, quota: 1 }
                        - { id: both, name: Both, kind: bundle, riskGrade: 0, contains: [first, second] }
                        """)
                .with("strategies/greet-gold.yaml", null)
                .with("strategies/greet-plain.yaml", null)
                .with("strategies/greet-all.yaml", null)
                .card("plain", "inflow", 30, null)
                .with(
                        "strategies/voucher.yaml",
                        card("voucher", "inflow", 50, "push, { channel: person, after: 2h }", true))
                .with(
                        "strategies/moving.yaml",
                        card("moving", "moving", 50, "push", false).replace("content:", "product: both\ncontent:"))
                .with("strategies/nearly.yaml", card("nearly", "nearly", 50, "push", false))
                .with("strategies/call.yaml", card("call", "call", 40, "person", false))
                .compile();
    }

    private static String card(String id, String moment, int priority, String ladder, boolean voucher) {
        return """
                id: %s
                name: Test card %s
                owner: test
                moment: %s
                content: hello
                %spriority: %d
                ladder: [%s]
                goal: { event: app.click.v1, where: { page: [goal] }, class: scale, within: 7d }
                maxAge: 2h
                expiresAfter: 3d
                valid: { until: 2099-12-31 }
                """.formatted(id, id, moment, voucher ? "benefit: voucher\n" : "", priority, ladder);
    }
}
