package io.motengine.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.state.CustomerState;
import io.motengine.engine.state.CustomerStateCodec;
import io.motengine.schemas.codec.ErrorCode;
import io.motengine.schemas.codec.EventWriter;
import io.motengine.schemas.event.EventTypes;
import io.motengine.schemas.event.MergeHandedOver;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What nobody can take in must neither stop the stream nor leave a trace; who was forgotten may come back. */
final class BrokenHandoverTest {
    @Test
    void refusesARecord_thatCannotBeRead() {
        assertRefused(MergeHandedOver.of("device:d1", new byte[] {1, 2, 3}));
        assertRefused(MergeHandedOver.of("device:d1", new byte[] {2, 9, 9, 9}));
        assertRefused(MergeHandedOver.of("device:d1", new byte[0]));
    }

    @Test
    void refusesARecord_ofSomebodyElse() {
        assertRefused(MergeHandedOver.of("device:d1", CustomerStateCodec.bytes(new CustomerState("device:d2"))));
    }

    @Test
    void decidesAnew_whenAnErasedCustomerOpensAnAccount() {
        try (Bank bank = new Bank(new TestRelease().compile())) {
            bank.profile(Bank.NOON, 5_000);
            bank.event(EventTypes.CUSTOMER_ERASED, Bank.NOON.plusSeconds(1), "{}");

            Outcome back = bank.profile(
                    Bank.NOON.plus(Duration.ofDays(9)), "{\"openedOn\":\"2026-03-19\",\"consents\":[\"push\"]}");

            assertThat(back.status()).isEqualTo(Outcome.Status.DECIDED);
            assertThat(bank.credit(Bank.NOON.plus(Duration.ofDays(9)), "5000").issued())
                    .hasSize(1);
        }
    }

    private static void assertRefused(MergeHandedOver handed) {
        try (Bank bank = new Bank(new TestRelease().compile())) {
            bank.reconsider();
            byte[] before = CustomerStateCodec.bytes(bank.state);
            Outcome outcome = bank.event(
                    EventTypes.MERGE_HANDED_OVER,
                    Bank.NOON,
                    new String(EventWriter.body(handed), StandardCharsets.UTF_8));

            assertThat(outcome.status()).isEqualTo(Outcome.Status.REJECTED);
            assertThat(outcome.rejection().code()).isEqualTo(ErrorCode.BAD_VALUE);
            assertThat(bank.state.identity().merged()).isEmpty();
            assertThat(CustomerStateCodec.bytes(bank.state))
                    .hasSameSizeAs(before)
                    .isNotEmpty();
        }
    }
}
