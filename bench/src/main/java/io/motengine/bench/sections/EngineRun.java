package io.motengine.bench.sections;

import io.motengine.bench.arena.Fill;
import io.motengine.bench.arena.Race;
import io.motengine.bench.contest.Course;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** The engine alone on a stage with events, from records that its own release has made. */
final class EngineRun {
    private static final String ENGINE = "engine";
    private final Settings settings;
    private final Screen screen;
    private final Stage stage;

    EngineRun(Settings settings, Screen screen, Stage stage) {
        this.settings = settings;
        this.screen = screen;
        this.stage = stage;
    }

    /** @param more settings of the course that are other than usual */
    Race.Result measure(String what, Path folder, Map<String, String> more) throws Exception {
        screen.step("a record for each customer: " + what);
        Course filling = settings.course(stage.bootstrap(), folder.resolve("state"), more);
        Fill state = Fill.of(ENGINE, filling, settings.heapMib());
        screen.step("engine: " + what);
        Course course = settings.course(stage.bootstrap(), folder.resolve(ENGINE), more)
                .with(Course.STATE, state.state().toString());
        long before = Outputs.of(stage.broker()).deadLetters();
        Race.Result result = new Race(ENGINE, course, settings.heapMib()).measure(stage.events(), settings.marks());
        long dead = Outputs.of(stage.broker()).deadLetters() - before;
        if (dead > 0) {
            throw new IllegalStateException(dead + " dead letters (expected: none)");
        }
        screen.step(String.format(Locale.ROOT, "      %,.0f events/s", result.perSecond()));
        return result;
    }
}
