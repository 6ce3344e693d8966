package io.motengine.schemas.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.schemas.Contract;
import io.motengine.schemas.decision.DeadLetter;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.Origin;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Broken input is refused with a code and nothing else is ever thrown; what is said about it can be written and read. */
class FuzzTest {
    private static final int ROUNDS = 40_000;
    private static final String[] FRAGMENTS = {
        "\"",
        "\\",
        "\\u0000",
        "\\ud800",
        "{",
        "}",
        "[",
        "]",
        ":",
        ",",
        "null",
        "true",
        "-",
        "1e999",
        "0.1",
        "9".repeat(120),
        "\u0000",
        "\uFEFF",
        "\"amount\":",
        "\"data\":",
        "\"id\":\"x\",",
        " ".repeat(40),
        "[".repeat(50),
        "{\"a\":".repeat(40)
    };

    @Test
    void onlyBadEventsEscape() throws BadEventException {
        Random random = new Random(20_260_131);
        List<byte[]> examples =
                Contract.eventTypes().stream().map(Contract::example).toList();
        Map<ErrorCode, Integer> refused = new EnumMap<>(ErrorCode.class);
        int bound = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] mutated = examples.get(round % examples.size());
            for (int i = random.nextInt(3); i >= 0; i--) {
                mutated = mutate(mutated, random);
            }
            try {
                EventEnvelope envelope = EnvelopeReader.read(null, mutated, RecordHeaders.NONE);
                if (EventBinder.knows(envelope.type())) {
                    EventBinder.bind(envelope.type(), envelope.body());
                    bound++;
                }
            } catch (BadEventException bad) {
                refused.merge(bad.code(), 1, Integer::sum);
                assertWritable(DeadLetter.of(new Origin("t", 0, round), bad.code(), bad.getMessage(), mutated));
            }
        }

        assertThat(bound).isGreaterThan(ROUNDS / 50);
        assertThat(refused)
                .containsKeys(
                        ErrorCode.NOT_JSON,
                        ErrorCode.INVALID_UTF8,
                        ErrorCode.TOO_DEEP,
                        ErrorCode.DUPLICATE_KEY,
                        ErrorCode.MISSING_FIELD,
                        ErrorCode.WRONG_TYPE,
                        ErrorCode.BAD_VALUE,
                        ErrorCode.BAD_TIME,
                        ErrorCode.UNKNOWN_CURRENCY,
                        ErrorCode.UNSUPPORTED_SPEC_VERSION);
    }

    @Test
    void onlyBadEventsEscape_fromADeclaredType() throws BadEventException {
        Random random = new Random(20_260_131);
        byte[] example =
                ("{\"cardId\":\"k1\",\"amount\":\"12.50\",\"limit\":\"5000\",\"currency\":\"CNY\",\"attempts\":3,"
                                + "\"terminal\":77120934,\"abroad\":false,\"validUntil\":\"2027-12-31\"}")
                        .getBytes(StandardCharsets.UTF_8);
        Map<ErrorCode, Integer> refused = new EnumMap<>(ErrorCode.class);
        int bound = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] mutated = mutate(example, random);
            try {
                assertThat(DeclaredBodyTest.CARD_BLOCKED.bind(mutated)).hasSize(7);
                bound++;
            } catch (BadEventException bad) {
                refused.merge(bad.code(), 1, Integer::sum);
                assertWritable(DeadLetter.of(new Origin("t", 0, round), bad.code(), bad.getMessage(), mutated));
            }
        }

        assertThat(bound).isGreaterThan(ROUNDS / 50);
        assertThat(refused)
                .containsKeys(
                        ErrorCode.NOT_JSON,
                        ErrorCode.INVALID_UTF8,
                        ErrorCode.TOO_DEEP,
                        ErrorCode.DUPLICATE_KEY,
                        ErrorCode.MISSING_FIELD,
                        ErrorCode.WRONG_TYPE,
                        ErrorCode.BAD_VALUE,
                        ErrorCode.BAD_TIME,
                        ErrorCode.UNKNOWN_CURRENCY);
    }

    private static void assertWritable(DeadLetter letter) throws BadEventException {
        assertThat(letter.message())
                .contains(": ", " (expected: ")
                .endsWith(")")
                .hasSizeLessThan(700);
        assertThat(DeadLetterCodec.read(DeadLetterCodec.write(letter)).message())
                .isEqualTo(letter.message());
    }

    static byte[] mutate(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length + 1);
        int until = Math.min(bytes.length, at + random.nextInt(12));
        return switch (random.nextInt(6)) {
            case 0 ->
                splice(bytes, at, at, FRAGMENTS[random.nextInt(FRAGMENTS.length)].getBytes(StandardCharsets.UTF_8));
            case 1 ->
                splice(bytes, at, until, FRAGMENTS[random.nextInt(FRAGMENTS.length)].getBytes(StandardCharsets.UTF_8));
            case 2 -> splice(bytes, at, until, new byte[0]);
            case 3 -> splice(bytes, at, Math.min(bytes.length, at + 1), new byte[] {(byte) random.nextInt(256)});
            case 4 -> splice(bytes, at, at, Arrays.copyOfRange(bytes, at, until));
            default ->
                splice(bytes, at, Math.min(bytes.length, at + 1), new byte[] {(byte) ('0' + random.nextInt(75))});
        };
    }

    private static byte[] splice(byte[] bytes, int from, int to, byte[] middle) {
        byte[] result = new byte[bytes.length - (to - from) + middle.length];
        System.arraycopy(bytes, 0, result, 0, from);
        System.arraycopy(middle, 0, result, from, middle.length);
        System.arraycopy(bytes, to, result, from + middle.length, bytes.length - to);
        return result;
    }
}
