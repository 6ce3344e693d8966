package io.motengine.bench.reference;

import static io.motengine.bench.reference.Rules.rule;

import java.util.List;

/** What clicks, patterns, dates and stages tell. */
final class OtherMoments {
    /** Pages, and of whom more is asked there than a look. */
    static final List<List<String>> PAGES = List.of(
            List.of("fund", "investor"),
            List.of("gold", "wealthy"),
            List.of("insurance", "payroll"),
            List.of("mortgage", "young"),
            List.of("pension", "senior"),
            List.of("card", "spender"),
            List.of("points", "spender"),
            List.of("transfer", "saver"),
            List.of("foreign-exchange", "explorer"),
            List.of("loan", "young"),
            List.of("wealth", "investor"),
            List.of("branch-finder", "senior"),
            List.of("messages", "dissatisfied"));

    /** Patterns that {@code patterns.yaml} declares, the moment that each is, and what it says. */
    static final List<List<String>> PATTERNS = List.of(
            List.of("loan-application-abandoned", "loan-abandoned", "a loan application was left half filled"),
            List.of("card-application-abandoned", "card-left", "a card application was left half filled"),
            List.of("wealth-viewed-not-bought", "wealth-watched", "wealth was viewed three times and not bought"),
            List.of("loan-calculated", "loan-calculated", "a loan was looked at and then calculated"),
            List.of("exchange-rates-watched", "rates-watched", "exchange rates were looked at three times in a day"),
            List.of("complaint-then-silence", "complaint-silent", "a complaint was closed and silence followed"),
            List.of("large-sum-idle", "sum-idle", "a large sum lies idle for three days"),
            List.of("visit-then-app", "visit-then-app", "wealth was looked at after a visit"),
            List.of("salary-kept", "salary-kept", "a salary stays for two days"),
            List.of("two-large-transfers", "money-leaving", "two large transfers left within a week"));

    /** One of a segment enters a stage. */
    record Change(String moment, String stage, String segment) {}

    static final List<Change> CHANGES = List.of(
            new Change("saver-settled", "mature", "saver"),
            new Change("investor-settled", "mature", "investor"),
            new Change("payroll-at-risk", "at-risk", "payroll"),
            new Change("wealthy-at-risk", "at-risk", "wealthy"),
            new Change("young-rising", "rising", "young"));

    private OtherMoments() {}

    /** Twenty-seven rules on clicks: two for each page, and one for the day's count. */
    static Rules clicks() {
        return new Rules()
                .file(
                        "moments/applied.drl",
                        "was something asked for on a page?",
                        PAGES.stream().map(OtherMoments::applied).toArray(String[]::new))
                .file(
                        "moments/interested.drl",
                        "does one who looks around much begin something that suits the segment?",
                        PAGES.stream().map(OtherMoments::interested).toArray(String[]::new))
                .file(
                        "moments/active-day.drl",
                        "is this the tenth click within a day?",
                        rule(
                                "the tenth click within a day was made",
                                "moment(\"active-day\")",
                                "AppClick()",
                                "Features( clicks24h == 10 )"));
    }

    private static String applied(List<String> page) {
        return rule(
                "something was asked for on the page: " + page.get(0),
                "moment(\"applied\").about(\"" + page.get(0) + "\")",
                "AppClick( page == \"" + page.get(0) + "\", action == \"submit\" )");
    }

    private static String interested(List<String> page) {
        return rule(
                "who looks around much and is one of " + page.get(1) + " began something on the page: " + page.get(0),
                "moment(\"interested\").about(\"" + page.get(0) + "\")",
                "AppClick( page == \"" + page.get(0) + "\", action == \"start\" )",
                "Segment( name == \"" + page.get(1) + "\" )",
                "Features( pages7d >= 5, clicks24h >= 3 )");
    }

    /** Ten rules on what {@code patterns.yaml} declares. */
    static Rules patterns() {
        Rules rules = new Rules();
        for (List<String> pattern : PATTERNS) {
            rules.file(
                    "moments/" + pattern.get(1) + ".drl",
                    "has this pattern of patterns.yaml come to its end: " + pattern.get(0) + "?",
                    rule(
                            pattern.get(2),
                            "moment(\"" + pattern.get(1) + "\")",
                            "CompletedPattern( name == \"" + pattern.get(0) + "\" )"));
        }
        return rules;
    }

    /** Six rules on stages that change, and dates that come. */
    static Rules changes() {
        Rules rules = new Rules();
        CHANGES.forEach(change -> change(rules, change.moment(), change.stage(), change.segment()));
        return rules.file(
                "moments/wealth-maturing.drl",
                "does a wealth product mature in three days?",
                rule(
                        "a wealth product matures in three days",
                        "moment(\"wealth-maturing\").about($holding.id()).with(\"amount\","
                                + " $holding.amount()).with(\"product\", $holding.product())",
                        "DailyTick()",
                        "$holding : Holding( family == \"wealth\", daysToMaturity == 3 )"));
    }

    private static void change(Rules rules, String moment, String stage, String segment) {
        rules.file(
                "moments/" + moment + ".drl",
                "has one of the segment " + segment + " just become: " + stage + "?",
                rule(
                        "one of the segment " + segment + " became: " + stage,
                        "moment(\"" + moment + "\")",
                        "StageChanged( to == \"" + stage + "\" )",
                        "Segment( name == \"" + segment + "\" )"));
    }
}
