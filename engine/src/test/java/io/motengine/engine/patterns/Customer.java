package io.motengine.engine.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.events.EventClasses;
import io.motengine.engine.record.RecordReader;
import io.motengine.engine.record.RecordWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One customer as a turn treats them: what is due first, then the event; keeps what stands raised. */
final class Customer {
    private final PatternSet set;
    PatternMemory memory = new PatternMemory();
    private long clock = Long.MIN_VALUE;
    private long highWater = Long.MIN_VALUE;
    final Set<String> standing = new LinkedHashSet<>();
    final List<Completed> raised = new ArrayList<>();
    int retractions;

    Customer(List<PatternSpec> specs, Duration allowance) {
        this.set = new PatternSet(specs, EventClasses::of, allowance);
        set.meet(memory);
    }

    Customer(PatternSpec... specs) {
        this(List.of(specs), RandomPatterns.ALLOWANCE);
    }

    long highWater() {
        return highWater;
    }

    List<Completed> wake(long at) {
        assertThat(set.due(Math.min(at, memory.nextDue() - 1), memory)).isEmpty();
        List<Completed> due = set.due(at, memory);
        clock = Math.max(clock, at);
        note(new Changes(due, List.of()));
        assertThat(memory.nextDue()).isGreaterThan(at);
        return due;
    }

    Changes take(Told told) {
        if (memory.nextDue() <= told.time()) {
            wake(told.time());
        }
        return takeWithoutDue(told);
    }

    Changes takeWithoutDue(Told told) {
        clock = Math.max(clock, told.time());
        highWater = Math.max(highWater, told.time());
        return add(told);
    }

    /** Something told about the customer, which leaves time alone. */
    Changes add(Told told) {
        Changes changes = set.add(told.type(), told.body(), told.time(), told::instance, clock, highWater, memory);
        note(changes);
        return changes;
    }

    Changes merge(Customer other) {
        clock = Math.max(clock, other.clock);
        highWater = Math.max(highWater, other.highWater);
        other.standing.forEach(
                raisedThere -> assertThat(standing.add(raisedThere)).isTrue());
        Changes changes = set.merge(memory, other.memory, clock, highWater);
        note(changes);
        return changes;
    }

    private void note(Changes changes) {
        for (Retracted undone : changes.retracted()) {
            retractions++;
            assertThat(standing.remove(name(undone.pattern(), undone.subject(), undone.instance())))
                    .as("retracted without having been raised: %s", undone)
                    .isTrue();
        }
        for (Completed done : changes.completed()) {
            raised.add(done);
            assertThat(standing.add(name(done))).as("raised twice: %s", done).isTrue();
        }
    }

    static String name(Completed done) {
        return name(done.pattern(), done.subject(), done.instance());
    }

    private static String name(String pattern, String subject, String instance) {
        return pattern + " " + subject + " " + instance;
    }

    byte[] written() {
        RecordWriter out = new RecordWriter();
        memory.write(out);
        return out.toBytes();
    }

    void reload() {
        byte[] written = written();
        memory = PatternMemory.read(new RecordReader(written));
        set.meet(memory);
        assertThat(written()).as("untouched slices are copied").isEqualTo(written);
    }
}
