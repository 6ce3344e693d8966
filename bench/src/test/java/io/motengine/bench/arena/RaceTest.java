package io.motengine.bench.arena;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.bench.Home;
import io.motengine.bench.contest.Bare;
import io.motengine.bench.contest.Course;
import io.motengine.bench.contest.HandWritten;
import io.motengine.bench.stream.EventStream;
import io.motengine.bench.stream.Keys;
import io.motengine.bench.stream.StreamSpec;
import io.motengine.schemas.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each of our own contestants reads a small stream from a broker, in a process of its own. */
class RaceTest {
    private static final int EVENTS = 20_000;
    private static final int PARALLELISM = 2;
    private static final int OUTPUTS_PER_THOUSAND = 250;
    private static final double PERCENT_BY_ORDER = 2;

    @TempDir
    static Path folder;

    private static BrokerProcess broker;

    @BeforeAll
    static void load() throws Exception {
        broker = BrokerProcess.start(folder.resolve("broker"));
        broker.createTopics(List.of(Topics.TRANSACTIONS, Topics.CLICKS, Course.OUTPUTS));
        new Loader(broker.bootstrap())
                .load(new EventStream(StreamSpec.busy(1, 1_000, Keys.UNIFORM)), EVENTS, sent -> {});
    }

    @AfterAll
    static void end() {
        broker.close();
    }

    @Test
    void stream_isLoadedToTheLastEvent() throws Exception {
        Map<String, Long> read = new HashMap<>(broker.written("bank."));
        read.putAll(broker.written("app."));
        assertThat(read.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(EVENTS);
    }

    @Test
    void limit_readsAll_andWritesNothing() throws Exception {
        long before = written();
        race("limit", Map.of());
        assertThat(written()).isEqualTo(before);
    }

    @Test
    void bare_putsOutAsMuchAsItIsToldTo() throws Exception {
        long before = written();
        race(
                "bare",
                Map.of(
                        Bare.RECORD_BYTES, "600",
                        Bare.OUTPUT_BYTES, "800",
                        Bare.OUTPUTS_PER_THOUSAND, Integer.toString(OUTPUTS_PER_THOUSAND)));
        // What is left of a share at the end, each subtask keeps.
        long most = (long) EVENTS * OUTPUTS_PER_THOUSAND / 1_000;
        assertThat(written() - before).isBetween(most - PARALLELISM, most);
    }

    @Test
    void engine_decidesAll_andLetsNothingDie_byItsOwnRulesAndByRulesWrittenByHand() throws Exception {
        Map<String, Long> byRules = decided("engine");
        assertThat(byRules)
                .doesNotContainKey(Topics.DEAD_LETTERS)
                .hasEntrySatisfying(Topics.DECISIONS, count -> assertThat(count).isPositive())
                .hasEntrySatisfying(Topics.CUSTOMERS, count -> assertThat(count).isPositive());
        Map<String, Long> byHand = decided(HandWritten.NAME);
        // How often a customer is shown depends on the pace.
        byRules.remove(Topics.CUSTOMERS);
        byHand.remove(Topics.CUSTOMERS);
        // Nothing orders a customer's transactions and clicks but the broker: how often a threshold is crossed may
        // differ by a few.
        // Event by event, in one order, PlainRulesTest compares them.
        assertThat(byHand).containsOnlyKeys(byRules.keySet());
        byRules.forEach((topic, count) ->
                assertThat(byHand.get(topic)).as(topic).isCloseTo(count, Percentage.withPercentage(PERCENT_BY_ORDER)));
    }

    /** Records by topic. */
    private static Map<String, Long> decided(String name) throws Exception {
        Map<String, Long> before = broker.written("mot.");
        race(name, Map.of());
        Map<String, Long> written = new TreeMap<>(broker.written("mot."));
        before.forEach((topic, count) -> written.merge(topic, -count, Long::sum));
        return written;
    }

    private static long written() throws Exception {
        return broker.written("bench.").values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static void race(String name, Map<String, String> more) throws Exception {
        Map<String, String> settings = new HashMap<>(more);
        settings.put(
                Course.RELEASE,
                Home.root().resolve("bench").resolve("reference").toString());
        Course course =
                new Course(broker.bootstrap(), folder.resolve(name), PARALLELISM, 64, Duration.ofSeconds(2), settings);
        new Race(name, course, 512).run(EVENTS);
    }
}
