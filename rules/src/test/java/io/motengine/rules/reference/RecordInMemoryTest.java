package io.motengine.rules.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.Decider;
import io.motengine.engine.Input;
import io.motengine.engine.Now;
import io.motengine.engine.Outcome;
import io.motengine.engine.release.Release;
import io.motengine.engine.release.ReleaseCompiler;
import io.motengine.engine.state.CustomerState;
import io.motengine.engine.state.CustomerStateCodec;
import io.motengine.rules.reference.Entry.Told;
import io.motengine.schemas.codec.EventWriter;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.Feedback;
import io.motengine.schemas.event.Origin;
import io.motengine.schemas.release.ReleaseFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A record that stays in memory, with all that was worked out of it, decides as one that is read from its bytes for every event. */
final class RecordInMemoryTest {
    private static final int CUSTOMERS = 30;
    private static final int EVENTS_EACH = 200;
    private static final Origin ORIGIN = new Origin("history", 0, 0);

    @ParameterizedTest
    @ValueSource(strings = {"src/test/resources/modelled-release", "."})
    void decidesTheSame_whereverTheRecordIs(String rules) throws Exception {
        Release release = ReleaseCompiler.compile(
                ReleaseFiles.read(Path.of(rules).toAbsolutePath().normalize()));
        int recorded = 0;
        try (Decider decider = new Decider()) {
            for (int customer = 0; customer < CUSTOMERS; customer++) {
                recorded += live(decider, release, customer);
            }
        }
        assertThat(recorded).isGreaterThan(1_000);
    }

    private static int live(Decider decider, Release release, int seed) throws Exception {
        CustomerState kept = new CustomerState("c" + seed);
        byte[] record = CustomerStateCodec.bytes(kept);
        List<String> actions = new ArrayList<>();
        int recorded = 0;
        for (Told told : RandomLife.of(seed, EVENTS_EACH)) {
            for (Input input :
                    List.of(new Input.Wake(told.time()), new Input.Event(envelope(told, kept, actions), ORIGIN))) {
                Outcome inMemory = decider.decide(kept, input, release, Now.EVENT_TIME);
                CustomerState read = CustomerStateCodec.state(record);
                Outcome fromBytes = decider.decide(read, input, release, Now.EVENT_TIME);
                record = CustomerStateCodec.bytes(read);
                assertThat(comparable(inMemory)).as("%s of c%s", input, seed).isEqualTo(comparable(fromBytes));
                assertThat(dues(kept)).as("%s of c%s", input, seed).isEqualTo(dues(read));
                inMemory.issued().forEach(action -> actions.add(action.id()));
                recorded += inMemory.decisions().size();
            }
        }
        return recorded;
    }

    private static EventEnvelope envelope(Told told, CustomerState state, List<String> actions) {
        return new EventEnvelope(
                told.id(),
                told.source(),
                told.type(),
                state.customer(),
                told.time(),
                EventWriter.body(told.body() instanceof Feedback feedback ? about(feedback, actions) : told.body()));
    }

    /** Feedback about the n-th last action. */
    private static Feedback about(Feedback feedback, List<String> actions) {
        int at = actions.size() - 1 - Integer.parseInt(feedback.actionId());
        String id = at < 0 ? ReferenceModel.UNKNOWN_ACTION : actions.get(at);
        return new Feedback(id, feedback.channel(), feedback.outcome(), feedback.reason());
    }

    private static List<Long> dues(CustomerState state) {
        return List.of(state.nextServiceDue(), state.nextOtherDue(), state.nextAnyTick(), state.nextAnyPlan());
    }

    /** Exceptions are equal to nothing but themselves. */
    private static List<Object> comparable(Outcome outcome) {
        return List.of(
                outcome.status(),
                outcome.changed(),
                String.valueOf(outcome.rejection()),
                String.valueOf(outcome.skipped()),
                outcome.issued(),
                outcome.cancelled(),
                outcome.decisions(),
                outcome.asked(),
                String.valueOf(outcome.view()));
    }
}
