package io.motengine.schemas.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.motengine.schemas.Contract;
import io.motengine.schemas.event.AppClick;
import io.motengine.schemas.event.CustomerErased;
import io.motengine.schemas.event.CustomerLinked;
import io.motengine.schemas.event.CustomerListed;
import io.motengine.schemas.event.EventTypes;
import io.motengine.schemas.event.StageMoved;
import io.motengine.schemas.event.TransactionPosted;
import io.motengine.schemas.money.Money;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrokenBodyTest {
    private static final String POSTED =
            "{\"accountId\":\"A\",\"direction\":\"credit\",\"amount\":\"12.50\",\"currency\":\"CNY\"}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // what is replaced | by what | code | message
                "\"12.50\"|\"12.345\"|bad-value|data.amount: \"12.345\" (expected: a decimal with at most 2 places for CNY)",
                "\"12.50\"|\"1e3\"|bad-value|data.amount: \"1e3\" (expected: a decimal with at most 2 places for CNY)",
                "\"12.50\"|\"\"|bad-value|data.amount: \"\" (expected: a decimal with at most 2 places for CNY)",
                "\"12.50\"|\"-\"|bad-value|data.amount: \"-\" (expected: a decimal with at most 2 places for CNY)",
                "\"12.50\"|\".5\"|bad-value|data.amount: \".5\" (expected: a decimal with at most 2 places for CNY)",
                "\"12.50\"|\"5.\"|bad-value|data.amount: \"5.\" (expected: a decimal with at most 2 places for CNY)",
                "\"12.50\"|\"1.2.3\"|bad-value|data.amount: \"1.2.3\" (expected: a decimal with at most 2 places for CNY)",
                "\"12.50\"|\"١٢\"|bad-value|data.amount: \"١٢\" (expected: a decimal with at most 2 places for CNY)",
                "\"12.50\"|\"0.00\"|bad-value|data.amount: \"0.00\" (expected: above zero; the direction has the sign)",
                "\"12.50\"|\"-1\"|bad-value|data.amount: \"-1\" (expected: above zero; the direction has the sign)",
                "\"12.50\"|\"100000000000000.00\"|bad-value|data.amount: \"100000000000000.00\" (expected: at most 16 digits, decimals included)",
                "\"12.50\"|99999999999999999999|bad-value|data.amount: \"99999999999999999999\" (expected: at most 16 digits, decimals included)",
                "\"12.50\"|true|wrong-type|data.amount: true (expected: a decimal in a string)",
                "\"12.50\"|null|missing-field|data.amount: absent (expected: a decimal in a string)",
                "\"CNY\"|\"CNX\"|unknown-currency|data.currency: \"CNX\" (expected: an ISO 4217 code such as CNY)",
                "\"CNY\"|\"cny\"|unknown-currency|data.currency: \"cny\" (expected: an ISO 4217 code such as CNY)",
                "\"CNY\"|null|missing-field|data.currency: absent (expected: an ISO 4217 code such as CNY)",
                "\"credit\"|\"in\"|bad-value|data.direction: \"in\" (expected: one of credit, debit)",
                "\"accountId\"|\"account\"|missing-field|data.accountId: absent (expected: an id)",
                "\"A\"|{}|wrong-type|data.accountId: an object (expected: a string)",
                "\"accountId\"|\"amount\"|duplicate-key|data.amount: twice (expected: once in an object)",
                "\"A\"|\"A\",\"x\":{\"y\":1,\"y\":2}|duplicate-key|data.x.y: twice (expected: once in an object)",
            })
    void transactionPosted(String what, String by, String code, String message) {
        check(EventTypes.TRANSACTION_POSTED, POSTED.replace(what, by), code, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // type | body | code | message
                "customer.profile.updated.v1|{\"birthDate\":\"1990-02-30\"}|bad-time|data.birthDate: \"1990-02-30\" (expected: a date such as 2026-01-31)",
                "customer.profile.updated.v1|{\"consents\":[\"sms\",7]}|wrong-type|data.consents[1]: 7 (expected: a string)",
                "customer.profile.updated.v1|{\"consents\":[null]}|wrong-type|data.consents[0]: null (expected: a string)",
                "customer.profile.updated.v1|{\"labels\":\"vip\"}|wrong-type|data.labels: \"vip\" (expected: an array)",
                "customer.profile.updated.v1|{\"aum\":\"5\"}|missing-field|data.currency: absent (expected: an ISO 4217 code such as CNY)",
                "customer.profile.updated.v1|{\"timeZone\":\"Asia/Atlantis\"}|bad-value|data.timeZone: \"Asia/Atlantis\" (expected: an IANA time zone such as Asia/Shanghai)",
                "customer.profile.updated.v1|{\"kind\":\"ghost\"}|bad-value|data.kind: \"ghost\" (expected: one of company, person)",
                "customer.linked.v1|{\"relation\":\"identity\",\"otherId\":\"d\",\"otherKind\":\"device\",\"ended\":\"no\"}|wrong-type|data.ended: \"no\" (expected: true or false)",
                "customer.holding.updated.v1|{\"holdingId\":\"h\",\"productId\":\"p\",\"family\":\"wealth\"}|missing-field|data.status: absent (expected: active, matured or closed)",
                "credit.limit.updated.v1|{\"productId\":\"p\"}|missing-field|data.limit: absent (expected: a decimal in a string)",
                "credit.application.changed.v1|{\"applicationId\":\"a\",\"productId\":\"p\"}|missing-field|data.step: absent (expected: a step such as applied)",
                "service.contact.v1|{}|missing-field|data.kind: absent (expected: a kind such as branch-ticket)",
                "mot.feedback.v1|{\"outcome\":\"lost\"}|bad-value|data.outcome: \"lost\" (expected: one of delivered, not-delivered, opened, clicked, accepted, refused, expired, done, handed-over)",
                "app.click.v1|{\"page\":\"a\"}|missing-field|data.action: absent (expected: what was done, such as view)",
                "app.click.v1|{\"page\":\"a\"|not-json|data: Unexpected end-of-input: expected close marker for Object, at byte 11 (expected: one JSON object)",
                "customer.linked.v1|{\"relation\":\"cousin\"}|bad-value|data.relation: \"cousin\" (expected: one of employee, employer, family, identity, owner, owns, parent, payer, payroll, receiver, referred, referrer, subsidiary)",
                "customer.listed.v1|{}|missing-field|data.label: absent (expected: the name of a list)",
                "customer.listed.v1|{\"label\":\"l\",\"until\":\"soon\"}|bad-time|data.until: \"soon\" (expected: a date such as 2026-01-31)",
                "customer.erased.v1|{\"reason\":5}|wrong-type|data.reason: 5 (expected: a string)",
                "mot.linked.moment.v1|{\"moment\":\"m\",\"relation\":\"owner\",\"from\":\"c\",\"variables\":{\"x\":1}}|wrong-type|data.variables.x: 1 (expected: a string)",
                "mot.linked.moment.v1|{\"moment\":\"m\",\"relation\":\"owner\",\"from\":\"c\",\"variables\":{},\"path\":[]}|missing-field|data.cause: absent (expected: what raised the moment)",
                "mot.merge.requested.v1|{\"link\":\"l\"}|missing-field|data.into: absent (expected: a customer id)",
                "mot.merge.handed-over.v1|{\"from\":\"d\",\"record\":\"?\"}|bad-value|data.record: \"?\" (expected: base64)",
                "mot.merge.handed-over.v1|{\"from\":\"d\",\"record\":\"AQ==\",\"digest\":\"00\"}|bad-value|data.digest: \"00\" (expected: the SHA-256 of record)",
                "app.click.v1|[]|wrong-type|data: an array (expected: an object)",
            })
    void otherBodies(String type, String body, String code, String message) {
        check(type, body, code, message);
    }

    @Test
    void longValues_areCutInMessages() {
        check(
                EventTypes.APP_CLICK,
                "{\"page\":\"" + "x".repeat(300) + "\"}",
                "bad-value",
                "data.page: \"" + "x".repeat(60) + "…\" (expected: 1 to 256 characters on one line)");
    }

    @Test
    void tooMuch() {
        String many = "[" + "\"a\",".repeat(1_000) + "\"a\"]";

        check(
                EventTypes.PROFILE_UPDATED,
                "{\"labels\":" + many + "}",
                "too-large",
                "data.labels: more (expected: at most 1000 items)");
        check(
                EventTypes.FEEDBACK,
                "{\"reason\":\"" + "x".repeat(16_385) + "\"}",
                "too-large",
                "data.reason: \"" + "x".repeat(60) + "…\" (expected: at most 16384 characters)");
        check(
                EventTypes.APP_CLICK,
                " ".repeat(EnvelopeReader.MAX_BYTES + 1),
                "too-large",
                "data: 1048577 bytes (expected: at most 1048576)");
    }

    @Test
    void tooDeep() {
        String deep = "{\"x\":" + "{\"x\":".repeat(40) + "1" + "}".repeat(41);

        check(EventTypes.APP_CLICK, deep, "too-deep", "data: nested deeper (expected: at most 32 levels)");
    }

    @Test
    void nameTwiceAmongMany() throws BadEventException {
        String many =
                IntStream.range(0, 60).mapToObj(i -> "\"x" + i + "\":" + i).collect(Collectors.joining(","));
        String click = "{\"page\":\"p\",\"action\":\"view\"," + many;

        assertThat(bind(EventTypes.APP_CLICK, click + "}")).isInstanceOf(AppClick.class);
        check(
                EventTypes.APP_CLICK,
                click + ",\"x3\":0}",
                "duplicate-key",
                "data.x3: twice (expected: once in an object)");
        check(
                EventTypes.APP_CLICK,
                click + ",\"x59\":0}",
                "duplicate-key",
                "data.x59: twice (expected: once in an object)");
    }

    @Test
    void correction_saysOfWhat() {
        check(
                EventTypes.STOCK_CORRECTED,
                "{\"reason\":\"r\"}",
                "missing-field",
                "data.change: absent (expected: how many more or fewer there are, unless budgetChange is given)");
    }

    @Test
    void typeOutsideTheContract_isTheCallersMistake() {
        assertThat(EventBinder.knows("bank.card.blocked.v1")).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventBinder.bind("bank.card.blocked.v1", new byte[0]))
                .withMessageStartingWith("type: bank.card.blocked.v1 (expected: one of ");
    }

    @Test
    void binds_currencyAfterAmounts_numbers_unknownFieldsAndNulls() throws BadEventException {
        String body =
                "{\"x\":{\"deep\":[1,2]},\"amount\":1000.5,\"balance\":\"-3\",\"channel\":null,\"currency\":\"KWD\","
                        + "\"direction\":\"debit\",\"accountId\":\"A\"}";

        assertThat(bind(EventTypes.TRANSACTION_POSTED, body))
                .isEqualTo(new TransactionPosted(
                        "A",
                        TransactionPosted.Direction.DEBIT,
                        Money.of("1000.500", "KWD"),
                        Money.of("-3.000", "KWD"),
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    @Test
    void binds_defaults() throws BadEventException {
        assertThat(bind(
                        EventTypes.CUSTOMER_LINKED,
                        "{\"relation\":\"identity\",\"otherId\":\"d\",\"otherKind\":\"device\"}"))
                .isEqualTo(new CustomerLinked("identity", "d", "device", false));
        assertThat(bind(EventTypes.CUSTOMER_LISTED, "{\"label\":\"l\"}"))
                .isEqualTo(new CustomerListed("l", true, null));
        assertThat(bind(EventTypes.CUSTOMER_ERASED, "{}")).isEqualTo(new CustomerErased(null));
        assertThat(bind(EventTypes.APP_CLICK, "{\"page\":\"p\",\"action\":\"view\"}"))
                .isEqualTo(new AppClick("p", "view", null, null, null, null, null));
    }

    @Test
    void knows_everyEventType() {
        assertThat(Contract.eventTypes()).allMatch(EventBinder::knows);
    }

    @Test
    void whatTheEngineRaisesInside_isNotReadAndNotWritten() {
        StageMoved moved = new StageMoved("honeymoon", "rising");

        assertThat(EventTypes.of(moved)).isEqualTo(EventTypes.STAGE_CHANGED);
        assertThat(EventBinder.knows(EventTypes.STAGE_CHANGED)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> EventWriter.body(moved));
    }

    private static Object bind(String type, String body) throws BadEventException {
        return EventBinder.bind(type, body.getBytes(UTF_8));
    }

    private static void check(String type, String body, String code, String message) {
        BadEventException bad = catchThrowableOfType(BadEventException.class, () -> bind(type, body));

        assertThat(bad.getMessage()).isEqualTo(message);
        assertThat(bad.code().code()).isEqualTo(code);
    }
}
