package io.motengine.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.release.Release;
import io.motengine.engine.state.CustomerState;
import io.motengine.schemas.Topics;
import io.motengine.schemas.codec.ErrorCode;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.EventTypes;
import io.motengine.schemas.event.Origin;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** An event counts once, or is refused as too late, against a model that remembers every event for good. */
final class ArrivalsTest {
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final Instant NOON = Bank.NOON;

    private static final List<Release> RELEASES = List.of(release("24h", "6h"), release("6h", "6h"));

    private final Decider decider = new Decider();
    private CustomerState state = new CustomerState("c1");
    private int offset;

    private static Release release(String dedupe, String allowance) {
        return new TestRelease()
                .with(
                        "policy.yaml",
                        "currency: { base: CNY }\ntiers: [gold, plain]\nstages: [fresh, settled]\ntime: { dedupeHorizon: "
                                + dedupe + ", correctionAllowance: " + allowance + ", futureSkew: 10m }\n")
                .compile();
    }

    @Test
    void isADuplicate_thoughTicksHaveGoneByMeanwhile() {
        Release release = RELEASES.get(0);
        take(release, "a", EventTypes.APP_CLICK, NOON, "t");
        decider.decide(state, new Input.Wake(NOON.plus(Duration.ofDays(91))), release, Now.EVENT_TIME);
        Outcome other = take(release, "b", EventTypes.SERVICE_CONTACT, NOON.plus(Duration.ofDays(91)), "t");
        assertThat(other.status()).isEqualTo(Outcome.Status.DECIDED);

        assertThat(take(release, "a", EventTypes.APP_CLICK, NOON, "t").status()).isEqualTo(Outcome.Status.DUPLICATE);
    }

    @Test
    void isNotTooLate_whenAnotherNamePassedItOn_andTooLateWhereItCame() {
        Release release = RELEASES.get(0);
        take(release, "a", EventTypes.APP_CLICK, NOON, "t");
        Instant old = NOON.minus(Duration.ofHours(7));

        assertThat(take(release, "b", EventTypes.APP_CLICK, old, "t")
                        .rejection()
                        .code())
                .isEqualTo(ErrorCode.TOO_LATE);
        Outcome passedOn = take(release, "c", EventTypes.APP_CLICK, old, Topics.INTERNAL);
        assertThat(passedOn.status()).isEqualTo(Outcome.Status.DECIDED);
        assertThat(passedOn.late()).isTrue();
    }

    @Test
    void isPassedOnOnce_andJudgedByWhatTheNameDid() {
        Release release = RELEASES.get(0);
        state = new CustomerState("openid:o1");
        take(release, "a", EventTypes.APP_CLICK, NOON, "t");
        String link = "{\"relation\":\"identity\",\"otherId\":\"c1\",\"otherKind\":\"customer\"}";
        take(release, "l", EventTypes.CUSTOMER_LINKED, NOON.plusSeconds(1), link, "t");
        assertThat(state.identity().into()).isEqualTo("c1");

        assertThat(take(release, "b", EventTypes.APP_CLICK, NOON.plusSeconds(2), "t")
                        .told())
                .hasSize(1);
        assertThat(take(release, "b", EventTypes.APP_CLICK, NOON.plusSeconds(2), "t")
                        .status())
                .isEqualTo(Outcome.Status.DUPLICATE);
        assertThat(take(release, "a", EventTypes.APP_CLICK, NOON, "t").status())
                .as("counted before the merge")
                .isEqualTo(Outcome.Status.DUPLICATE);
        assertThat(take(release, "x", EventTypes.APP_CLICK, NOON.minus(Duration.ofHours(7)), "t")
                        .rejection()
                        .code())
                .isEqualTo(ErrorCode.TOO_LATE);
    }

    @Property(tries = 300)
    void agreeWithTheModel(@ForAll long seed) {
        Random random = new Random(seed);
        Release release = RELEASES.get(random.nextInt(2));
        long allowance = release.policy().time().correctionAllowance().toMillis();
        long dedupe = release.policy().time().dedupeHorizon().toMillis();
        state = new CustomerState("c1");
        Set<String> counted = new HashSet<>();
        List<String[]> sent = new ArrayList<>();
        long highWater = Long.MIN_VALUE;
        long newest = Long.MIN_VALUE;
        long clock = NOON.toEpochMilli();
        for (int i = 0; i < 120; i++) {
            clock += random.nextInt(6) == 0 ? random.nextInt(60) * HOUR : random.nextInt((int) HOUR);
            if (random.nextInt(8) == 0) {
                decider.decide(state, new Input.Wake(Instant.ofEpochMilli(clock)), release, Now.EVENT_TIME);
                continue;
            }
            boolean click = random.nextInt(3) > 0;
            long time = clock - (random.nextInt(3) == 0 ? random.nextInt(40) * HOUR : 0);
            String[] event = {"e" + i, click ? EventTypes.APP_CLICK : EventTypes.SERVICE_CONTACT, Long.toString(time)};
            if (!sent.isEmpty() && random.nextInt(3) == 0) {
                event = sent.get(random.nextInt(sent.size()));
            }
            sent.add(event);
            time = Long.parseLong(event[2]);
            boolean drives = event[1].equals(EventTypes.APP_CLICK);
            Outcome.Status status = take(release, event[0], event[1], Instant.ofEpochMilli(time), "t")
                    .status();
            boolean tooLate = drives && highWater != Long.MIN_VALUE && time < highWater - allowance;
            if (counted.contains(event[0])) {
                if (drives) {
                    assertThat(status).as("a duplicate").isIn(Outcome.Status.DUPLICATE, Outcome.Status.REJECTED);
                    assertThat(tooLate || status == Outcome.Status.DUPLICATE).isTrue();
                } else if (time >= newest - dedupe && time >= highWater) {
                    assertThat(status).as("told twice").isEqualTo(Outcome.Status.DUPLICATE);
                }
                continue;
            }
            assertThat(status).isEqualTo(tooLate ? Outcome.Status.REJECTED : Outcome.Status.DECIDED);
            if (tooLate) {
                continue;
            }
            counted.add(event[0]);
            newest = Math.max(newest, Math.max(time, state.clock()));
            highWater = drives ? Math.max(highWater, time) : highWater;
        }
        assertThat(state.seen().size()).as("remembered").isLessThanOrEqualTo(120);
    }

    @Test
    void doNotPileUp_whenTheCustomerOnlyEverIsTalkedAbout() {
        Release release = RELEASES.get(0);
        for (int day = 0; day < 400; day++) {
            take(release, "p" + day, EventTypes.SERVICE_CONTACT, NOON.plus(Duration.ofDays(day)), "t");
        }
        assertThat(state.sequence()).isEqualTo(400);
        assertThat(state.seen().size()).isLessThanOrEqualTo(2);
    }

    private Outcome take(Release release, String id, String type, Instant time, String topic) {
        String data = type.equals(EventTypes.APP_CLICK)
                ? "{\"page\":\"home\",\"action\":\"view\"}"
                : "{\"kind\":\"counter\"}";
        return take(release, id, type, time, data, topic);
    }

    private Outcome take(Release release, String id, String type, Instant time, String data, String topic) {
        EventEnvelope envelope =
                new EventEnvelope(id, "/test", type, state.customer(), time, data.getBytes(StandardCharsets.UTF_8));
        return decider.decide(
                state, new Input.Event(envelope, new Origin(topic, 0, offset++)), release, Now.EVENT_TIME);
    }
}
