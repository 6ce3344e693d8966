package io.motengine.engine.model;

import io.motengine.engine.release.Release;
import io.motengine.schemas.event.AppClick;
import io.motengine.schemas.event.CreditApplicationChanged;
import io.motengine.schemas.event.CustomerListed;
import io.motengine.schemas.event.EventBody;
import io.motengine.schemas.event.HoldingUpdated;
import io.motengine.schemas.event.ProfileUpdated;
import io.motengine.schemas.event.TransactionPosted;
import io.motengine.schemas.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** A release in which everything is at work at once, and what customers do in it. */
final class Everything {
    private Everything() {}

    /**
     * The release.
     *
     * @param hold how long a tier is held, such as {@code 3d}
     */
    static Release release(String zone, int perDay, int perWeek, String hold) {
        return Models.bare(zone, "")
                .with("policy.yaml", """
                        currency: { base: CNY, rates: { USD: 7.0 } }
                        tiers: [gold, silver, plain]
                        stages: [dormant, mature, rising, fresh, prospect]
                        contacts: { perDay: %d, perWeek: %d }
                        """.formatted(perDay, perWeek))
                .with("calendar.yaml", """
                        zone: %s
                        tick: "08:00"
                        wakes:
                          - { on: silence, days: [20] }
                          - { on: holding-maturity, families: [wealth, fund], days: [3] }
                          - { on: birthday, days: [0] }
                          - { on: usual-day, feature: salaryDay, days: [2] }
                        """.formatted(zone))
                .with("features.yaml", """
                        - { id: inflow7d, event: bank.transaction.posted.v1, where: { direction: [credit] }, aggregate: sum, of: amount, window: 7d, bucket: 1d }
                        - { id: outflowNorm, event: bank.transaction.posted.v1, where: { direction: [debit] }, aggregate: mean, of: amount, window: 31d, bucket: 1d }
                        - { id: salaryDay, event: bank.transaction.posted.v1, where: { direction: [credit] }, aggregate: usualDay, window: 6mo, bucket: 1mo }
                        - { id: clicks1d, event: app.click.v1, aggregate: count, window: 1d, bucket: 1h }
                        - { id: products, event: app.click.v1, aggregate: distinct, of: productId, window: 90d, bucket: 1d }
                        - { id: lastPage, event: app.click.v1, aggregate: last, of: page, window: 30d, bucket: 1d }
                        """)
                .with("patterns.yaml", """
                        - id: left
                          steps: [{ event: app.click.v1, where: { page: [a] } }]
                          unless: { event: credit.application.changed.v1, where: { step: [applied] } }
                          within: 10m
                          by: productId
                          limit: 3
                        - id: thrice
                          steps: [{ event: app.click.v1, where: { page: [b] }, times: 3 }]
                          within: 1d
                          by: productId
                        """)
                .with("scorecards.yaml", """
                        - id: value
                          label: tier
                          for: person
                          indicators: [{ name: assets, of: aum, points: [[0, 0], [10000000, 10000000]] }]
                          levels: [{ level: gold, from: 1000 }, { level: silver, from: 300 }, { level: plain, from: 0 }]
                          hold: %s
                          near: 10%%
                          movable: assets
                        """.formatted(hold))
                .with("lifecycle.yaml", lifeCycle("person") + lifeCycle("company"))
                .with("segments/segments.drl", """
                        rule "much came in"
                        when Features( inflow7d.atLeast(2000) )
                        then conclude.segment("flush"); end
                        rule "spends in the old way"
                        when Features( $norm : outflowNorm, lastPage == "c", products >= 2, clicks1d >= 1 )
                        then conclude.segment("browser"); end
                        rule "on a list"
                        when Customer( labels contains "l0" )
                        then conclude.segment("listed"); end
                        """)
                .with("stages/stages.drl", """
                        rule "nothing is held"
                        when Customer( families == 0 )
                        then conclude.stage("fresh"); end
                        rule "one family is held"
                        when Customer( families == 1 )
                        then conclude.stage("rising"); end
                        rule "two families are held"
                        when Customer( families >= 2 )
                        then conclude.stage("mature"); end
                        rule "silence is sleep"
                        when LifeCycle( silentDays >= 20 )
                        then conclude.stage("dormant"); end
                        """)
                .with("moments/all.drl", """
                        rule "a large sum came in"
                        when $t : TransactionPosted( credit, amount.atLeast(1000) )
                        then conclude.moment("inflow").with("amount", $t.amount()); end
                        rule "a form was left"
                        when $p : CompletedPattern( name == "left" )
                        then conclude.moment("left").about($p.subject()); end
                        rule "something was looked at thrice"
                        when $p : CompletedPattern( name == "thrice" )
                        then conclude.moment("thrice").about($p.subject()); end
                        rule "the company hears what its owner looked at"
                        when $p : CompletedPattern( name == "thrice" )
                        then conclude.tell("owner", "thrice").about($p.subject()); end
                        rule "an owner looked at something"
                        when $m : LinkedMoment( moment == "thrice" )
                        then conclude.moment("heard").about($m.subject()); end
                        rule "a day has come"
                        when DailyTick()
                        then conclude.moment("day"); end
                        rule "a level was crossed"
                        when LevelCrossed()
                        then conclude.moment("crossed"); end
                        rule "a level is near"
                        when LevelNear()
                        then conclude.moment("near"); end
                        rule "a level is at risk"
                        when LevelAtRisk()
                        then conclude.moment("at-risk"); end
                        """)
                .with("strategies/greet.yaml", card("greet", "moment: inflow", false))
                .with("strategies/help.yaml", card("help", "moment: left", false))
                .with("strategies/care.yaml", card("care", "moment: thrice", true))
                .with("strategies/hear.yaml", card("hear", "moment: heard", true))
                .with("strategies/praise.yaml", card("praise", "moment: crossed", true))
                .with("strategies/approach.yaml", card("approach", "moment: near", false))
                .with("strategies/keep.yaml", card("keep", "moment: at-risk", false))
                .with("strategies/settle.yaml", card("settle", "moment: entered-mature", false))
                .with("strategies/bind.yaml", card("bind", "waves: { stage: fresh, days: [1, 3, 7] }", false))
                .compile();
    }

    private static String lifeCycle(String kind) {
        return """
                %s:
                  initial: prospect
                  stages:
                    - { stage: dormant, to: [mature, rising, fresh] }
                    - { stage: mature, to: [rising, fresh, dormant] }
                    - { stage: rising, to: [mature, fresh, dormant] }
                    - { stage: fresh, to: [mature, rising, dormant] }
                    - { stage: prospect, to: [mature, rising, fresh, dormant] }
                """.formatted(kind);
    }

    private static String card(String id, String when, boolean service) {
        return """
                id: %s
                name: Test card
                owner: test
                %s
                content: greeting
                priority: 50
                ladder: [push]
                goal: { event: credit.application.changed.v1, where: { step: [signed] }, class: scale, within: 7d }
                maxAge: 24h
                expiresAfter: 1d
                service: %s
                valid: { until: 2099-12-31 }
                """.formatted(id, when, service);
    }

    /**
     * Something that a customer does, or that is reported of one.
     *
     * @param mark in everything that could tell who it was
     */
    static EventBody body(Random random, LocalDate today, String mark) {
        String product = "p" + mark + random.nextInt(3);
        return switch (random.nextInt(10)) {
            case 0, 1, 2 ->
                new TransactionPosted(
                        "acc" + mark,
                        random.nextBoolean() ? TransactionPosted.Direction.CREDIT : TransactionPosted.Direction.DEBIT,
                        new Money(1 + random.nextInt(200_000), "CNY"),
                        null,
                        null,
                        "bank" + mark,
                        "other" + mark,
                        null,
                        null);
            case 3 ->
                new CreditApplicationChanged("a" + mark, product, random.nextInt(4) == 0 ? "signed" : "applied", null);
            case 4 -> profile(random, mark);
            case 5 ->
                new HoldingUpdated(
                        "h" + mark + random.nextInt(3),
                        product,
                        random.nextBoolean() ? "wealth" : "fund",
                        new Money(random.nextInt(100_000), "CNY"),
                        null,
                        random.nextBoolean() ? today.plusDays(4 + random.nextInt(20)) : null,
                        random.nextInt(3) == 0 ? HoldingUpdated.Status.CLOSED : HoldingUpdated.Status.ACTIVE);
            case 6 ->
                new CustomerListed(
                        random.nextBoolean() ? "l0" : "l" + mark,
                        random.nextInt(3) > 0,
                        today.plusDays(random.nextInt(30)));
            default ->
                new AppClick(
                        String.valueOf("aabbbc".charAt(random.nextInt(6))),
                        "view",
                        product,
                        "s" + mark,
                        "d" + mark,
                        null,
                        "app");
        };
    }

    private static ProfileUpdated profile(Random random, String mark) {
        return new ProfileUpdated(
                null,
                random.nextInt(3) == 0 ? LocalDate.of(1980, 1 + random.nextInt(12), 1 + random.nextInt(28)) : null,
                null,
                "R3",
                new Money(random.nextInt(150_000), "CNY"),
                null,
                null,
                "branch" + mark,
                "rm" + mark,
                random.nextInt(8) == 0 ? List.of() : List.of("push"),
                random.nextBoolean() ? null : List.of("label" + mark),
                null,
                null);
    }
}
