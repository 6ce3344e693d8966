package io.motengine.engine.model;

import io.motengine.engine.features.FeatureSpec;
import io.motengine.engine.features.NaiveFeatures;
import io.motengine.engine.identity.Names;
import io.motengine.engine.patterns.Completed;
import io.motengine.engine.patterns.NaivePatterns;
import io.motengine.engine.patterns.PatternSpec;
import io.motengine.schemas.event.CustomerLinked;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Keeps every event under the name that it came under, and who was said to be whom; works everything out anew. */
final class NaiveBank {
    private final Map<String, Happened> events = new LinkedHashMap<>();
    private final ZoneId zone;

    NaiveBank(ZoneId zone) {
        this.zone = zone;
    }

    /** Whether it is new. */
    boolean take(Happened happened) {
        return events.putIfAbsent(happened.id(), happened) == null;
    }

    /** The names of each customer, by the name that remains. */
    Map<String, Set<String>> customers() {
        Map<String, Set<String>> of = new TreeMap<>();
        for (Happened happened : events.values()) {
            join(of, happened.name(), happened.name());
            if (happened.body() instanceof CustomerLinked linked) {
                join(of, happened.name(), Names.of(linked.otherKind(), linked.otherId()));
            }
        }
        Map<String, Set<String>> customers = new TreeMap<>();
        for (Set<String> names : of.values()) {
            customers.put(names.stream().reduce(Names::remaining).orElseThrow(), names);
        }
        return customers;
    }

    private static void join(Map<String, Set<String>> of, String a, String b) {
        Set<String> both = new TreeSet<>(of.getOrDefault(a, Set.of()));
        both.addAll(of.getOrDefault(b, Set.of()));
        both.add(a);
        both.add(b);
        both.forEach(name -> of.put(name, both));
    }

    private List<Happened> under(Set<String> names) {
        return events.values().stream()
                .filter(happened -> names.contains(happened.name()) && !(happened.body() instanceof CustomerLinked))
                .toList();
    }

    /** Time of the newest event. */
    long newest(Set<String> names) {
        return under(names).stream().mapToLong(Happened::time).max().orElse(Long.MIN_VALUE);
    }

    Map<String, Object> features(Set<String> names, long at, long since) {
        NaiveFeatures naive = new NaiveFeatures(zone);
        under(names).forEach(happened -> naive.add(happened.forFeatures()));
        Map<String, Object> values = new TreeMap<>();
        for (FeatureSpec spec : RememberedThings.features()) {
            values.put(spec.id(), naive.value(spec, at, since));
        }
        return values;
    }

    /** Every completion that is true, those whose wait has not ended yet included. */
    Set<String> patterns(Set<String> names) {
        List<io.motengine.engine.patterns.Told> steps = new ArrayList<>();
        under(names).stream().filter(Happened::isStep).forEach(happened -> steps.add(happened.forPatterns()));
        TreeSet<String> completed = new TreeSet<>();
        for (PatternSpec spec : RememberedThings.patterns()) {
            for (Completed one : NaivePatterns.of(spec, steps)) {
                completed.add(
                        one.pattern() + "/" + one.instance() + (one.subject().isEmpty() ? "" : "#" + one.subject()));
            }
        }
        return completed;
    }
}
