package io.motengine.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.state.CustomerState;
import io.motengine.engine.state.CustomerStateCodec;
import io.motengine.engine.state.ListEntry;
import io.motengine.schemas.codec.BadEventException;
import io.motengine.schemas.codec.EnvelopeReader;
import io.motengine.schemas.codec.ErrorCode;
import io.motengine.schemas.codec.EventBinder;
import io.motengine.schemas.codec.EventWriter;
import io.motengine.schemas.codec.RecordHeaders;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.EventTypes;
import io.motengine.schemas.event.MergeHandedOver;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
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
    void keepsARecordThatNoMessageCanCarry_andSaysSo() {
        try (Bank bank = new Bank(new TestRelease().compile())) {
            bank.profile(Bank.NOON, 5_000);
            for (int label = 0; label < 40_000; label++) {
                bank.state.lists().put("a-rather-long-label-" + label, new ListEntry(null, true, label));
            }
            int size = CustomerStateCodec.bytes(bank.state).length;
            assertThat(size).isGreaterThan(MergeHandedOver.MAX_RECORD);

            for (String ask : List.of(
                    "{\"into\":\"c0\",\"link\":\"/t/1\"}",
                    "{\"relation\":\"identity\",\"otherId\":\"c0\",\"otherKind\":\"customer\"}")) {
                String type = ask.contains("into") ? EventTypes.MERGE_REQUESTED : EventTypes.CUSTOMER_LINKED;
                Outcome outcome = bank.event(type, Bank.NOON.plusSeconds(1), ask);

                assertThat(outcome.status()).isEqualTo(Outcome.Status.REJECTED);
                assertThat(outcome.rejection().code()).isEqualTo(ErrorCode.TOO_LARGE);
                assertThat(outcome.rejection().getMessage()).contains("record of c1: " + size + " bytes", "into c0");
                assertThat(outcome.told()).isEmpty();
            }
            assertThat(bank.state.identity().into()).isNull();
            assertThat(bank.credit(Bank.NOON.plusSeconds(2), "5000").status()).isEqualTo(Outcome.Status.DECIDED);
        }
    }

    @Test
    void carriesTheLargestRecord_inOneMessage() throws BadEventException {
        byte[] record = new byte[MergeHandedOver.MAX_RECORD];
        byte[] message = EventWriter.write(
                "i".repeat(64), "/mot-engine", "c".repeat(256), Bank.NOON, MergeHandedOver.of("d", record));

        assertThat(message).hasSizeLessThan(1_048_588 - 1_024);
        EventEnvelope read = EnvelopeReader.read(null, message, RecordHeaders.NONE);
        assertThat(EventBinder.bind(read.type(), read.body())).isEqualTo(MergeHandedOver.of("d", record));
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
