package io.motengine.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.release.Release;
import io.motengine.engine.state.CustomerState;
import io.motengine.schemas.Topics;
import io.motengine.schemas.codec.BadEventException;
import io.motengine.schemas.codec.EnvelopeReader;
import io.motengine.schemas.codec.EventWriter;
import io.motengine.schemas.codec.RecordHeaders;
import io.motengine.schemas.event.AppClick;
import io.motengine.schemas.event.EventBody;
import io.motengine.schemas.event.Origin;
import io.motengine.schemas.event.TransactionPosted;
import io.motengine.schemas.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was warmed up elsewhere decides as if it had never decided anything. */
class TakenOverTest {
    private static final Instant NOON = Bank.NOON;
    private static final Release RELEASE = new TestRelease().compile();

    @Test
    void decidesAsAnyOther_andCountsFromZero() {
        try (Decider warmed = Decider.warming();
                Decider live = new Decider();
                Decider other = new Decider()) {
            decide(warmed, "warm-up", 8);
            assertThat(warmed.ruleCounts().sessions())
                    .isEqualTo(warmed.ruleCounts().evaluations())
                    .isPositive();

            live.takeOver(warmed);

            assertThat(live.ruleCounts().evaluations()).isZero();
            assertThat(decide(live, "c1", 20)).isEqualTo(decide(other, "c1", 20));
            assertThat(live.ruleCounts().evaluations())
                    .isEqualTo(other.ruleCounts().evaluations());
            assertThat(live.ruleCounts().sessions())
                    .isEqualTo(other.ruleCounts().sessions());
        }
    }

    @Test
    void keepsWhatItHasDecidedByAlready() {
        try (Decider warmed = Decider.warming();
                Decider live = new Decider()) {
            decide(warmed, "warm-up", 2);
            decide(live, "c1", 5);
            long evaluations = live.ruleCounts().evaluations();

            live.takeOver(warmed);

            assertThat(live.ruleCounts().evaluations()).isEqualTo(evaluations).isPositive();
        }
    }

    private static List<String> decide(Decider decider, String customer, int events) {
        CustomerState state = new CustomerState(customer);
        List<String> decisions = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            EventBody body = i % 2 == 0
                    ? new TransactionPosted(
                            "a-1",
                            TransactionPosted.Direction.CREDIT,
                            Money.of("100000", "CNY"),
                            null,
                            "salary",
                            null,
                            null,
                            null,
                            "app")
                    : new AppClick("home", "view", null, "s-1", "d-1", null, "app");
            Input input = event(i, customer, body);
            decisions.add(decider.decide(state, input, RELEASE, Now.EVENT_TIME)
                    .decisions()
                    .toString());
        }
        return decisions;
    }

    private static Input event(int number, String customer, EventBody body) {
        byte[] event = EventWriter.write("e-" + number, "/tests", customer, NOON.plusSeconds(number), body);
        try {
            return new Input.Event(
                    EnvelopeReader.read(null, event, RecordHeaders.NONE), new Origin(Topics.TRANSACTIONS, 0, number));
        } catch (BadEventException e) {
            throw new IllegalStateException(e);
        }
    }
}
