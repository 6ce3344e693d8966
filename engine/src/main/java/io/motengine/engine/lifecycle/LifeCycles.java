package io.motengine.engine.lifecycle;

import io.motengine.engine.lifecycle.LifeCycleSpec.Stage;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The declared life cycles by kind of customer: immutable, safe to share between threads. */
public final class LifeCycles {
    private final Map<String, LifeCycleSpec> specs;
    private final Map<String, Map<String, Stage>> stages = new HashMap<>();

    /** From checked declarations by kind; none at all if the release declares no life cycle. */
    public LifeCycles(Map<String, LifeCycleSpec> specs) {
        this.specs = Map.copyOf(specs);
        specs.forEach((kind, spec) -> {
            Map<String, Stage> byName = new HashMap<>();
            spec.stages().forEach(stage -> byName.put(stage.stage(), stage));
            stages.put(kind, byName);
        });
    }

    /** Whether the release declares a life cycle for this kind; if not, do not ask for the next stage. */
    public boolean declares(String kind) {
        return specs.containsKey(kind);
    }

    /** The stage of a customer of whom nothing is known yet. */
    public String initial(String kind) {
        return spec(kind).initial();
    }

    /** The name of a stage for people, in Chinese; the stage itself if it has none. */
    public String name(String kind, String stage) {
        Stage declared = stages.getOrDefault(kind, Map.of()).get(stage);
        return declared == null || declared.zh() == null ? stage : declared.zh();
    }

    /**
     * Where a customer stands after rules have concluded stages.
     *
     * <p>The current stage may always go on. From no stage, or from one that this life cycle does not declare (a release has taken
     * it away), any may be entered.
     *
     * @param current empty if none
     * @param concluded by rules, in any order
     */
    public Step next(String kind, String current, Collection<String> concluded) {
        LifeCycleSpec spec = spec(kind);
        Stage from = stages.get(kind).get(current);
        if (concluded.isEmpty()) {
            return new Step(from == null ? spec.initial() : current, Set.of());
        }
        Set<String> refused = new TreeSet<>(concluded);
        String next = null;
        for (Stage stage : spec.stages()) {
            String name = stage.stage();
            if (concluded.contains(name)
                    && (from == null || name.equals(current) || from.to().contains(name))) {
                refused.remove(name);
                next = next == null ? name : next;
            }
        }
        if (next == null) {
            next = from == null ? spec.initial() : current;
        }
        return new Step(next, refused);
    }

    private LifeCycleSpec spec(String kind) {
        LifeCycleSpec spec = specs.get(kind);
        if (spec == null) {
            throw new IllegalArgumentException("life cycle of " + kind + " (expected: one of " + specs.keySet() + ")");
        }
        return spec;
    }

    /**
     * Where the customer stands now.
     *
     * @param refused concluded stages that may not be entered from where the customer stood, sorted; for the decision record
     */
    public record Step(String stage, Set<String> refused) {}
}
