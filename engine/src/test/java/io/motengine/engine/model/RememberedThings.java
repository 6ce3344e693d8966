package io.motengine.engine.model;

import io.motengine.engine.events.Condition;
import io.motengine.engine.features.Aggregate;
import io.motengine.engine.features.FeatureSpec;
import io.motengine.engine.features.Span;
import io.motengine.engine.patterns.PatternSpec;
import io.motengine.engine.release.Release;
import io.motengine.schemas.event.EventTypes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The features and patterns of these tests: as a release declares them, and as the naive models of both rooms read them. */
final class RememberedThings {
    private static final String TRANSACTION = EventTypes.TRANSACTION_POSTED;
    private static final String CLICK = EventTypes.APP_CLICK;
    private static final String STEP = EventTypes.CREDIT_APPLICATION_CHANGED;

    private static final String[][] FEATURES = {
        {"inflow7d", TRANSACTION, "credit", "sum", "amount", "7d", "1d"},
        {"outflowMonth", TRANSACTION, "debit", "sum", "amount", "1mo", "1mo"},
        {"inflow3h", TRANSACTION, "credit", "sum", "amount", "3h", "1h"},
        {"largest", TRANSACTION, null, "max", "amount", "90d", "1d"},
        {"usualAmount", TRANSACTION, "credit", "average", "amount", "30d", "1d"},
        {"outflowNorm", TRANSACTION, "debit", "mean", "amount", "31d", "1d"},
        {"outflowSpread", TRANSACTION, "debit", "deviation", "amount", "31d", "1d"},
        {"salaryDay", TRANSACTION, "credit", "usualDay", null, "6mo", "1mo"},
        {"clicksToday", CLICK, null, "count", null, "1d", "1d"},
        {"clicksNorm", CLICK, null, "mean", null, "6mo", "1mo"},
        {"pages", CLICK, null, "distinct", "page", "90d", "1d"},
        {"firstPage", CLICK, null, "first", "page", "30d", "1d"},
        {"lastPage", CLICK, null, "last", "page", "30d", "1d"},
        {"sinceClick", CLICK, null, "timeSinceLast", null, "30d", "1d"},
        {"steps", STEP, null, "count", null, "400d", "1d"},
    };

    private RememberedThings() {}

    static Release release(String zone, Duration allowance) {
        StringBuilder features = new StringBuilder();
        for (String[] one : FEATURES) {
            features.append("- { id: %s, event: %s, %saggregate: %s, %swindow: %s, bucket: %s }\n"
                    .formatted(
                            one[0],
                            one[1],
                            one[2] == null ? "" : "where: { direction: [" + one[2] + "] }, ",
                            one[3],
                            one[4] == null ? "" : "of: " + one[4] + ", ",
                            one[5],
                            one[6]));
        }
        Duration horizon = allowance.compareTo(Duration.ofDays(1)) < 0 ? Duration.ofDays(1) : allowance;
        return Models.bare(
                        zone,
                        "time: { dedupeHorizon: %dh, correctionAllowance: %dh }\n"
                                .formatted(horizon.toHours(), allowance.toHours()))
                .with("features.yaml", features.toString())
                .with("patterns.yaml", """
                        - id: left
                          steps: [{ event: app.click.v1, where: { page: [a] } }]
                          unless: { event: credit.application.changed.v1, where: { step: [applied] } }
                          within: 10m
                          by: productId
                          limit: 5
                        - id: thrice
                          steps: [{ event: app.click.v1, where: { page: [b] }, times: 3 }]
                          within: 3d
                          by: productId
                        - id: path
                          steps:
                            - { event: app.click.v1, where: { page: [a, b] } }
                            - { event: credit.application.changed.v1, where: { step: [signed] } }
                            - { event: app.click.v1, where: { page: [c] } }
                          within: 12h
                        - id: stuck
                          steps:
                            - { event: app.click.v1, where: { page: [b] } }
                            - { event: app.click.v1, where: { page: [c] } }
                          unless: { event: credit.application.changed.v1, where: { step: [applied, signed] } }
                          within: 2d
                          limit: 3
                        """)
                .with("moments/patterns.drl", """
                        rule "a pattern has completed"
                        when $p : CompletedPattern( name == "left" )
                        then conclude.moment("left").about($p.subject()); end
                        rule "thrice has completed"
                        when $p : CompletedPattern( name == "thrice" )
                        then conclude.moment("thrice").about($p.subject()); end
                        rule "a path has completed"
                        when $p : CompletedPattern( name == "path" )
                        then conclude.moment("path").about($p.subject()); end
                        rule "stuck has completed"
                        when $p : CompletedPattern( name == "stuck" )
                        then conclude.moment("stuck").about($p.subject()); end
                        rule "features are read"
                        when Features( clicksToday > 1000000 )
                        then conclude.moment("left"); end
                        """)
                .with("strategies/help.yaml", Models.serviceCard("help", "left"))
                .compile();
    }

    /** In the words of the features' naive model: what is asked of a member is asked of its group. */
    static List<FeatureSpec> features() {
        List<FeatureSpec> specs = new ArrayList<>();
        for (String[] one : FEATURES) {
            specs.add(new FeatureSpec(
                    one[0],
                    one[1],
                    one[2] == null ? Map.of() : Map.of("group", new Condition(List.of(one[2]), null, null)),
                    Aggregate.of(one[3]).orElseThrow(),
                    "page".equals(one[4]) ? "word" : one[4],
                    Span.parse(one[5]),
                    Span.parse(one[6])));
        }
        return specs;
    }

    static List<PatternSpec> patterns() {
        return List.of(
                new PatternSpec(
                        "left", List.of(click(1, "a")), step("x"), Duration.ofMinutes(10), "productId", 5, false),
                new PatternSpec("thrice", List.of(click(3, "b")), null, Duration.ofDays(3), "productId", null, false),
                new PatternSpec(
                        "path",
                        List.of(click(1, "a", "b"), step("y"), click(1, "c")),
                        null,
                        Duration.ofHours(12),
                        null,
                        null,
                        false),
                new PatternSpec(
                        "stuck",
                        List.of(click(1, "b"), click(1, "c")),
                        step("x", "y"),
                        Duration.ofDays(2),
                        null,
                        3,
                        false));
    }

    private static PatternSpec.Step click(int times, String... pages) {
        return new PatternSpec.Step(CLICK, Map.of("page", new Condition(List.of(pages), null, null)), times);
    }

    private static PatternSpec.Step step(String... steps) {
        return new PatternSpec.Step(STEP, Map.of("step", new Condition(List.of(steps), null, null)), 1);
    }
}
