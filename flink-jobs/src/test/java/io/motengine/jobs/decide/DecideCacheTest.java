package io.motengine.jobs.decide;

import static io.motengine.jobs.decide.Harness.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.jobs.config.CacheConfig;
import io.motengine.jobs.config.ClockMode;
import io.motengine.jobs.config.DueConfig;
import io.motengine.jobs.config.Ordering;
import io.motengine.jobs.release.Releases;
import io.motengine.jobs.stream.OutputRecord;
import io.motengine.jobs.stream.StreamEvent.Decidable;
import io.motengine.jobs.testing.Events;
import io.motengine.schemas.Topics;
import io.motengine.schemas.codec.EnvelopeReader;
import io.motengine.schemas.codec.RecordHeaders;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.EventTypes;
import io.motengine.schemas.event.Origin;
import io.motengine.schemas.release.ReleaseFiles;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether records are at hand, are written at once or later, or were lost in a crash: nothing of it shows in what is decided. */
class DecideCacheTest {
    private static final ReleaseFiles RELEASE = Harness.release("savepoint-v1/release");
    private static final int CUSTOMERS = 12;
    private static final int EVENTS = 300;
    private static final CacheConfig NONE = new CacheConfig(0, 0);
    private static final CacheConfig FEW = new CacheConfig(0, 3);

    private static Releases.Lease compiled;

    /** Once for all tests. */
    @BeforeAll
    static void compile() throws Exception {
        compiled = Releases.lease(RELEASE);
    }

    @AfterAll
    static void letGo() {
        compiled.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void itDoesNotShow(long seed) throws Exception {
        List<String> directly = run(seed, null, NONE, Ordering.ARRIVAL, false);

        assertThat(directly).hasSizeGreaterThan(EVENTS / 10);
        assertSame(directly, run(seed, rocks(), NONE, Ordering.ARRIVAL, false));
        assertSame(directly, run(seed, rocks(), CacheConfig.defaults(), Ordering.ARRIVAL, false));
        assertSame(directly, run(seed, rocks(), FEW, Ordering.ARRIVAL, true));
    }

    @Test
    void itDoesNotShowInAHistory() throws Exception {
        assertSame(
                run(9, null, NONE, Ordering.EVENT_TIME, false),
                run(9, rocks(), CacheConfig.defaults(), Ordering.EVENT_TIME, true));
    }

    @Test
    void theCurrentCustomerStaysTheCurrentOne_whenAnothersRecordIsWritten() throws Exception {
        Harness harness = open(rocks(), new CacheConfig(0, 1), Ordering.ARRIVAL, null);
        harness.process(Events.credit("e-1", "c-1", NOON, 30_000));
        harness.process(Events.credit("e-2", "c-2", NOON, 30_000));

        assertThat(harness.flink().getOperator()).isInstanceOfSatisfying(DecideOperator.class, operator -> {
            assertThat(operator.getCurrentKey()).isEqualTo("c-2");
        });
        harness.close();
    }

    private static StateBackend rocks() {
        return new EmbeddedRocksDBStateBackend();
    }

    /** Shows the first line that differs: the others would follow from it. */
    private static void assertSame(List<String> expected, List<String> written) {
        for (int i = 0; i < Math.min(expected.size(), written.size()); i++) {
            assertThat(written.get(i)).isEqualTo(expected.get(i));
        }
        assertThat(written).hasSameSizeAs(expected);
    }

    /** All that is written, sorted, for timers of one time may fire in any order; {@code crashes} takes the operator away after each checkpoint. */
    private static List<String> run(
            long seed, StateBackend backend, CacheConfig cache, Ordering ordering, boolean crashes) throws Exception {
        Random random = new Random(seed);
        Harness harness = open(backend, cache, ordering, null);
        List<String> written = new ArrayList<>();
        Instant now = NOON;
        for (int i = 0; i < EVENTS; i++) {
            now = now.plusSeconds(random.nextInt(200));
            process(event(i, now, random), i, now, harness);
            if (random.nextInt(10) == 0) {
                harness.watermark(now.minusSeconds(5));
                harness.pass(100);
            }
            if (random.nextInt(60) == 0) {
                harness.watermark(now.minusSeconds(5));
                harness.pass(100);
                OperatorSubtaskState checkpoint = harness.flink().snapshot(i, i);
                if (crashes) {
                    harness.written().forEach(record -> written.add(text(record)));
                    harness.close();
                    harness = open(backend, cache, ordering, checkpoint);
                    harness.watermark(now.minusSeconds(5));
                }
            }
        }
        harness.watermark(now.plusSeconds(86_400));
        harness.pass(5_000);
        harness.written().forEach(record -> written.add(text(record)));
        harness.close();
        written.sort(null);
        return written;
    }

    private static EventEnvelope event(int number, Instant now, Random random) throws Exception {
        String customer = "c-" + random.nextInt(CUSTOMERS);
        int repeated = random.nextInt(20) == 0 ? number - 1 : number;
        Instant time = random.nextInt(10) == 0 ? now.minusSeconds(random.nextInt(30_000)) : now;
        return switch (random.nextInt(14)) {
            case 0, 1, 2, 3, 4 -> envelope(Events.credit("e-" + repeated, customer, time, 30_000));
            case 5, 6, 7 -> envelope(Events.opensForm("e-" + repeated, customer, time));
            case 8 -> envelope(Events.submitsForm("e-" + repeated, customer, time));
            case 9 -> envelope(Events.looks("e-" + repeated, customer, time));
            case 10 -> envelope(Events.holds("e-" + repeated, customer, time, LocalDate.parse("2026-03-05")));
            case 11, 12 ->
                new EventEnvelope("e-" + number, "/tests", EventTypes.APP_CLICK, customer, time, body("{\"page\":7}"));
            default ->
                random.nextInt(4) == 0
                        ? new EventEnvelope(
                                "e-" + number, "/tests", EventTypes.CUSTOMER_ERASED, customer, time, body("{}"))
                        : envelope(Events.earnsWell("e-" + repeated, customer, time));
        };
    }

    private static void process(EventEnvelope event, int number, Instant now, Harness harness) throws Exception {
        Origin origin = new Origin(Topics.TRANSACTIONS, 0, number);
        harness.flink()
                .processElement(
                        new Decidable(event, origin, Harness.KAFKA_MILLIS, now.toEpochMilli()),
                        event.time().toEpochMilli());
    }

    private static byte[] body(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static EventEnvelope envelope(byte[] event) throws Exception {
        return EnvelopeReader.read(null, event, RecordHeaders.NONE);
    }

    private static String text(OutputRecord record) {
        String value = record.value() == null ? "" : new String(record.value(), StandardCharsets.UTF_8);
        return record.topic() + " " + new String(record.key(), StandardCharsets.UTF_8) + " " + value;
    }

    private static Harness open(
            StateBackend backend, CacheConfig cache, Ordering ordering, OperatorSubtaskState restored)
            throws Exception {
        DecideSettings settings = Harness.settings(RELEASE, ClockMode.EVENT, ordering, null, DueConfig.defaults());
        return new Harness(new DecideOperator(settings.keeping(cache)), backend, restored);
    }
}
