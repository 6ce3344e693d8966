package io.motengine.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.motengine.jobs.config.DeliveryMode;
import io.motengine.jobs.config.JobConfig;
import io.motengine.jobs.tally.Tally;
import io.motengine.jobs.testing.Events;
import io.motengine.jobs.testing.History;
import io.motengine.jobs.testing.KafkaBroker;
import io.motengine.jobs.testing.Outputs;
import io.motengine.jobs.testing.RunningJob;
import io.motengine.schemas.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.test.junit5.InjectMiniCluster;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Replays of a history: the same at any parallelism and through a crash, and every record accounted for. */
class HistoryIT {
    @RegisterExtension
    static final MiniClusterExtension CLUSTER = JobFixture.cluster();

    private static final int EVENTS = 4_000;

    /** Enough for the job to be at it for some seconds. */
    private static final int EVENTS_TO_CRASH_IN = 36_000;

    @TempDir
    Path directory;

    private KafkaBroker broker;
    private JobFixture fixture;
    private Outputs outputs;

    @BeforeEach
    void start() throws Exception {
        broker = new KafkaBroker();
        broker.create(
                Stream.concat(Topics.TIME_DRIVING.stream(), Topics.CONTEXT.stream())
                        .toList(),
                2);
        fixture = new JobFixture(broker, directory);
        outputs = new Outputs(
                broker,
                List.of(Topics.actions("app-push"), Topics.actions("in-app"), Topics.DECISIONS, Topics.DEAD_LETTERS));
    }

    @AfterEach
    void stop() throws Exception {
        broker.close();
    }

    @Test
    void isByteIdentical_atAnyParallelism() throws Exception {
        long rows = new History(broker).send(EVENTS);

        Map<String, Long> tallies = run(1);
        List<String> alone = outputs.take();
        Map<String, Long> talliesOfTwo = run(2);
        List<String> two = outputs.take();
        Map<String, Long> talliesOfFour = run(4);
        List<String> four = outputs.take();

        assertThat(alone).hasSizeGreaterThan(500);
        assertThat(two).isEqualTo(alone);
        assertThat(four).isEqualTo(alone);
        assertThat(talliesOfTwo).isEqualTo(tallies);
        assertThat(talliesOfFour).isEqualTo(tallies);
        assertAccounted(tallies, rows);
    }

    @Test
    void knowsNoWallClock() throws Exception {
        broker.send(Topics.CLICKS, "c-1", Events.opensForm("e-1", "c-1", History.START));
        broker.flush();
        JobConfig endsBeforeDue = fixture.history(DeliveryMode.FAST, History.START.plus(Duration.ofMinutes(9)), 2);
        JobConfig endsAfterDue = fixture.history(DeliveryMode.FAST, History.START.plus(Duration.ofMinutes(10)), 2);

        try (RunningJob job = fixture.start(endsBeforeDue)) {
            job.finish();
        }
        assertThat(outputs.take()).isEmpty();
        try (RunningJob job = fixture.start(endsAfterDue)) {
            job.finish();
        }
        assertThat(outputs.take()).hasSize(2);
    }

    @Test
    void losesAndRepeatsNothing_whenItCrashesWithExactDelivery(@InjectMiniCluster MiniCluster cluster)
            throws Exception {
        long rows = new History(broker).send(EVENTS_TO_CRASH_IN);
        Map<String, Long> undisturbed = run(2);
        List<String> expected = outputs.take();

        Map<String, Long> disturbed = runAndCrash(DeliveryMode.EXACT, cluster, expected.size());

        assertThat(outputs.take()).isEqualTo(expected);
        assertThat(disturbed).isEqualTo(undisturbed);
        assertAccounted(disturbed, rows);
    }

    @Test
    void losesNothing_whenItCrashesWithFastDelivery(@InjectMiniCluster MiniCluster cluster) throws Exception {
        new History(broker).send(EVENTS_TO_CRASH_IN);
        Map<String, Long> undisturbed = run(2);
        List<String> expected = outputs.take();

        Map<String, Long> disturbed = runAndCrash(DeliveryMode.FAST, cluster, expected.size());

        List<String> written = outputs.take();
        assertThat(new HashSet<>(written)).isEqualTo(new HashSet<>(expected));
        assertThat(disturbed).isEqualTo(undisturbed);
        System.out.printf(
                "fast delivery through one crash: %d of %d records written again%n",
                written.size() - expected.size(), expected.size());
    }

    private Map<String, Long> run(int parallelism) throws Exception {
        try (RunningJob job = fixture.start(fixture.history(DeliveryMode.FAST, History.END, parallelism))) {
            return job.finish();
        }
    }

    /** Takes the task manager away when some, but not all, has been written and a checkpoint holds some of it. */
    private Map<String, Long> runAndCrash(DeliveryMode mode, MiniCluster cluster, int all) throws Exception {
        long before = decisions();
        try (RunningJob job = fixture.start(JobFixture.inSmallBites(fixture.history(mode, History.END, 2)))) {
            // A job that has ended takes its checkpoints away: it was too quick to be disturbed.
            await().atMost(Duration.ofSeconds(60)).until(() -> job.ended() || (decisions() > before && checkpointed()));
            assertThat(job.ended()).isFalse();
            long written = decisions() - before;
            cluster.terminateTaskManager(0).get();
            cluster.startTaskManager();
            assertThat(written).isLessThan(all);
            return job.finish();
        }
    }

    private long decisions() {
        return broker.read(Topics.DECISIONS).size();
    }

    private boolean checkpointed() throws Exception {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.anyMatch(file -> file.endsWith("_metadata"));
        }
    }

    private static void assertAccounted(Map<String, Long> tallies, long rows) {
        assertThat(tallies.get(Tally.READ)).isEqualTo(rows);
        assertThat(tallies.get(Tally.DECIDED)
                        + tallies.get(Tally.DUPLICATES)
                        + tallies.get(Tally.SKIPPED)
                        + tallies.get(Tally.DEAD_LETTERS))
                .isEqualTo(rows);
        assertThat(tallies).containsKeys("skipped.anonymous", "skipped.not-listened-to", "dead-letters.too-large");
        assertThat(tallies).doesNotContainKey(Tally.DISORDERED);
    }
}
