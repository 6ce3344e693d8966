package io.motengine.engine.model;

import io.motengine.engine.TestRelease;
import io.motengine.engine.events.Condition;
import io.motengine.engine.features.Aggregate;
import io.motengine.engine.features.FeatureSpec;
import io.motengine.engine.features.Span;
import io.motengine.engine.patterns.PatternSpec;
import io.motengine.engine.release.Release;
import io.motengine.schemas.event.EventTypes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One of the releases that follow each other, as the model reads it.
 *
 * @param features by id their windows in days
 * @param patterns by id what they are
 * @param waves days after the beginning of the stage {@code fresh}; none without the card
 * @param silence days after the last activity on which the customer is looked at
 * @param maturity days before a holding matures
 * @param cycle stages that may follow each stage; null without a life cycle
 */
record Variant(
        Map<String, Integer> features,
        Map<String, PatternSpec> patterns,
        List<Integer> waves,
        List<Integer> silence,
        List<Integer> maturity,
        Map<String, List<String>> cycle) {
    static final String ZONE = "Europe/Berlin";
    static final String INITIAL = "new";
    private static final String TRANSACTION = EventTypes.TRANSACTION_POSTED;
    private static final String CLICK = EventTypes.APP_CLICK;
    private static final String STEP = EventTypes.CREDIT_APPLICATION_CHANGED;

    static final List<Variant> ALL = List.of(
            new Variant(
                    Map.of("inflow", 7, "largest", 90, "clicks", 30, "pages", 30, "outflowNorm", 31),
                    Map.of("left", left(10), "thrice", thrice(3)),
                    List.of(1, 3, 7),
                    List.of(20),
                    List.of(3),
                    Map.of(
                            INITIAL,
                            List.of("fresh", "settled"),
                            "fresh",
                            List.of("settled"),
                            "settled",
                            List.of("fresh"))),
            new Variant(
                    Map.of("inflow", 30, "clicks", 7, "lastPage", 14, "outflowNorm", 14),
                    Map.of("left", left(10), "path", path()),
                    List.of(2, 5, 9, 30),
                    List.of(10, 30),
                    List.of(),
                    Map.of(INITIAL, List.of("fresh", "settled"), "fresh", List.of("settled"), "settled", List.of())),
            new Variant(
                    Map.of("inflow", 3, "largest", 30, "pages", 30, "lastPage", 14),
                    Map.of("left", left(30), "thrice", thrice(3), "path", path()),
                    List.of(),
                    List.of(),
                    List.of(3, 1),
                    Map.of(INITIAL, List.of("fresh"), "fresh", List.of())),
            new Variant(
                    Map.of("largest", 90, "clicks", 400, "pages", 90, "outflowNorm", 31),
                    Map.of("thrice", thrice(2), "path", path()),
                    List.of(1, 2, 3, 60),
                    List.of(20),
                    List.of(),
                    null));

    private static PatternSpec left(int minutes) {
        return new PatternSpec(
                "left", List.of(click(1, "a")), step("x"), Duration.ofMinutes(minutes), "productId", 5, false);
    }

    private static PatternSpec thrice(int times) {
        return new PatternSpec(
                "thrice", List.of(click(times, "b")), null, Duration.ofDays(3), "productId", null, false);
    }

    private static PatternSpec path() {
        return new PatternSpec(
                "path",
                List.of(click(1, "a", "b"), step("y"), click(1, "c")),
                null,
                Duration.ofHours(12),
                null,
                null,
                false);
    }

    private static PatternSpec.Step click(int times, String... pages) {
        return new PatternSpec.Step(CLICK, Map.of("page", new Condition(List.of(pages), null, null)), times);
    }

    private static PatternSpec.Step step(String... steps) {
        return new PatternSpec.Step(STEP, Map.of("step", new Condition(List.of(steps), null, null)), 1);
    }

    /** In the words of the naive model. */
    FeatureSpec feature(String id) {
        boolean money = id.equals("inflow") || id.equals("largest") || id.equals("outflowNorm");
        String direction = id.equals("inflow") ? "credit" : id.equals("outflowNorm") ? "debit" : null;
        return new FeatureSpec(
                id,
                money ? TRANSACTION : CLICK,
                direction == null ? Map.of() : Map.of("group", new Condition(List.of(direction), null, null)),
                Aggregate.of(aggregate(id)).orElseThrow(),
                money ? "amount" : id.equals("clicks") ? null : "word",
                Span.parse(features.get(id) + "d"),
                Span.parse("1d"));
    }

    private static String aggregate(String id) {
        return switch (id) {
            case "inflow" -> "sum";
            case "largest" -> "max";
            case "clicks" -> "count";
            case "pages" -> "distinct";
            case "lastPage" -> "last";
            default -> "mean";
        };
    }

    private String declared(String id) {
        FeatureSpec spec = feature(id);
        String where = spec.where().isEmpty()
                ? ""
                : "where: { direction: " + spec.where().get("group").values() + " }, ";
        String of = spec.of() == null ? "" : "of: " + (spec.of().equals("word") ? "page" : spec.of()) + ", ";
        return "- { id: %s, event: %s, %saggregate: %s, %swindow: %dd, bucket: 1d }\n"
                .formatted(id, spec.event(), where, aggregate(id), of, features.get(id));
    }

    private static String declared(PatternSpec spec) {
        String steps = spec.steps().stream().map(Variant::declared).collect(Collectors.joining(", "));
        return "- id: %s\n  steps: [%s]\n".formatted(spec.id(), steps)
                + (spec.unless() == null ? "" : "  unless: " + declared(spec.unless()) + "\n")
                + "  within: " + spec.within().toMinutes() + "m\n"
                + (spec.by() == null ? "" : "  by: " + spec.by() + "\n")
                + (spec.unless() == null ? "" : "  limit: 5\n");
    }

    private static String declared(PatternSpec.Step step) {
        String member = step.event().equals(CLICK) ? "page" : "step";
        List<String> values = step.where().get(member).values().stream()
                .map(value -> value.equals("x") ? "applied" : value.equals("y") ? "signed" : value)
                .toList();
        return "{ event: %s, where: { %s: %s }%s }"
                .formatted(step.event(), member, values, step.times() == 1 ? "" : ", times: " + step.times());
    }

    private boolean settles() {
        return cycle == null || cycle.containsKey("settled");
    }

    Release compile() {
        TestRelease release = Models.bare(ZONE, "")
                .with("policy.yaml", """
                        currency: { base: CNY, rates: { USD: 7.0 } }
                        tiers: [gold, plain]
                        stages: [%s]
                        """.formatted(settles() ? "fresh, settled, new" : "fresh, new"))
                .with(
                        "calendar.yaml",
                        "zone: " + ZONE + "\ntick: \"08:00\"\nwakes:\n"
                                + "  - { on: birthday, days: [0] }\n  - { on: account-opening, days: [5] }\n"
                                + (silence.isEmpty() ? "" : "  - { on: silence, days: " + silence + " }\n")
                                + (maturity.isEmpty()
                                        ? ""
                                        : "  - { on: holding-maturity, families: [wealth], days: " + maturity + " }\n"))
                .with(
                        "features.yaml",
                        features.keySet().stream().map(this::declared).collect(Collectors.joining()))
                .with(
                        "patterns.yaml",
                        patterns.values().stream().map(Variant::declared).collect(Collectors.joining()))
                .with("stages/stages.drl", """
                        rule "it opens"
                        when AppClick( page == "open" )
                        then conclude.stage("fresh"); end
                        """ + (settles() ? """
                        rule "it settles"
                        when AppClick( page == "settle" )
                        then conclude.stage("settled"); end
                        """ : ""))
                .with(
                        "moments/all.drl",
                        """
                        rule "a day has come"
                        when DailyTick()
                        then conclude.moment("day"); end
                        """ + patterns.keySet().stream().map("""
                        rule "%1$s has completed"
                        when $p : CompletedPattern( name == "%1$s" )
                        then conclude.moment("%1$s").about($p.subject()); end
                        """::formatted).collect(Collectors.joining()));
        if (cycle != null) {
            release.with("lifecycle.yaml", declaredCycle("person") + declaredCycle("company"));
        }
        if (!waves.isEmpty()) {
            release.with(
                    "strategies/bind.yaml",
                    Models.serviceCard("bind", "day")
                            .replace("moment: day", "waves: { stage: fresh, days: " + waves + " }"));
        }
        return release.with("strategies/day.yaml", Models.serviceCard("day", "day"))
                .compile();
    }

    private String declaredCycle(String kind) {
        return kind + ":\n  initial: " + INITIAL + "\n  stages:\n"
                + List.of("fresh", "settled", INITIAL).stream()
                        .filter(cycle::containsKey)
                        .map(stage -> "    - { stage: " + stage + ", to: " + cycle.get(stage) + " }\n")
                        .collect(Collectors.joining());
    }

    /** Where a customer stands after rules have concluded a stage, or null for none. */
    String next(String current, String concluded) {
        String known = concluded == null || (concluded.equals("settled") && !settles()) ? null : concluded;
        if (cycle == null) {
            return known == null ? current : known;
        }
        List<String> to = cycle.get(current);
        boolean may = known != null && (to == null || known.equals(current) || to.contains(known));
        return may ? known : to == null ? INITIAL : current;
    }
}
