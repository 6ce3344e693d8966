package io.motengine.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.state.CustomerState;
import io.motengine.engine.state.CustomerStateCodec;
import io.motengine.schemas.event.EventTypes;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Nobody is shown while state is warmed up, nor woken at its end; what comes first after that shows them. */
final class ShownAfterWarmUpTest {
    private static final Instant LIVE = Bank.NOON.plus(Duration.ofDays(1));
    private static final Now WARM_UP = Now.warmUp(LIVE, Now.EVENT_TIME);
    private static final String CLICK = "{\"page\":\"home\",\"action\":\"view\"}";

    @Test
    void byTheFirstEvent_thoughNothingChangesWithIt() {
        try (Bank bank = warmedUp()) {
            assertThat(bank.state.nextDue()).as("not woken for it").isGreaterThan(LIVE.toEpochMilli());

            Outcome straggler = click(bank, "s", LIVE.minusSeconds(1));
            assertThat(straggler.view()).isNull();
            Outcome first = click(bank, "a", LIVE.plusSeconds(1));
            assertThat(first.view()).isNotNull();
            assertThat(first.view().tier()).isEqualTo("plain");
            assertThat(click(bank, "b", LIVE.plusSeconds(2)).view()).isNull();
        }
    }

    @Test
    void byTheFirstWake() {
        try (Bank bank = warmedUp()) {
            Outcome woken = bank.decider.decide(
                    bank.state, new Input.Wake(Bank.NOON.plus(Duration.ofDays(95))), bank.release, WARM_UP);

            assertThat(woken.view()).isNotNull();
        }
    }

    private static Outcome click(Bank bank, String id, Instant time) {
        return bank.event(id, EventTypes.APP_CLICK, time, CLICK, WARM_UP);
    }

    /** A customer as a savepoint keeps them. */
    private static Bank warmedUp() {
        try (Bank before = new Bank(new TestRelease().compile())) {
            String profile = "{\"aum\":\"5000\",\"currency\":\"CNY\",\"consents\":[\"push\"]}";
            Outcome told = before.event("p", EventTypes.PROFILE_UPDATED, Bank.NOON, profile, WARM_UP);
            assertThat(told.view()).isNull();
            assertThat(click(before, "c", Bank.NOON.plusSeconds(1)).view()).isNull();
            CustomerState kept = CustomerStateCodec.state(CustomerStateCodec.bytes(before.state));
            return new Bank(before.release, kept);
        }
    }
}
