package io.motengine.bench.sections;

import io.motengine.bench.arena.Fill;
import io.motengine.bench.arena.Race;
import io.motengine.bench.contest.Course;
import java.nio.file.Path;
import java.util.HashMap;
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
        return measure(what, folder, filled(what, folder, more), more);
    }

    /** A record for each customer. */
    Fill filled(String what, Path folder, Map<String, String> more) throws Exception {
        screen.step("a record for each customer: " + what);
        return Fill.of(ENGINE, settings.course(stage.bootstrap(), folder.resolve("state"), more), settings.heapMib());
    }

    /** From records that are there already, and that any parallelism may go on from. */
    Race.Result measure(String what, Path folder, Fill from, Map<String, String> more) throws Exception {
        screen.step("engine: " + what);
        long before = Outputs.of(stage.broker()).deadLetters();
        Race.Result result = race(folder, from, more).measure(stage.events(), settings.marks());
        long dead = Outputs.of(stage.broker()).deadLetters() - before;
        if (dead > 0) {
            throw new IllegalStateException(dead + " dead letters (expected: none)");
        }
        screen.step(String.format(Locale.ROOT, "      %,.0f events/s", result.perSecond()));
        return result;
    }

    /** How long it takes until it decides. */
    Race.Beginning begin(String what, Path folder, Fill from) throws Exception {
        screen.step("engine begins: " + what);
        return race(folder, from, Map.of()).begin();
    }

    /** @param from null to start without records */
    private Race race(Path folder, Fill from, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(more);
        if (from != null) {
            all.put(Course.STATE, from.state().toString());
        }
        return new Race(ENGINE, settings.course(stage.bootstrap(), folder.resolve(ENGINE), all), settings.heapMib());
    }
}
