package io.motengine.schemas.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.motengine.schemas.codec.DeclaredBody.Field;
import io.motengine.schemas.codec.DeclaredBody.Kind;
import io.motengine.schemas.event.EventTypes;
import io.motengine.schemas.event.TransactionPosted;
import io.motengine.schemas.money.Money;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclaredBodyTest {
    static final DeclaredBody CARD_BLOCKED = new DeclaredBody(List.of(
            new Field("cardId", Kind.TEXT),
            new Field("amount", Kind.MONEY),
            new Field("limit", Kind.MONEY),
            new Field("attempts", Kind.INTEGER),
            new Field("terminal", Kind.NUMBER),
            new Field("abroad", Kind.FLAG),
            new Field("validUntil", Kind.DATE)));

    @Test
    void binds_everyKind_withTheCurrencyAfterTheAmounts_andUnknownMembersLeftAlone() throws BadEventException {
        assertThat(
                        bind(
                                "{\"amount\":\"12.5\",\"x\":{\"y\":[1]},\"cardId\":\"k\\n1\",\"limit\":1000,\"currency\":\"CNY\","
                                        + "\"attempts\":3,\"terminal\":9007199254740993,\"abroad\":true,\"validUntil\":\"2027-12-31\"}"))
                .containsExactly(
                        "k\n1",
                        Money.of("12.50", "CNY"),
                        Money.of("1000.00", "CNY"),
                        3,
                        9_007_199_254_740_993L,
                        true,
                        LocalDate.of(2027, 12, 31));
    }

    @Test
    void binds_whatIsAbsentOrNullToNull() throws BadEventException {
        assertThat(bind("{}")).containsOnlyNulls().hasSize(7);
        assertThat(bind("{\"amount\":null,\"currency\":null,\"attempts\":null,\"abroad\":null,\"validUntil\":null}"))
                .containsOnlyNulls();
    }

    @Test
    void binds_currencyAsAnyMember_whenThereIsNoMoney() throws BadEventException {
        DeclaredBody body = new DeclaredBody(List.of(new Field("currency", Kind.TEXT)));

        assertThat(body.bind("{\"currency\":\"shells\"}".getBytes(UTF_8))).containsExactly("shells");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // body | code | message
                "{\"amount\":\"1.234\",\"currency\":\"CNY\"}|bad-value|data.amount: \"1.234\" (expected: a decimal with at most 2 places for CNY)",
                "{\"amount\":\"1\"}|missing-field|data.currency: absent (expected: an ISO 4217 code such as CNY)",
                "{\"amount\":\"1\",\"currency\":\"CNX\"}|unknown-currency|data.currency: \"CNX\" (expected: an ISO 4217 code such as CNY)",
                "{\"amount\":true}|wrong-type|data.amount: true (expected: a decimal in a string)",
                "{\"cardId\":7}|wrong-type|data.cardId: 7 (expected: a string)",
                "{\"attempts\":\"7\"}|wrong-type|data.attempts: \"7\" (expected: a whole number)",
                "{\"attempts\":1.5}|wrong-type|data.attempts: 1.5 (expected: a whole number)",
                "{\"attempts\":3000000000}|bad-value|data.attempts: 3000000000 (expected: a number of 32 bits)",
                "{\"terminal\":9223372036854775808}|bad-value|data.terminal: 9223372036854775808 (expected: a number of 64 bits)",
                "{\"abroad\":\"yes\"}|wrong-type|data.abroad: \"yes\" (expected: true or false)",
                "{\"validUntil\":\"2026-02-30\"}|bad-time|data.validUntil: \"2026-02-30\" (expected: a date such as 2026-01-31)",
                "{\"abroad\":true,\"abroad\":true}|duplicate-key|data.abroad: twice (expected: once in an object)",
                "{\"x\":{\"y\":1,\"y\":1}}|duplicate-key|data.x.y: twice (expected: once in an object)",
                "[]|wrong-type|data: an array (expected: an object)",
            })
    void refuses(String body, String code, String message) {
        BadEventException bad = catchThrowableOfType(BadEventException.class, () -> bind(body));

        assertThat(bad).hasMessage(message);
        assertThat(bad.code().code()).isEqualTo(code);
    }

    @Test
    void refuses_whatIsTooLarge() {
        BadEventException bad = catchThrowableOfType(
                BadEventException.class, () -> CARD_BLOCKED.bind(new byte[EnvelopeReader.MAX_BYTES + 1]));

        assertThat(bad.code()).isEqualTo(ErrorCode.TOO_LARGE);
    }

    @Test
    void refuses_fieldsThatCannotBeToldApart() {
        Field money = new Field("amount", Kind.MONEY);

        assertThatIllegalArgumentException().isThrownBy(() -> new DeclaredBody(List.of(money, money)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DeclaredBody(List.of(new Field("currency", Kind.TEXT), money)))
                .withMessage("field currency: beside money, whose currency it is");
    }

    /** The contract's own reader is the model: the same amount and currency are taken or refused in the same words. */
    @Property
    void money_isReadAsInATypeOfTheContract(
            @ForAll @IntRange(max = 5) int places, @ForAll long number, @ForAll boolean quoted, @ForAll boolean known) {
        String digits = Long.toUnsignedString(number);
        int point = Math.max(1, digits.length() - places);
        String decimal = digits.substring(0, point) + (point < digits.length() ? "." + digits.substring(point) : "");
        String amount = quoted ? '"' + decimal + '"' : decimal;
        String body = "{\"accountId\":\"a\",\"direction\":\"debit\",\"amount\":" + amount + ",\"currency\":\""
                + (known ? "KWD" : "KWX") + "\"}";

        Object declared = outcome(() -> CARD_BLOCKED.bind(body.getBytes(UTF_8))[1]);
        Object own = outcome(() ->
                ((TransactionPosted) EventBinder.bind(EventTypes.TRANSACTION_POSTED, body.getBytes(UTF_8))).amount());

        if (number != 0) {
            assertThat(declared).isEqualTo(own);
        }
    }

    private interface Reading {
        Object read() throws BadEventException;
    }

    private static Object outcome(Reading reading) {
        try {
            return reading.read();
        } catch (BadEventException e) {
            return e.code() + " " + e.getMessage();
        }
    }

    private static Object[] bind(String body) throws BadEventException {
        return CARD_BLOCKED.bind(body.getBytes(UTF_8));
    }
}
