package io.motengine.bench.peers;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.bench.arena.BrokerProcess;
import io.motengine.bench.arena.Loader;
import io.motengine.bench.arena.Race;
import io.motengine.bench.contest.Contestant;
import io.motengine.bench.contest.Course;
import io.motengine.bench.contest.PlainMoment;
import io.motengine.bench.peers.moments.PlainModel;
import io.motengine.bench.peers.moments.PlainModel.Windows;
import io.motengine.bench.peers.moments.SmallStream;
import io.motengine.schemas.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every peer reads twenty thousand events from a broker, in a process of its own. */
class PeersTest {
    private static final int HEAP_MIB = 512;
    private static final int MANAGED_MIB = 64;

    @TempDir
    static Path folder;

    private static BrokerProcess broker;

    @BeforeAll
    static void load() throws Exception {
        broker = BrokerProcess.start(folder.resolve("broker"));
        broker.createTopics(List.of(Topics.TRANSACTIONS, Topics.CLICKS, Course.MOMENTS));
        new Loader(broker.bootstrap()).load(SmallStream.STREAM, SmallStream.EVENTS, sent -> {});
    }

    @AfterAll
    static void end() {
        broker.close();
    }

    @ParameterizedTest
    @CsvSource({
        "flink-cep, BUCKETS",
        "flink-cep-sparing, BUCKETS",
        "drools-each-event, BUCKETS",
        "drools-fusion, SLIDING",
        "siddhi, SLIDING_ANEW",
        "kafka-streams, BUCKETS"
    })
    void writes_theMomentsThatTheModelSays(String name, Windows windows) throws Exception {
        Contestant peer = Peers.all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        WrittenMoments written = WrittenMoments.after(broker.bootstrap());
        Course course = new Course(
                broker.bootstrap(),
                folder.resolve(name),
                2,
                MANAGED_MIB,
                Duration.ofSeconds(1),
                Map.of(Course.BOUNDED, ""));
        new Race(name, course, HEAP_MIB).run(SmallStream.EVENTS);
        assertThat(written.counts()).isEqualTo(expected(peer, windows));
    }

    private static Map<String, Integer> expected(Contestant peer, Windows windows) {
        Map<String, Integer> expected = new HashMap<>(PlainModel.counts(SmallStream.events(), windows));
        for (PlainMoment moment : PlainMoment.values()) {
            if (!peer.moments().contains(moment)) {
                expected.remove(moment.word());
            }
        }
        return expected;
    }
}
