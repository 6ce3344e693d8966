package io.motengine.schemas.codec;

import io.motengine.schemas.event.AppClick;
import io.motengine.schemas.event.CreditApplicationChanged;
import io.motengine.schemas.event.CreditLimitUpdated;
import io.motengine.schemas.event.CustomerErased;
import io.motengine.schemas.event.CustomerLinked;
import io.motengine.schemas.event.CustomerListed;
import io.motengine.schemas.event.EventBody;
import io.motengine.schemas.event.Feedback;
import io.motengine.schemas.event.GrantDenied;
import io.motengine.schemas.event.GrantGiven;
import io.motengine.schemas.event.HoldingUpdated;
import io.motengine.schemas.event.Learned;
import io.motengine.schemas.event.LinkedMoment;
import io.motengine.schemas.event.MergeHandedOver;
import io.motengine.schemas.event.MergeRequested;
import io.motengine.schemas.event.ProfileUpdated;
import io.motengine.schemas.event.ServiceContact;
import io.motengine.schemas.event.StockCorrected;
import io.motengine.schemas.event.TieForgotten;
import io.motengine.schemas.event.TransactionPosted;
import io.motengine.schemas.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Bodies with every field that may be absent sometimes absent, and text beyond ASCII. */
final class Generated {
    private static final long MOST = 9_999_999_999_999_999L;

    private Generated() {}

    static Arbitrary<EventBody> bodies() {
        return Arbitraries.oneOf(
                transactions(),
                clicks(),
                profiles(),
                holdings(),
                links(),
                listings(),
                erasures(),
                applications(),
                limits(),
                contacts(),
                feedback(),
                linkedMoments(),
                mergeRequests(),
                mergedRecords(),
                words().map(GrantGiven::new),
                Combinators.combine(words(), words()).as(GrantDenied::new),
                corrections(),
                forgottenTies());
    }

    static Arbitrary<String> words() {
        Arbitrary<Integer> letters = Arbitraries.oneOf(
                Arbitraries.integers().between('!', '~'),
                Arbitraries.of((int) '"', (int) '\\', (int) '客', 0x1F600, 0x2028, 0xFFFD));
        return letters.list()
                .ofMinSize(1)
                .ofMaxSize(20)
                .map(points -> points.stream()
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString());
    }

    /** Text with line breaks, which may be empty. */
    static Arbitrary<String> texts() {
        return Arbitraries.oneOf(words(), Arbitraries.of("", "one\ntwo\tthree\r\n"));
    }

    static Arbitrary<Instant> times() {
        return Combinators.combine(
                        Arbitraries.longs().between(-2_208_988_800L, 7_258_118_399L),
                        Arbitraries.integers().between(0, 999_999_999))
                .as(Instant::ofEpochSecond);
    }

    static <T> Arbitrary<T> maybe(Arbitrary<T> value) {
        return value.injectNull(0.3);
    }

    static Arbitrary<LocalDate> dates() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(1800, 1, 1).toEpochDay(),
                        LocalDate.of(9999, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    private static Arbitrary<String> currencies() {
        return Arbitraries.of("CNY", "JPY", "KWD", "CLF", "HKD");
    }

    private static Arbitrary<Long> amounts() {
        return Arbitraries.longs().between(-MOST, MOST);
    }

    static Arbitrary<Money> money() {
        return Combinators.combine(amounts(), currencies()).as(Money::new);
    }

    private static Arbitrary<String> of(Set<String> words) {
        return Arbitraries.of(words);
    }

    private static Arbitrary<List<String>> lists() {
        return maybe(words().list().ofMaxSize(3));
    }

    private static Arbitrary<TransactionPosted> transactions() {
        Arbitrary<Money> positive = Combinators.combine(Arbitraries.longs().between(1, MOST), currencies())
                .as(Money::new);
        return Combinators.combine(
                        words(),
                        Arbitraries.of(TransactionPosted.Direction.class),
                        positive,
                        maybe(amounts()),
                        maybe(words()),
                        maybe(words()),
                        maybe(words()),
                        maybe(words()))
                .as((account, direction, amount, balance, category, bank, merchant, channel) -> new TransactionPosted(
                        account,
                        direction,
                        amount,
                        balance == null ? null : new Money(balance, amount.currency()),
                        category,
                        bank,
                        bank,
                        merchant,
                        channel));
    }

    private static Arbitrary<AppClick> clicks() {
        Arbitrary<String> channels = maybe(of(Vocabulary.CLICK_CHANNELS));
        return Combinators.combine(
                        words(), words(), maybe(words()), maybe(words()), maybe(words()), maybe(words()), channels)
                .as(AppClick::new);
    }

    private static Arbitrary<ProfileUpdated> profiles() {
        Arbitrary<String> zones = maybe(Arbitraries.of("Asia/Shanghai", "UTC", "America/New_York"));
        return Combinators.combine(
                        maybe(of(Vocabulary.CUSTOMER_KINDS)),
                        maybe(dates()),
                        maybe(of(Vocabulary.RISK_GRADES)),
                        maybe(money()),
                        zones,
                        maybe(words()),
                        lists(),
                        lists())
                .as((kind, date, grade, aum, zone, branch, consents, labels) -> new ProfileUpdated(
                        kind, date, date, grade, aum, zone, branch, branch, branch, consents, labels, consents,
                        branch));
    }

    private static Arbitrary<HoldingUpdated> holdings() {
        return Combinators.combine(
                        words(),
                        words(),
                        words(),
                        maybe(money()),
                        maybe(dates()),
                        maybe(dates()),
                        Arbitraries.of(HoldingUpdated.Status.class))
                .as(HoldingUpdated::new);
    }

    private static Arbitrary<CustomerLinked> links() {
        return Combinators.combine(
                        of(Vocabulary.RELATIONS), words(), of(Vocabulary.OTHER_KINDS), Arbitraries.of(true, false))
                .as(CustomerLinked::new);
    }

    private static Arbitrary<CustomerListed> listings() {
        return Combinators.combine(words(), Arbitraries.of(true, false), maybe(dates()))
                .as(CustomerListed::new);
    }

    private static Arbitrary<CustomerErased> erasures() {
        return maybe(words()).map(CustomerErased::new);
    }

    private static Arbitrary<LinkedMoment> linkedMoments() {
        return Combinators.combine(
                        words(),
                        of(Vocabulary.RELATIONS),
                        words(),
                        maybe(texts()),
                        Arbitraries.maps(words(), texts()).ofMaxSize(3),
                        words().list().ofMaxSize(3),
                        texts())
                .as(LinkedMoment::new);
    }

    private static Arbitrary<MergeRequested> mergeRequests() {
        return Combinators.combine(words(), texts()).as(MergeRequested::new);
    }

    private static Arbitrary<TieForgotten> forgottenTies() {
        return words().list().ofMinSize(1).ofMaxSize(3).map(TieForgotten::new);
    }

    private static Arbitrary<MergeHandedOver> mergedRecords() {
        Arbitrary<byte[]> records = Arbitraries.bytes().array(byte[].class).ofMaxSize(200);
        return Combinators.combine(words(), records).as(MergeHandedOver::of);
    }

    private static Arbitrary<StockCorrected> corrections() {
        return Combinators.combine(Arbitraries.longs().between(-MOST, MOST), maybe(money()), maybe(texts()))
                .as(StockCorrected::new);
    }

    private static Arbitrary<CreditApplicationChanged> applications() {
        return Combinators.combine(words(), words(), of(Vocabulary.CREDIT_STEPS), maybe(money()))
                .as(CreditApplicationChanged::new);
    }

    private static Arbitrary<CreditLimitUpdated> limits() {
        return Combinators.combine(words(), money(), maybe(amounts()), maybe(dates()))
                .as((product, limit, used, until) -> new CreditLimitUpdated(
                        product, limit, used == null ? null : new Money(used, limit.currency()), until));
    }

    private static Arbitrary<ServiceContact> contacts() {
        return Combinators.combine(of(Vocabulary.CONTACT_KINDS), maybe(words()), maybe(words()))
                .as(ServiceContact::new);
    }

    private static Arbitrary<Feedback> feedback() {
        Arbitrary<String> zones = maybe(Arbitraries.of("Asia/Shanghai", "UTC"));
        Arbitrary<Learned> learned = Combinators.combine(
                        maybe(dates()), zones, maybe(words()), words().list().ofMaxSize(3))
                .as(Learned::new);
        return Combinators.combine(
                        words(),
                        words(),
                        Arbitraries.of(Feedback.Outcome.class),
                        maybe(texts()),
                        maybe(words()),
                        maybe(learned),
                        maybe(words()))
                .as(Feedback::new);
    }
}
