package io.motengine.engine.scorecards;

import io.motengine.engine.scorecards.ScorecardSet.Watched;
import java.util.List;
import java.util.function.Function;

/**
 * A grading that left all standings as they were: as long as no feature that a card looks at is worth something else, and nothing
 * of it hangs on the time, the next one comes to the same.
 */
public final class LastGrading {
    private final Grading grading;
    private final long day;
    private final long at;
    private final List<Watched> watched;
    private final Object[] values;

    LastGrading(Grading grading, long day, long at, List<Watched> watched, Function<String, Object> features) {
        this.grading = grading;
        this.day = day;
        this.at = at;
        this.watched = watched;
        this.values = new Object[watched.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = features.apply(watched.get(i).feature());
        }
    }

    public Grading grading() {
        return grading;
    }

    /**
     * Whether the customer would be graded so again, by the same profile and holdings.
     *
     * @param newDay that the time falls on at the bank
     * @param time epoch milliseconds
     */
    public boolean holds(long newDay, long time, Function<String, Object> features) {
        if (newDay != day || time < at || time >= grading.until()) {
            return false;
        }
        for (int i = 0; i < values.length; i++) {
            if (!watched.get(i)
                    .isWorthTheSame(values[i], features.apply(watched.get(i).feature()))) {
                return false;
            }
        }
        return true;
    }
}
