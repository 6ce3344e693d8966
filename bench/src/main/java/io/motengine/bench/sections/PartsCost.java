package io.motengine.bench.sections;

import io.motengine.bench.reference.PlainRules;
import io.motengine.bench.stream.EventStream;
import io.motengine.bench.stream.Keys;
import io.motengine.bench.stream.Message;
import io.motengine.bench.stream.StreamSpec;
import io.motengine.engine.Decider;
import io.motengine.engine.Input;
import io.motengine.engine.Now;
import io.motengine.engine.Outcome;
import io.motengine.engine.features.FeatureSet;
import io.motengine.engine.release.Release;
import io.motengine.engine.rules.Concluder;
import io.motengine.engine.rules.Facts;
import io.motengine.engine.rules.RuleCounts;
import io.motengine.engine.rules.RuleEvaluator;
import io.motengine.engine.state.CustomerState;
import io.motengine.engine.state.CustomerStateCodec;
import io.motengine.schemas.codec.BadEventException;
import io.motengine.schemas.codec.EnvelopeReader;
import io.motengine.schemas.codec.RecordHeaders;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.Origin;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Parts of the engine, each alone, on the events of one stream: one thread, records in memory. Whole events are decided as well, since
 * parts leave out what is between them.
 */
final class PartsCost implements AutoCloseable {
    private static final int CUSTOMERS = 2_000;
    private static final int CHUNK = 20_000;
    /** What segments and stages are told by, for each event. */
    private static final List<String> READ = List.of(
            "salaries90d",
            "securities90d",
            "clicks30d",
            "pages7d",
            "inflow30d",
            "outflow7d",
            "spend30d",
            "bills60d",
            "complaints90d",
            "lastSalary");

    private final Release release;
    private final Map<String, CustomerState> states;
    /** Only their features, which what is decided must not count twice. */
    private final Map<String, CustomerState> twins;

    private final List<Facts> facts = new ArrayList<>();
    private final Decider decider = new Decider();
    private final RuleEvaluator rules;
    private final PlainRules plain;
    private final EventStream stream;
    private long next;
    private long withCandidates;
    private long events;
    /** What was read last: a figure that nobody looks at need not be made. */
    private Object read;

    final Sum decode = new Sum();
    final Sum features = new Sum();
    final Sum evaluate = new Sum();
    final Sum byHand = new Sum();
    final Sum write = new Sum();
    final Sum restore = new Sum();
    final Sum whole = new Sum();

    PartsCost(Release compiled, long seed) {
        rules = new RuleEvaluator(compiled.rules(), new RuleCounts());
        plain = new PlainRules(compiled.rules());
        release = compiled.with(
                compiled.rules().saidBy(() -> listening(compiled.rules().concluder())));
        states = Lived.states(compiled, CUSTOMERS);
        twins = Lived.states(compiled, CUSTOMERS);
        stream = new EventStream(StreamSpec.of(seed, CUSTOMERS, Keys.UNIFORM));
    }

    private Concluder listening(Concluder sieve) {
        return seen -> {
            facts.add(seen);
            return sieve.conclude(seen);
        };
    }

    Object read() {
        return read;
    }

    /** Events of which candidates came, of all. */
    double candidatesShare() {
        return (double) withCandidates / events;
    }

    /** The next events of the stream; they are made before any clock runs. */
    void run() throws BadEventException {
        List<Message> messages = new ArrayList<>(CHUNK);
        List<EventEnvelope> envelopes = new ArrayList<>(CHUNK);
        List<Object> bodies = new ArrayList<>(CHUNK);
        for (int i = 0; i < CHUNK; i++) {
            messages.add(stream.event(next++));
        }
        decode.measure(CHUNK, () -> decode(messages, envelopes, bodies));
        features.measure(CHUNK, () -> features(envelopes, bodies));
        facts.clear();
        for (EventEnvelope envelope : envelopes) {
            decide(envelope);
        }
        evaluate.measure(facts.size(), () -> facts.forEach(seen -> read = rules.evaluate(seen)));
        byHand.measure(facts.size(), () -> facts.forEach(seen -> read = plain.conclude(seen)));
    }

    private void decode(List<Message> messages, List<EventEnvelope> envelopes, List<Object> bodies)
            throws BadEventException {
        for (Message message : messages) {
            byte[] key = message.customer().getBytes(StandardCharsets.UTF_8);
            EventEnvelope event = EnvelopeReader.read(key, message.value(), RecordHeaders.NONE);
            envelopes.add(event);
            bodies.add(release.events().bind(event.type(), event.body(), release.currency()));
        }
    }

    private void features(List<EventEnvelope> envelopes, List<Object> bodies) {
        FeatureSet set = release.features();
        for (int i = 0; i < envelopes.size(); i++) {
            EventEnvelope event = envelopes.get(i);
            CustomerState state = twins.get(event.subject());
            long time = event.time().toEpochMilli();
            set.add(event.type(), bodies.get(i), time, time, state.features());
            FeatureSet.Snapshot snapshot = set.at(time, state.features(), state.since());
            for (String figure : READ) {
                read = snapshot.value(figure);
            }
        }
    }

    private void decide(EventEnvelope event) {
        CustomerState state = states.get(event.subject());
        while (state.nextDue() <= event.time().toEpochMilli()) {
            Input due = new Input.Wake(Instant.ofEpochMilli(state.nextDue()));
            decider.decide(state, due, release, Now.EVENT_TIME);
        }
        Input input = new Input.Event(event, new Origin("bench", 0, 0));
        Outcome[] outcome = new Outcome[1];
        whole.measure(1, () -> outcome[0] = decider.decide(state, input, release, Now.EVENT_TIME));
        if (outcome[0].status() != Outcome.Status.DECIDED) {
            throw new IllegalStateException(outcome[0].status().toString(), outcome[0].rejection());
        }
        byte[][] bytes = new byte[1][];
        write.measure(1, () -> bytes[0] = CustomerStateCodec.bytes(state));
        restore.measure(1, () -> read = CustomerStateCodec.state(bytes[0]));
        events++;
        if (outcome[0].decisions().stream()
                .anyMatch(decision -> !decision.candidates().isEmpty())) {
            withCandidates++;
        }
    }

    @Override
    public void close() {
        decider.close();
        rules.close();
    }
}
