package io.motengine.engine.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.events.EventClasses;
import io.motengine.engine.record.RecordReader;
import io.motengine.engine.record.RecordWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class PatternMemoryTest {
    private static final long MINUTE = 60_000;
    private static final long NOON = 1_772_452_800_000L;

    private final PatternMemory memory = new PatternMemory();

    private static PatternSpec absence(String id, String unless, int limit, boolean service) {
        return new PatternSpec(
                id,
                List.of(RandomPatterns.step("a", 1)),
                RandomPatterns.step(unless, 1),
                Duration.ofMinutes(10),
                "productId",
                limit,
                service);
    }

    private static PatternSet release(PatternSpec... specs) {
        return new PatternSet(List.of(specs), EventClasses::of, RandomPatterns.ALLOWANCE);
    }

    private void take(PatternSet set, Told told) {
        set.meet(memory);
        set.add(told.type(), told.body(), told.time(), told::instance, told.time(), told.time(), memory);
    }

    @Test
    void forgetsAPattern_thatIsGoneOrDeclaredAnew_andKeepsTheOthers() {
        take(
                release(absence("kept", "b", 5, false), absence("anew", "b", 5, false), absence("gone", "b", 5, false)),
                new Told("a", "p1", NOON, "/t/1"));
        PatternSet next =
                release(absence("new", "b", 5, false), absence("anew", "c", 5, false), absence("kept", "b", 9, true));

        next.meet(memory);

        assertThat(next.due(Long.MAX_VALUE, memory))
                .containsExactly(new Completed("kept", "p1", "/t/1", NOON + 10 * MINUTE));
    }

    @Test
    void waitsOn_forWhatARecordOfFormat1WasWaitingFor() {
        memory.adopt(List.of(
                new OpenPattern("kept", "p1", "/t/1", NOON, NOON + 10 * MINUTE),
                new OpenPattern("kept", "p2", "/t/2", NOON + 1, NOON + 10 * MINUTE + 1),
                new OpenPattern("gone", "", "/t/3", NOON, NOON + 10 * MINUTE)));
        PatternMemory restored = reloaded(memory);
        assertThat(restored.nextDue()).isEqualTo(NOON + 10 * MINUTE);
        PatternSet set = release(absence("kept", "b", 5, false));

        set.meet(restored);
        set.add(
                Told.type("b"),
                new Told("b", "p2", 0, "").body(),
                NOON + 2,
                () -> "/t/4",
                NOON + 2,
                NOON + 2,
                restored);

        assertThat(set.due(Long.MAX_VALUE, reloaded(restored)))
                .containsExactly(new Completed("kept", "p1", "/t/1", NOON + 10 * MINUTE));
    }

    @Test
    void letsGoOfWhatIsOver() {
        PatternSet set = release(
                absence("form", "b", 5, false),
                new PatternSpec(
                        "credit", List.of(RandomPatterns.step("x", 2)), null, Duration.ofDays(1), null, 1, false));
        take(set, new Told("a", "p1", NOON, "/t/1"));
        set.due(NOON + 10 * MINUTE, memory);
        take(set, new Told("x", "p1", NOON + Duration.ofHours(8).toMillis(), "/t/2"));

        assertThat(memory.slices()).hasSize(1);
    }

    /** Five clicks a day, each of which two of ten patterns look at; ids as long as they come. */
    @Test
    void staysSmall() {
        List<PatternSpec> specs = new ArrayList<>();
        specs.add(new PatternSpec(
                "curious", List.of(RandomPatterns.step("a", 3)), null, Duration.ofDays(1), null, 10, false));
        specs.add(absence("form", "b", 3, false));
        specs.addAll(Collections.nCopies(1, absence("other", "c", 3, false)));
        PatternSet set = new PatternSet(specs, EventClasses::of, RandomPatterns.ALLOWANCE);
        long bytes = 0;
        int days = 60;
        for (int day = 0; day < days; day++) {
            for (int click = 0; click < 5; click++) {
                long time = NOON + Duration.ofDays(day).toMillis() + click * 97L * MINUTE;
                set.due(time, memory);
                String id = "/app/" + new UUID(day * 7L + click, ~time);
                take(set, new Told("ababc".substring(click, click + 1), "p1", time, id));
            }
            RecordWriter out = new RecordWriter();
            memory.write(out);
            bytes += out.size();
        }
        System.out.println("pattern memory of a customer with five clicks a day: " + bytes / days + " bytes");
        assertThat(bytes / days).isLessThan(300);
    }

    private static PatternMemory reloaded(PatternMemory memory) {
        RecordWriter out = new RecordWriter();
        memory.write(out);
        return PatternMemory.read(new RecordReader(out.toBytes()));
    }
}
