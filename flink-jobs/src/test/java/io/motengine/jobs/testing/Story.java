package io.motengine.jobs.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.motengine.jobs.tally.Tally;
import io.motengine.jobs.testing.ScenarioFolder.Sent;
import io.motengine.schemas.Topics;
import io.motengine.schemas.action.ActionCancelled;
import io.motengine.schemas.action.ActionEvent;
import io.motengine.schemas.action.ActionIssued;
import io.motengine.schemas.codec.ActionCodec;
import io.motengine.schemas.codec.BadEventException;
import io.motengine.schemas.codec.CustomerCodec;
import io.motengine.schemas.codec.DecisionCodec;
import io.motengine.schemas.customer.CustomerView;
import io.motengine.schemas.decision.DecisionRecord;
import io.motengine.schemas.decision.DecisionRecord.CandidateFate;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Plays a scenario to a live job: at each of its moments the clock leaps there, what happens is sent twice, and all that is expected
 * by then must be heard before the clock leaps on.
 */
public final class Story implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration INTERVAL = Duration.ofMillis(100);

    /** Event time follows the clock this far behind; what is due at a moment is due for the job by then. */
    private static final Duration DISORDER = Duration.ofSeconds(6);

    private static final String ACTIONS = Topics.actions("");

    private final KafkaBroker broker;
    private final Heard outputs;
    private final RunningJob job;
    private final ScenarioFolder scenario;
    private final List<Instant> ahead;
    private final LeapingClock clock;
    private long sent;
    private String lastId;

    /**
     * A story told from its beginning.
     *
     * @param outputs topics that the job writes, all of which there must be
     * @param clock of the job; it stands somewhere before the beginning, or there
     */
    public Story(
            KafkaBroker broker,
            ScenarioFolder scenario,
            Collection<String> outputs,
            LeapingClock clock,
            RunningJob job) {
        this.broker = broker;
        this.scenario = scenario;
        this.ahead = new ArrayList<>(scenario.times());
        this.outputs = new Heard(broker.bootstrap(), outputs);
        this.clock = clock;
        this.job = job;
    }

    /** Goes on up to a moment (RFC 3339), that moment included. */
    public void play(String until) throws Exception {
        Instant last = OffsetDateTime.parse(until).toInstant();
        while (!ahead.isEmpty() && !ahead.get(0).isAfter(last)) {
            play(ahead.remove(0));
        }
    }

    /** Goes on to the end; nothing but what is expected has been heard then. */
    public void playToTheEnd() throws Exception {
        while (!ahead.isEmpty()) {
            play(ahead.remove(0));
        }
        assertThat(heard()).containsExactlyInAnyOrderElementsOf(scenario.expected(Instant.MAX));
    }

    private void play(Instant time) throws Exception {
        Instant there = time.plus(DISORDER);
        if (there.isAfter(clock.instant())) {
            clock.leap(there);
        }
        for (Sent event : scenario.events(time)) {
            byte[] value = event.value(strategy -> actions(event.key()).stream()
                    .filter(action -> action.strategy().equals(strategy))
                    .reduce((first, second) -> second)
                    .orElseThrow()
                    .id());
            broker.send(event.topic(), event.key(), value);
            broker.send(event.topic(), event.key(), value);
            lastId = event.id();
            sent += 2;
        }
        broker.flush();
        settled(0);
        await().atMost(PATIENCE)
                .pollInterval(INTERVAL)
                .untilAsserted(() -> assertThat(heard()).as("by " + time).containsAll(scenario.expected(time)));
    }

    /** Waits until the job has decided all that was sent, {@code more} by others included. */
    public void settled(long more) {
        sent += more;
        await().atMost(PATIENCE)
                .pollInterval(INTERVAL)
                .until(() -> job.tallied(Tally.READ) - job.tallied(Tally.HEARD) == sent);
    }

    /** All that has come of it so far, in the words of the scenario. */
    public List<String> heard() {
        List<String> heard = new ArrayList<>();
        outputs.of(Topics.DECISIONS).forEach(record -> heard(decision(record), heard));
        outputs.of(ACTIONS).forEach(record -> heard.add(words(action(record))));
        return heard;
    }

    private static void heard(DecisionRecord decision, List<String> heard) {
        Instant time = decision.cause().time();
        String customer = decision.customer();
        decision.merged().forEach(name -> heard.add(ScenarioFolder.words(time, customer, "merged", name, null)));
        if (!decision.stage().equals(decision.stageBefore())) {
            heard.add(ScenarioFolder.words(time, customer, "stage", decision.stage(), null));
        }
        decision.moments()
                .forEach(moment ->
                        heard.add(ScenarioFolder.words(time, customer, "moment", moment.moment(), null)));
        for (CandidateFate fate : decision.candidates()) {
            if (fate.layer() != null) {
                heard.add(ScenarioFolder.words(time, customer, fate.fate(), fate.strategy(), fate.reason()));
            }
        }
    }

    private static String words(ActionEvent event) {
        return event instanceof ActionIssued issued
                ? ScenarioFolder.words(
                        issued.time(), issued.customer(), "action", issued.strategy(), issued.channel())
                : words((ActionCancelled) event);
    }

    private static String words(ActionCancelled gone) {
        return ScenarioFolder.words(
                gone.time(), gone.customer(), "cancelled", gone.strategy(), gone.channel() + " " + gone.reason());
    }

    /** A customer's actions in the order in which they left. */
    public List<ActionIssued> actions(String customer) {
        return events(ActionIssued.class)
                .filter(action -> action.customer().equals(customer))
                .sorted(Comparator.comparing(ActionIssued::time))
                .toList();
    }

    /** Whether the action was called back before its channel said that it was delivered. */
    public boolean calledBackUndelivered(String action) {
        boolean reported = broker.read(Topics.FEEDBACK).stream()
                .anyMatch(record -> new String(record.value(), StandardCharsets.UTF_8).contains(action));
        return !reported && events(ActionCancelled.class).anyMatch(gone -> gone.actionId().equals(action));
    }

    private <T extends ActionEvent> Stream<T> events(Class<T> kind) {
        return outputs.of(ACTIONS).stream()
                .map(Story::action)
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    /** What channels see of a customer now. */
    public CustomerView view(String customer) {
        List<CustomerView> views = outputs.of(Topics.CUSTOMERS).stream()
                .filter(record -> Arrays.equals(record.key(), customer.getBytes(StandardCharsets.UTF_8)))
                .map(Story::view)
                .filter(Objects::nonNull)
                .toList();
        return views.get(views.size() - 1);
    }

    public String lastId() {
        return lastId;
    }

    /** From an event's first coming into Kafka to the last record of a topic, by the broker's own times. */
    public Duration between(String event, String topic) {
        String id = "\"id\":\"" + event + "\"";
        long from = Stream.concat(Topics.TIME_DRIVING.stream(), Topics.CONTEXT.stream())
                .flatMap(source -> broker.read(source).stream())
                .filter(record -> new String(record.value(), StandardCharsets.UTF_8).contains(id))
                .mapToLong(ConsumerRecord::timestamp)
                .min()
                .orElseThrow();
        long to = outputs.of(topic).stream()
                .mapToLong(ConsumerRecord::timestamp)
                .max()
                .orElseThrow();
        return Duration.ofMillis(to - from);
    }

    private static ActionEvent action(ConsumerRecord<byte[], byte[]> record) {
        try {
            return ActionCodec.read(record.value());
        } catch (BadEventException e) {
            throw new AssertionError(e);
        }
    }

    private static DecisionRecord decision(ConsumerRecord<byte[], byte[]> record) {
        try {
            return DecisionCodec.read(record.value());
        } catch (BadEventException e) {
            throw new AssertionError(e);
        }
    }

    private static CustomerView view(ConsumerRecord<byte[], byte[]> record) {
        try {
            return record.value() == null ? null : CustomerCodec.read(record.value());
        } catch (BadEventException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        outputs.close();
    }
}
