package io.motengine.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.schemas.decision.DecisionRecord;
import io.motengine.schemas.decision.DecisionRecord.MomentRaised;
import io.motengine.schemas.event.EventTypes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What rule authors can say with features, compiled and run. */
final class FeaturesInRulesTest {
    private static final Instant NOON = Bank.NOON;

    @Test
    void saysFourTimesTheCustomersOwnNorm() {
        try (Bank bank = new Bank(release("""
                rule "far above the norm"
                when
                    TransactionPosted( debit )
                    Features( outflowToday.atLeastTimes(4, outflowNorm), outflowNormComplete )
                then conclude.moment("unusual"); end
                """).compile())) {
            bank.credit(NOON.minus(Duration.ofDays(40)), "1.00");
            for (int day = 30; day > 0; day--) {
                debit(bank, NOON.minus(Duration.ofDays(day)), "100.00");
            }

            assertThat(moments(debit(bank, NOON, "300.00"))).as("three times").isEmpty();
            assertThat(moments(debit(bank, NOON.plusSeconds(60), "100.00")))
                    .as("four times")
                    .containsExactly("unusual");
        }
    }

    @Test
    void saysWhatDidNotHappenByTheUsualDay_andForHowLong() {
        try (Bank bank = new Bank(release("""
                rule "all that can be said"
                when
                    AppClick( page == "check" )
                    Features( salaryDay == 15, salaryGapDays >= 40, salaryGapHours > 960, salaryGap > 0, lastPage == "check",
                        pages == 1, clicksNorm < 0.1, salariesComplete, largest.atLeast(5000), !largest.atLeast(6000),
                        usualAmount > largest || usualAmount == largest )
                then conclude.moment("salary-missing"); end
                """).compile())) {
            for (String day : List.of("2025-10-15", "2025-11-17", "2025-12-13", "2026-01-15")) {
                salary(bank, Instant.parse(day + "T02:00:00Z"));
            }

            Outcome outcome = bank.click(Instant.parse("2026-02-26T02:00:00Z"), "check", "view");

            assertThat(moments(outcome)).containsExactly("salary-missing");
            assertThat(outcome.decisions().get(0).features())
                    .containsEntry("salaryDay", "15 (since 2025-10-15)")
                    .containsEntry("salaryGap", "60480")
                    .containsEntry("lastPage", "check")
                    .containsEntry("usualAmount", "5000.00 CNY");
        }
    }

    private static TestRelease release(String moments) {
        return new TestRelease().with("moments/unusual.drl", moments).with("features.yaml", """
                        - { id: outflowToday, event: bank.transaction.posted.v1, where: { direction: [debit] }, aggregate: sum, of: amount, window: day }
                        - { id: outflowNorm, event: bank.transaction.posted.v1, where: { direction: [debit] }, aggregate: mean, of: amount, window: 31d }
                        - { id: salaryDay, event: bank.transaction.posted.v1, where: { category: [salary] }, aggregate: usualDay, window: 6mo }
                        - { id: salaryGap, event: bank.transaction.posted.v1, where: { category: [salary] }, aggregate: timeSinceLast, window: 90d }
                        - { id: salaries, event: bank.transaction.posted.v1, where: { category: [salary] }, aggregate: count, window: 45d }
                        - { id: largest, event: bank.transaction.posted.v1, where: { category: [salary] }, aggregate: max, of: amount, window: 90d }
                        - { id: usualAmount, event: bank.transaction.posted.v1, where: { category: [salary] }, aggregate: average, of: amount, window: 90d }
                        - { id: lastPage, event: app.click.v1, aggregate: last, of: page, window: 90d }
                        - { id: pages, event: app.click.v1, aggregate: distinct, of: page, window: 90d }
                        - { id: clicksNorm, event: app.click.v1, aggregate: mean, window: 30d }
                        """);
    }

    private static Outcome debit(Bank bank, Instant time, String amount) {
        return bank.event(
                EventTypes.TRANSACTION_POSTED,
                time,
                "{\"accountId\":\"a\",\"direction\":\"debit\",\"amount\":\"" + amount + "\",\"currency\":\"CNY\"}");
    }

    private static void salary(Bank bank, Instant time) {
        bank.event(
                EventTypes.TRANSACTION_POSTED,
                time,
                "{\"accountId\":\"a\",\"direction\":\"credit\",\"amount\":\"5000\",\"currency\":\"CNY\","
                        + "\"category\":\"salary\"}");
    }

    private static List<String> moments(Outcome outcome) {
        return outcome.decisions().stream()
                .map(DecisionRecord::moments)
                .flatMap(List::stream)
                .map(MomentRaised::moment)
                .toList();
    }
}
