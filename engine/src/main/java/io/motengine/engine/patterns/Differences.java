package io.motengine.engine.patterns;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what has changed in several patterns. */
final class Differences {
    private static final Comparator<Completed> BY_TIME = Comparator.comparingLong(Completed::at)
            .thenComparing(Completed::pattern)
            .thenComparing(Completed::subject)
            .thenComparing(Completed::instance);
    private static final Comparator<Retracted> BY_NAME = Comparator.comparing(Retracted::pattern)
            .thenComparing(Retracted::subject)
            .thenComparing(Retracted::instance);

    private final List<Completed> completed = new ArrayList<>(1);
    private final List<Retracted> retracted = new ArrayList<>(0);

    void add(CompiledPattern pattern, PatternState.Difference difference) {
        for (Completion done : difference.raise()) {
            completed.add(new Completed(pattern.id(), done.key(), done.instance(), done.at()));
        }
        for (Completion undone : difference.retract()) {
            retracted.add(new Retracted(pattern.id(), undone.key(), undone.instance()));
        }
    }

    Changes changes() {
        if (completed.isEmpty() && retracted.isEmpty()) {
            return Changes.NONE;
        }
        completed.sort(BY_TIME);
        retracted.sort(BY_NAME);
        return new Changes(completed, retracted);
    }
}
