package io.motengine.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.motengine.engine.Now;
import io.motengine.engine.Outcome;
import io.motengine.engine.TestRelease;
import io.motengine.engine.record.Traces;
import io.motengine.engine.release.Release;
import io.motengine.engine.state.CustomerStateCodec;
import io.motengine.engine.state.Link;
import io.motengine.schemas.action.ActionCancelled;
import io.motengine.schemas.event.AppClick;
import io.motengine.schemas.event.CustomerErased;
import io.motengine.schemas.event.CustomerLinked;
import io.motengine.schemas.event.EventBody;
import io.motengine.schemas.event.EventTypes;
import io.motengine.schemas.event.HoldingUpdated;
import io.motengine.schemas.event.ProfileUpdated;
import io.motengine.schemas.event.Relations;
import io.motengine.schemas.event.TransactionPosted;
import io.motengine.schemas.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names that leave a customer, customers that are erased: what others knew of them goes with them. */
final class EndedTiesTest {
    private static final Release RELEASE = new TestRelease()
            .with("patterns.yaml", """
                    - id: heard-twice
                      steps: [{ event: mot.linked.moment.v1, times: 2 }]
                      within: 1d
                      by: from
                      limit: 2
                    """)
            .with("strategies/form-help.yaml", null)
            .with("moments/form.drl", null)
            .with("moments/told.drl", """
                    rule "an owner is told"
                    when $t : TransactionPosted( credit, amount.atLeast(5000) )
                    then conclude.tell("owner", "company-received"); end
                    rule "an owner hears"
                    when $m : LinkedMoment( moment == "company-received" )
                    then conclude.moment("company-received").about($m.from()); end
                    """)
            .card("greet-owner", "company-received", 40, null)
            .compile();
    private static final long NOON = Instant.parse("2026-03-10T04:00:00Z").toEpochMilli();

    private final World world = new World(RELEASE, new Random(1), 0);
    private int next;

    @AfterEach
    void close() {
        world.close();
    }

    @ParameterizedTest
    @CsvSource({"c1,phone:p1", "phone:p1,c1", "openid:o1,phone:p1", "phone:p1,openid:o1"})
    void aNameLeaves_thatCameInThroughAnother_whoeverSaysSo(String subject, String other) {
        chain();

        take(subject, 4, identity(other, true));
        take("phone:p1", 5, click());

        assertThat(world.record("phone:p1").identity().into()).isNull();
        assertThat(world.record("c1").identity().merged()).containsExactly("openid:o1");
        assertThat(clicks("phone:p1")).isEqualTo(1L);
        assertThat(clicks("c1")).isEqualTo(2L);

        take("phone:p1", 6, identity("c1", false));
        assertThat(clicks("c1")).as("and comes back").isEqualTo(3L);
    }

    @ParameterizedTest
    @CsvSource({"c1,phone:p2", "phone:p1,c9", "phone:p1,phone:p2", "openid:o1,c9", "c9,phone:p1", "phone:p1,phone:p1"})
    void nobodyLeaves_whenTheTwoWereNotOne(String subject, String other) {
        chain();

        take(subject, 4, identity(other, true));
        take("phone:p1", 5, click());

        assertThat(clicks("c1")).isEqualTo(3L);
        assertThat(world.record("c1").identity().merged()).containsExactly("openid:o1", "phone:p1");
    }

    /** Two clicks, of a phone and of an openid, which are c1. */
    private void chain() {
        take("phone:p1", 0, click());
        take("openid:o1", 1, identity("phone:p1", false));
        take("openid:o1", 2, click());
        take("c1", 3, identity("openid:o1", false));
        assertThat(clicks("c1")).isEqualTo(2L);
    }

    @Test
    void linkedCustomersForgetWhoWasErased_andCallBackWhatIsOutAboutThem() {
        owned("f-secret");
        take("owner", 2, new CustomerLinked(Relations.FAMILY, "other", "customer", false));
        assertThat(world.issued).hasSize(1);
        assertThat(bytes("owner")).contains("f-secret");

        take("f-secret", 10, new CustomerErased("customer-request"));

        assertThat(bytes("owner")).doesNotContain("f-secret");
        assertThat(world.record("owner").links().keySet())
                .extracting(Link::other)
                .containsExactly("other");
        assertThat(world.cancelled)
                .extracting(ActionCancelled::actionId, ActionCancelled::customer, ActionCancelled::reason)
                .containsExactly(tuple(world.issued.get(0).id(), "owner", "erased"));
        assertThat(world.record("other").links()).hasSize(1);
    }

    @Test
    void linkedCustomersForgetEveryNameOfWhoWasErased() {
        owned("openid:secret");
        take("f1", 10, identity("openid:secret", false));
        take("f1", 11, new CustomerErased("customer-request"));

        assertThat(world.record("owner").links()).isEmpty();
        assertThat(bytes("owner")).doesNotContain("secret");
    }

    @Test
    void linkedCustomersForgetAgain_whenATieIsToldAfterTheEnd() {
        owned("f-secret");
        take("f-secret", 10, new CustomerErased("customer-request"));
        take("owner", 11, new CustomerLinked(Relations.OWNS, "f-secret", "customer", false));

        assertThat(world.record("owner").links()).isEmpty();
        assertThat(bytes("owner")).doesNotContain("f-secret");
    }

    @Test
    void aWarmUpTellsLinkedCustomers_andIssuesNothing() {
        world.now = Now.warmUp(Instant.ofEpochMilli(NOON).plus(Duration.ofDays(1)), Now.EVENT_TIME);
        owned("f1");
        take("f1", 3, credit());

        assertThat(world.told)
                .filteredOn(event -> event.type().equals(EventTypes.LINKED_MOMENT))
                .hasSize(2)
                .allMatch(event -> event.subject().equals("owner"));
        assertThat(world.record("owner").patterns().isEmpty())
                .as("what was heard twice is remembered")
                .isFalse();
        assertThat(world.issued).isEmpty();
        assertThat(world.decisions).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"openid:o1, c1", "c1, openid:o1"})
    void anErasureReachesTheOtherName_whenTheyTurnOutToBeOneOnlyAfterwards(String erased, String other) {
        take("openid:o1", 0, click());
        take("c1", 1, credit());
        take(erased, 20, new CustomerErased("customer-request"));
        assertThat(world.record(other).identity().isErased()).isFalse();

        // Said of a time before the erasure, and told after it, to either of them.
        take("c1", 10, identity("openid:o1", false));

        assertThat(world.record(other).identity().isErased()).isTrue();
        assertThat(world.record(erased).identity().isErased()).isTrue();
        assertThat(world.record(other).identity().into()).isNull();
    }

    @Test
    void aDeviceOfSomebodyErased_doesNotTakeItsNextOwnerAlong() {
        take("openid:o1", 0, click());
        take("c2", 1, credit());
        take("openid:o1", 20, new CustomerErased("customer-request"));

        take("c2", 30, identity("openid:o1", false));

        assertThat(world.record("c2").identity().isErased()).isFalse();
        assertThat(world.record("openid:o1").identity().isErased()).isTrue();
    }

    @Test
    void aTieThatHasEnded_leavesTheRecordInTime() {
        take("owner", 0, new CustomerLinked(Relations.OWNS, "f1", "customer", false));
        take("owner", 1, new CustomerLinked(Relations.OWNS, "f1", "customer", true));
        take("owner", 2, new CustomerLinked(Relations.FAMILY, "other", "customer", false));
        take("owner", Duration.ofDays(30).toMillis(), click());
        assertThat(world.record("owner").links()).hasSize(2);

        take("owner", Duration.ofDays(31).toMillis(), click());

        assertThat(world.record("owner").links().keySet())
                .extracting(Link::other)
                .containsExactly("other");
        assertThat(bytes("owner")).doesNotContain("f1");
    }

    @Test
    void aClosedHolding_doesNotComeBackWithAMerge() {
        take("c2", 0, holding("h1", HoldingUpdated.Status.ACTIVE));
        take("c1", 1, holding("h1", HoldingUpdated.Status.CLOSED));
        take("c1", Duration.ofDays(90).toMillis(), click());
        take("c1", Duration.ofDays(90).toMillis() + 1, holding("h2", HoldingUpdated.Status.ACTIVE));

        take("c1", Duration.ofDays(90).toMillis() + 2, identity("c2", false));

        assertThat(world.record("c1").identity().merged()).containsExactly("c2");
        assertThat(world.record("c1").holdings().get("h1").active()).isFalse();
    }

    private static HoldingUpdated holding(String id, HoldingUpdated.Status status) {
        return new HoldingUpdated(id, "p1", "wealth", null, null, null, status);
    }

    private void owned(String company) {
        take(
                "owner",
                0,
                new ProfileUpdated(
                        null, null, null, null, null, null, null, null, null, List.of("push"), null, null, null));
        take("owner", 0, new CustomerLinked(Relations.OWNS, company, "customer", false));
        take(company, 1, credit());
    }

    private Outcome take(String name, long after, EventBody body) {
        world.advance(NOON + after);
        Outcome outcome = world.take(World.event("n" + next++, name, NOON + after, body));
        world.settle();
        return outcome;
    }

    private static CustomerLinked identity(String other, boolean ended) {
        return new CustomerLinked(Relations.IDENTITY, other, "customer", ended);
    }

    private static AppClick click() {
        return new AppClick("home", "view", null, null, null, null, null);
    }

    private static TransactionPosted credit() {
        return new TransactionPosted(
                "acc", TransactionPosted.Direction.CREDIT, Money.of("6000", "CNY"), null, null, null, null, null, null);
    }

    private Object clicks(String name) {
        return RELEASE.features()
                .at(
                        NOON + 100,
                        world.record(name).features(),
                        world.record(name).since())
                .value("clicks1d");
    }

    private String bytes(String name) {
        return Traces.of(CustomerStateCodec.bytes(world.record(name)));
    }
}
