package io.motengine.engine.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motengine.engine.features.FeatureMemory;
import io.motengine.engine.features.OldBuckets;
import io.motengine.engine.patterns.OpenPattern;
import io.motengine.schemas.money.Money;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class CustomerStateCodecTest {
    @Test
    void readsBackEverythingThatWasWritten() throws IOException {
        byte[] written = written(full2());

        CustomerState read = CustomerStateCodec.read(new DataInputStream(new ByteArrayInputStream(written)));

        assertThat(read)
                .usingRecursiveComparison()
                .ignoringFields(
                        "recordBytes",
                        "seen.hashes",
                        "seen.minutes",
                        "features.stored",
                        "features.begin",
                        "features.end")
                .withStrictTypeChecking()
                .isEqualTo(full2());
        assertThat(written(read)).isEqualTo(written);
    }

    @Test
    void restoresARecordOfVersion1() throws IOException {
        byte[] version1 = HexFormat.of()
                .parseHex(new String(
                                getClass()
                                        .getResourceAsStream("/customer-state-v1.hex")
                                        .readAllBytes(),
                                java.nio.charset.StandardCharsets.US_ASCII)
                        .replaceAll("\\s", ""));

        CustomerState read = CustomerStateCodec.read(new DataInputStream(new ByteArrayInputStream(version1)));

        CustomerState expected = full();
        // Nobody was shown by version 1.
        expected.shown().stale();
        assertThat(written(read)).isEqualTo(written(expected));
    }

    @Test
    void refusesAVersionItDoesNotKnow() {
        assertThatThrownBy(() ->
                        CustomerStateCodec.read(new DataInputStream(new ByteArrayInputStream(new byte[] {99, 0, 0}))))
                .hasMessage("customer state: version 99 (expected: 2 or older)");
    }

    static byte[] written(CustomerState state) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CustomerStateCodec.write(state, new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    static CustomerState full() {
        CustomerState state = new CustomerState("客户-1");
        state.nextSequence();
        state.advanceClock(1_000);
        state.active(2_000);
        state.nextTick(3_000);
        state.wakeAt(4_000);
        state.concluded("B", "honeymoon", Set.of("payroll", "mortgage"), 5_000, ZoneOffset.UTC);
        state.profile(new Profile(
                "person",
                LocalDate.of(1990, 1, 2),
                null,
                3,
                new Money(12_345, "CNY"),
                null,
                "zh",
                "b1",
                "rm1",
                List.of("sms"),
                List.of(),
                List.of("complaint"),
                null,
                FieldTimes.first(12, 6_000)));
        state.holdings()
                .put("h1", new HeldProduct("p1", "wealth", new Money(5, "CNY"), LocalDate.of(2026, 1, 1), true, 7_000));
        state.holdings().put("h2", new HeldProduct("p2", "card", null, null, false, 8_000));
        state.seen().add("/core", "e1", 9_000);
        state.seen().add("/core", "e2", 9_001);
        state.features =
                FeatureMemory.adopt(Map.of("inflow30d", new OldBuckets(new long[] {10, 12}, new long[] {100, -5})));
        state.patterns().adopt(List.of(new OpenPattern("form-left", "p1", "/app/e9", 10_000, 11_000)));
        state.contacts().add(Contact.of(12_000, "a1", "s1", "sms"));
        state.known(5_000);
        state.nextWaits(11_000, CustomerState.NEVER);
        return state;
    }

    /** With everything that version 1 did not have. */
    static CustomerState full2() {
        CustomerState state = full();
        state.known(500);
        state.meets(7);
        state.openActions()
                .add(new OpenAction(
                        "0a874cac5a429017f629c946d4d86b78",
                        null,
                        "s1",
                        "sms",
                        "/core/e1",
                        12_000,
                        13_000,
                        OpenAction.Life.OPENED));
        state.lists().put("spring", new ListEntry(LocalDate.of(2026, 3, 1), true, 14_000));
        state.lists().put("autumn", new ListEntry(null, false, CustomerState.UNSET));
        state.links().put(new Link("owner", "c-2"), new Link.Standing(false, 15_000));
        state.goalsMet().add("s1");
        state.identity().merged().add("openid:o1");
        state.identity().into("c-9");
        state.identity().erasedAt(16_000);
        state.shown().written(42, 17_000);
        state.shown().waitsUntil(18_000);
        return state;
    }
}
