package io.motengine.engine.release;

import static io.motengine.engine.release.BrokenReleaseTest.assertFindings;
import static io.motengine.engine.release.BrokenReleaseTest.findings;
import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.TestRelease;
import org.junit.jupiter.api.Test;

final class BrokenFeaturesTest {
    @Test
    void namesLineAndSuggestion_ofEveryMisspeltWord() {
        assertFindings(
                features("""
                        - id: clicksOfDay
                          event: app.clik.v1
                          aggregate: count
                          window: day
                        - id: pages
                          event: app.click.v1
                          where:
                            action: [view]
                            pgae: [x]
                          aggregate: cuont
                          window: 7d
                        - id: salary
                          event: bank.transaction.posted.v1
                          aggregate: sum
                          of: amuont
                          window: 30 days
                        """),
                "features.yaml:2: clicksOfDay: event app.clik.v1 (expected: did you mean app.click.v1? one of app.click.v1,"
                        + " bank.transaction.posted.v1, credit.application.changed.v1, credit.limit.updated.v1,"
                        + " customer.holding.updated.v1, customer.linked.v1, customer.listed.v1, customer.profile.updated.v1, mot.feedback.v1, mot.linked.moment.v1,"
                        + " mot.stage.changed.v1, service.contact.v1)",
                "features.yaml:9: pages: pgae (expected: a member of AppClick: did you mean page? one of page, action, productId,"
                        + " sessionId, deviceId, openId, channel)",
                "features.yaml:10: pages: aggregate cuont (expected: did you mean count? one of count, sum, min, max, average,"
                        + " distinct, first, last, timeSinceLast, usualDay, mean, deviation)",
                "features.yaml:15: salary: of amuont (expected: a member of TransactionPosted: did you mean amount? one of"
                        + " accountId, direction, amount, balance, category, counterpartyBank, counterpartyId, merchantCategory,"
                        + " channel, credit, debit, otherBank)",
                "features.yaml:16: salary: window 30 days (expected: such as 15m, 24h, 7d, 6mo, day or month)");
    }

    @Test
    void refusesMembersOfTheWrongType() {
        assertFindings(
                features("""
                        - { id: sumOfText, event: app.click.v1, aggregate: sum, of: page, window: 7d }
                        - { id: sumOfNothing, event: app.click.v1, aggregate: sum, window: 7d }
                        - { id: countOf, event: app.click.v1, aggregate: count, of: page, window: 7d }
                        - { id: lastList, event: customer.profile.updated.v1, aggregate: last, of: labels, window: 7d }
                        - { id: rangeOfText, event: app.click.v1, where: { page: { atLeast: 3 } }, aggregate: count, window: 7d }
                        """),
                "features.yaml:1: sumOfText: of page, which is text (expected: sum of money or a number)",
                "features.yaml:2: sumOfNothing: aggregate sum of nothing (expected: of: a member of the event)",
                "features.yaml:3: countOf: of page (expected: none: count is about events as such)",
                "features.yaml:4: lastList: of labels, which is list (expected: last of a text, number, date or flag)",
                "features.yaml:5: rangeOfText: page a range of page (expected: a member that is money or a number)");
    }

    @Test
    void refusesImpossibleWindows() {
        assertFindings(
                features("""
                        - { id: uneven, event: app.click.v1, aggregate: count, window: 25h, bucket: 2h }
                        - { id: tooLong, event: app.click.v1, aggregate: count, window: 401d }
                        - { id: tooFine, event: app.click.v1, aggregate: count, window: 7d, bucket: 1m }
                        - { id: mixed, event: app.click.v1, aggregate: count, window: 6mo, bucket: 1d }
                        - { id: oddBucket, event: app.click.v1, aggregate: count, window: 50h, bucket: 25h }
                        - { id: payDay, event: app.click.v1, aggregate: usualDay, window: 90d }
                        - { id: norm, event: app.click.v1, aggregate: mean, window: day }
                        - { id: spread, event: app.click.v1, aggregate: deviation, window: 2d, bucket: 1d }
                        - { id: hourly, event: app.click.v1, aggregate: count, window: day, bucket: 1h }
                        """),
                "features.yaml:1: uneven: window 25h in buckets of 2h (expected: 1 to 400 whole buckets)",
                "features.yaml:2: tooLong: window 401d (expected: at most 400d or 24mo)",
                "features.yaml:3: tooFine: window 7d in buckets of 1m (expected: 1 to 400 whole buckets)",
                "features.yaml:4: mixed: window 6mo in buckets of 1d (expected: 1 to 400 whole buckets)",
                "features.yaml:5: oddBucket: bucket 25h (expected: less than a day, or whole days)",
                "features.yaml:6: payDay: window 90d in buckets of 1d (expected: 4mo or more, in buckets of 1mo)",
                "features.yaml:7: norm: window day in buckets of 1d (expected: 2 buckets or more: the mean is of the past ones)",
                "features.yaml:8: spread: window 2d in buckets of 1d (expected: 3 buckets or more: the deviation is of the past"
                        + " ones)",
                "features.yaml:9: hourly: bucket 1h (expected: 1d for a calendar day; 1d as window for the last 24 hours)");
    }

    @Test
    void refusesIdsThatAreTakenOrCannotBe() {
        assertFindings(
                features("""
                        - { id: login, event: app.click.v1, aggregate: timeSinceLast, window: 90d }
                        - { id: loginDays, event: app.click.v1, aggregate: count, window: 90d }
                        - { id: login, event: app.click.v1, aggregate: count, window: 7d }
                        - { id: class, event: app.click.v1, aggregate: count, window: 7d }
                        - { id: Clicks, event: app.click.v1, aggregate: count, window: 7d }
                        """),
                "features.yaml:2: loginDays (expected: an id of its own: the fact has a field loginDays already)",
                "features.yaml:1: login (expected: an id of its own: the fact has a field login already)",
                "features.yaml:1: login (expected: an id of its own: the fact has a field loginComplete already)",
                "features.yaml:4: class (expected: camelCase of three letters or more, and no word of the rule language)",
                "features.yaml:5: Clicks (expected: camelCase of three letters or more, and no word of the rule language)");
    }

    @Test
    void suggestsTheFeatureThatARuleProbablyMeant() {
        assertThat(findings(new TestRelease().with("moments/inflow.drl", """
                        rule "typo"
                        when
                            TransactionPosted()
                            Features( inflow7 .atLeast(1) )
                        then
                            conclude.moment("x");
                        end
                        """)))
                .contains("moments/inflow.drl:4:")
                .contains("inflow7")
                .contains("did you mean inflow7d?");
        assertThat(findings(new TestRelease().with("moments/inflow.drl", """
                        rule "typo"
                        when
                            TransactionPosted()
                            Features( clicks1x >= 1 )
                        then
                            conclude.moment("x");
                        end
                        """)))
                .contains("moments/inflow.drl:4:")
                .contains("did you mean clicks1d?");
    }

    private static TestRelease features(String yaml) {
        return new TestRelease().with("features.yaml", yaml);
    }
}
