package io.motengine.engine;

import io.motengine.engine.facts.StageChanged;
import io.motengine.engine.lifecycle.LifeCycles.Step;
import io.motengine.engine.release.Release;
import io.motengine.engine.rules.Facts;
import io.motengine.engine.state.CustomerState;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What becomes of the stages that rules conclude for one customer: only those that may be entered from the present one. */
final class StageSteps implements Facts.Stages {
    private final CustomerState state;
    private final Release release;
    private final long at;
    private final List<String> refused = new ArrayList<>(0);

    StageSteps(CustomerState state, Release release, long at) {
        this.state = state;
        this.release = release;
        this.at = at;
    }

    @Override
    public String next(String kind, Set<String> concluded) {
        refused.clear();
        if (!release.lifeCycles().declares(kind)) {
            return release.policy().stages().stream()
                    .filter(concluded::contains)
                    .findFirst()
                    .orElse(state.stage());
        }
        Step step = release.lifeCycles().next(kind, state.stage(), concluded);
        refused.addAll(step.refused());
        return step.stage();
    }

    @Override
    public boolean announces(String kind) {
        return release.lifeCycles().declares(kind);
    }

    @Override
    public StageChanged change(String to) {
        int days = state.stageSince() == CustomerState.UNSET
                ? 0
                : (int) ChronoUnit.DAYS.between(
                        release.ticks().day(state.stageSince()), release.ticks().day(Math.max(at, state.stageSince())));
        return new StageChanged(state.stage(), to, days);
    }

    /** Stages that were concluded and may not be entered from the present one, sorted. */
    List<String> refused() {
        return List.copyOf(refused);
    }
}
