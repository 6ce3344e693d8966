package io.motengine.engine.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.lifecycle.LifeCycleSpec.Stage;
import io.motengine.engine.lifecycle.LifeCycles.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class LifeCyclesTest {
    private static final LifeCycleSpec PERSON = new LifeCycleSpec(
            "prospect",
            List.of(
                    new Stage("dormant", "睡眠", List.of("rising")),
                    new Stage("honeymoon", "蜜月期", List.of("rising", "dormant")),
                    new Stage("rising", null, List.of("dormant")),
                    new Stage("prospect", "潜客", List.of("honeymoon", "rising"))));

    private static final LifeCycles CYCLES = new LifeCycles(Map.of("person", PERSON));

    @Test
    void enterTheFirstConcludedStage_byPrecedence() {
        assertThat(next("honeymoon", "rising", "dormant")).isEqualTo(new Step("dormant", Set.of()));
    }

    @Test
    void refuseWhatMayNotFollow() {
        assertThat(next("rising", "honeymoon")).isEqualTo(new Step("rising", Set.of("honeymoon")));
        assertThat(next("prospect", "dormant", "rising")).isEqualTo(new Step("rising", Set.of("dormant")));
        assertThat(next("rising", "no-such")).isEqualTo(new Step("rising", Set.of("no-such")));
    }

    @Test
    void stay_whenNothingIsConcluded_orTheSame() {
        assertThat(next("honeymoon")).isEqualTo(new Step("honeymoon", Set.of()));
        assertThat(next("honeymoon", "honeymoon", "rising")).isEqualTo(new Step("honeymoon", Set.of()));
    }

    @Test
    void beginAnywhere_andAtTheInitialStageIfNothingIsConcluded() {
        assertThat(next("")).isEqualTo(new Step("prospect", Set.of()));
        assertThat(next("", "dormant")).isEqualTo(new Step("dormant", Set.of()));
        assertThat(next("taken-away", "honeymoon")).isEqualTo(new Step("honeymoon", Set.of()));
    }

    @Test
    void nameStagesForPeople() {
        assertThat(CYCLES.name("person", "dormant")).isEqualTo("睡眠");
        assertThat(CYCLES.name("person", "rising")).isEqualTo("rising");
        assertThat(CYCLES.declares("company")).isFalse();
    }

    /** Whatever rules conclude, a customer moves along declared ways only, and nothing concluded goes unanswered. */
    @Property
    void moveAlongDeclaredWaysOnly(@ForAll List<Set<Integer>> conclusions) {
        String current = "";
        for (Set<Integer> numbers : conclusions) {
            Set<String> concluded = new HashSet<>();
            numbers.forEach(
                    n -> concluded.add(PERSON.stages().get(Math.floorMod(n, 4)).stage()));
            Step step = CYCLES.next("person", current, concluded);
            Set<String> allowed = allowed(current);

            assertThat(step.stage()).isIn(allowed);
            for (String stage : concluded) {
                assertThat(step.refused().contains(stage)).isEqualTo(!allowed.contains(stage));
            }
            for (Stage stage : PERSON.stages()) {
                if (concluded.contains(stage.stage()) && allowed.contains(stage.stage())) {
                    assertThat(step.stage()).isEqualTo(stage.stage());
                    break;
                }
            }
            current = step.stage();
        }
    }

    private static Set<String> allowed(String current) {
        Set<String> allowed = new HashSet<>();
        for (Stage stage : PERSON.stages()) {
            if (current.isEmpty() || stage.stage().equals(current)) {
                allowed.add(stage.stage());
            }
            if (stage.stage().equals(current)) {
                allowed.addAll(stage.to());
            }
        }
        return allowed;
    }

    private static Step next(String current, String... concluded) {
        return CYCLES.next("person", current, Set.of(concluded));
    }
}
