package io.motengine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.Decider;
import io.motengine.engine.Input;
import io.motengine.engine.Now;
import io.motengine.engine.Outcome;
import io.motengine.engine.release.Release;
import io.motengine.engine.release.ReleaseCompiler;
import io.motengine.engine.state.CustomerState;
import io.motengine.schemas.codec.BadEventException;
import io.motengine.schemas.codec.EnvelopeReader;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.Origin;
import io.motengine.schemas.release.ReleaseFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Whatever is sent, each input ends as exactly one of decided, duplicate, skipped or dead-lettered with a code; no rule of the
 * release throws on what the contract lets through.
 */
final class FuzzTest {
    private static final Path RULES = Path.of("").toAbsolutePath();
    private static final int INPUTS = 200_000;
    private static final int SAMPLE = 100;
    private static final long SEED = 20_261;

    private final Map<String, Integer> fates = new TreeMap<>();
    private final Map<String, CustomerState> states = new TreeMap<>();

    @Test
    void everyInput_endsAsExactlyOneThing() throws Exception {
        Release release = ReleaseCompiler.compile(ReleaseFiles.read(RULES));
        FuzzedInputs inputs =
                new FuzzedInputs(SEED, RULES.resolveSibling("schemas").resolve("examples"));
        try (Decider decider = new Decider()) {
            for (int i = 0; i < INPUTS; i++) {
                FuzzedInputs.Timed input = inputs.next();
                count(fateOf(i, input, release, decider));
            }
            System.out.println(table());
            assertThat(fates.values().stream().mapToInt(Integer::intValue).sum())
                    .isEqualTo(INPUTS);
            assertThat(fates.keySet())
                    .as("fates that this many inputs must meet")
                    .contains("decided", "duplicate", "skipped: nobody listens", "skipped: anonymous")
                    .contains("dead: bad-time", "dead: bad-value", "dead: duplicate-key", "dead: invalid-utf8")
                    .contains("dead: key-mismatch", "dead: missing-field", "dead: not-json", "dead: rate-missing")
                    .contains("dead: time-in-future", "dead: too-deep", "dead: too-large", "dead: too-late")
                    .contains("dead: unknown-currency", "dead: unsupported-spec-version", "dead: wrong-type");
            for (CustomerState state : states.values()) {
                RoundTrip.assertSame(state);
            }
            assertStillDecides(release, decider);
        }
    }

    private String fateOf(int index, FuzzedInputs.Timed input, Release release, Decider decider) {
        Message message = input.message();
        try {
            return fate(index, message, input.now(), release, decider);
        } catch (BadEventException e) {
            return "dead: " + e.code().code();
        } catch (RuntimeException | IOException e) {
            throw new AssertionError("input " + index + " of seed " + SEED + ": " + message, e);
        }
    }

    private String fate(int index, Message message, Instant now, Release release, Decider decider)
            throws BadEventException, IOException {
        EventEnvelope envelope = EnvelopeReader.read(message.key(), message.value(), message.headers());
        if (!release.listensTo(envelope.type())) {
            return "skipped: nobody listens";
        }
        if (envelope.subject() == null) {
            return "skipped: anonymous";
        }
        CustomerState state = states.computeIfAbsent(envelope.subject(), CustomerState::new);
        Outcome outcome =
                decider.decide(state, new Input.Event(envelope, new Origin("fuzz", 0, index)), release, Now.wall(now));
        outcome.decisions()
                .forEach(decision -> assertThat(decision.quarantined()).isEmpty());
        if (index % SAMPLE == 0) {
            RoundTrip.assertSame(state);
        }
        if (outcome.status() == Outcome.Status.REJECTED) {
            throw outcome.rejection();
        }
        return outcome.status().name().toLowerCase(Locale.ROOT);
    }

    private static void assertStillDecides(Release release, Decider decider) throws IOException {
        assertThat(ScenarioFolders.read(ScenarioFolders.ALL.resolve("large-inflow"))
                        .play(release, decider)
                        .differences())
                .as("a normal scenario on the same decider")
                .isEmpty();
    }

    private void count(String fate) {
        fates.merge(fate, 1, Integer::sum);
    }

    private String table() {
        StringBuilder table =
                new StringBuilder("fates of " + INPUTS + " mutated inputs, " + states.size() + " customers");
        fates.forEach((fate, count) -> table.append(String.format(Locale.ROOT, "%n  %-32s %7d", fate, count)));
        return table.toString();
    }
}
