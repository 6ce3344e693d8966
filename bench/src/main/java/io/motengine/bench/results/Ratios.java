package io.motengine.bench.results;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Figures that have a target, under the keys by which they are asked for. What was not measured has no value. */
public final class Ratios {
    private enum Bound {
        AT_LEAST("≥"),
        AT_MOST("≤");

        private final String sign;

        Bound(String sign) {
            this.sign = sign;
        }

        boolean met(double value, double target) {
            return this == AT_LEAST ? value >= target : value <= target;
        }
    }

    private record Target(String key, String figure, Bound bound, double value) {}

    private static final List<Target> TARGETS = List.of(
            new Target("engine_over_bare_uniform", "engine ÷ bare, uniform keys", Bound.AT_LEAST, 1.0),
            new Target("engine_over_bare_zipf", "engine ÷ bare, Zipf keys", Bound.AT_LEAST, 1.5),
            new Target("engine_over_limit_zipf", "engine ÷ limit, Zipf keys", Bound.AT_LEAST, 0.5),
            new Target("best_peer_over_engine", "best peer ÷ engine", Bound.AT_MOST, 0.5),
            new Target(
                    "rules_1000_over_20_end_to_end",
                    "cost of an event with 1,000 rules ÷ 20, end to end",
                    Bound.AT_MOST,
                    1.5),
            new Target(
                    "rules_1000_over_20_engine",
                    "cost of an event with 1,000 rules ÷ 20, in the engine",
                    Bound.AT_MOST,
                    3),
            new Target("latency_half_load_p50_ms", "event → action at half load, p50, ms", Bound.AT_MOST, 10),
            new Target("latency_half_load_p99_ms", "event → action at half load, p99, ms", Bound.AT_MOST, 50),
            new Target(
                    "allocation_bytes_per_event",
                    "bytes allocated for an event that enters no session",
                    Bound.AT_MOST,
                    1_024),
            new Target(
                    "allocation_bytes_per_session_event",
                    "bytes allocated for an event that enters a session",
                    Bound.AT_MOST,
                    6_144),
            new Target("customers_10m_over_10k", "10 million customers ÷ 10 thousand, Zipf keys", Bound.AT_LEAST, 0.6));

    private final Map<String, Double> measured = new LinkedHashMap<>();

    /** Refuses a key that nobody asks for. */
    public void put(String key, double value) {
        if (TARGETS.stream().noneMatch(target -> target.key.equals(key))) {
            throw new IllegalArgumentException(key + " (expected: one of "
                    + TARGETS.stream().map(Target::key).toList() + ")");
        }
        measured.put(key, value);
    }

    public boolean isEmpty() {
        return measured.isEmpty();
    }

    Map<String, Double> json() {
        return measured;
    }

    /** All targets, those first that were not measured in this run included. */
    Table table() {
        Table table = new Table("Targets", "figure", "measured", "target", "");
        for (Target target : TARGETS) {
            Double value = measured.get(target.key);
            table.row(
                    target.figure,
                    value == null ? "not measured" : String.format(Locale.ROOT, "%.2f", value),
                    target.bound.sign + " "
                            + (target.value == Math.rint(target.value)
                                    ? Long.toString((long) target.value)
                                    : Double.toString(target.value)),
                    value == null ? "" : target.bound.met(value, target.value) ? "met" : "missed");
        }
        return table;
    }
}
