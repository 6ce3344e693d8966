package io.motengine.engine.lifecycle;

import java.util.List;

/**
 * The life cycle of one kind of customer, as declared in {@code lifecycle.yaml}.
 *
 * @param initial where a customer stands of whom nothing is known yet
 * @param stages in order of precedence: should rules conclude several, the first that may be entered holds
 */
public record LifeCycleSpec(String initial, List<Stage> stages) {
    public LifeCycleSpec {
        stages = stages == null ? List.of() : List.copyOf(stages);
    }

    /**
     * A stage.
     *
     * @param zh its name for people; null if none
     * @param to stages that may follow; empty for an end. Null only before it is checked
     */
    public record Stage(String stage, String zh, List<String> to) {
        public Stage {
            to = to == null ? null : List.copyOf(to);
        }
    }
}
