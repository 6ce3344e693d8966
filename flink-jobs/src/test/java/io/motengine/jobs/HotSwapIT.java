package io.motengine.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.motengine.jobs.config.DeliveryMode;
import io.motengine.jobs.config.JobConfig;
import io.motengine.jobs.config.ReleaseConfig;
import io.motengine.jobs.release.Orders;
import io.motengine.jobs.release.Releases;
import io.motengine.jobs.tally.Tally;
import io.motengine.jobs.testing.Events;
import io.motengine.jobs.testing.KafkaBroker;
import io.motengine.jobs.testing.Memory;
import io.motengine.jobs.testing.Publishing;
import io.motengine.jobs.testing.RunningJob;
import io.motengine.schemas.Topics;
import io.motengine.schemas.codec.DecisionCodec;
import io.motengine.schemas.decision.DecisionRecord;
import io.motengine.schemas.release.ReleaseFiles;
import io.motengine.schemas.release.ReleaseKey;
import io.motengine.schemas.release.ReleaseOrder.Kind;
import io.motengine.schemas.release.ReleaseStatus;
import io.motengine.schemas.release.ReleaseStatus.State;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.test.junit5.InjectMiniCluster;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Releases are published to a job that runs, through the real broker, while events keep coming and a crash comes between. */
class HotSwapIT {
    /**
     * The soak run has more, each of a release of its own that is compiled and let go of:
     * {@code mvn -B -pl flink-jobs -am verify -Dtest=None -Dit.test=HotSwapIT -Dsurefire.failIfNoSpecifiedTests=false
     * -Dfailsafe.failIfNoSpecifiedTests=false -Dmot.swaps=1000}.
     */
    private static final int SWAPS = Integer.getInteger("mot.swaps", 50);

    /** To and fro between these: compiling fifty would take most of the test's time. */
    private static final int RELEASES = SWAPS > 50 ? SWAPS + 1 : 5;

    private static final int KEPT_COMPILED = SWAPS > 50 ? 0 : RELEASES;

    private static final int SUBTASKS = 2;
    /** Releases are told apart as far back as that, so fifty swaps take less time with less of it. */
    private static final Duration DISORDER = Duration.ofSeconds(2);

    private static final Duration AHEAD = Duration.ofMillis(300);
    private static final ReleaseFiles SUBMITTED = JobFixture.release();

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = JobFixture.cluster();

    @TempDir
    Path directory;

    private final AtomicInteger next = new AtomicInteger();
    private final Map<String, Instant> sent = new ConcurrentHashMap<>();
    private final TreeMap<Instant, String> swaps = new TreeMap<>();
    private final ReleaseKey key = ReleaseKey.generate();
    private final ScheduledExecutorService feeder = Executors.newSingleThreadScheduledExecutor();
    private KafkaBroker broker;
    private Instant crashed;
    private Publishing publishing;

    @BeforeEach
    void start() throws Exception {
        broker = new KafkaBroker();
        broker.create(
                Stream.concat(Topics.TIME_DRIVING.stream(), Topics.CONTEXT.stream())
                        .toList(),
                SUBTASKS);
        publishing = new Publishing(broker, key);
    }

    @AfterEach
    void stop() throws Exception {
        feeder.shutdown();
        assertThat(feeder.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        publishing.close();
        broker.close();
    }

    /** A customer never seen before, so that no cap holds. */
    private void inflow() {
        String customer = "c-" + next.incrementAndGet();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        sent.put(customer, now);
        broker.send(Topics.TRANSACTIONS, customer, Events.credit("t-" + customer, customer, now, 50_000));
    }

    private JobConfig config(JobFixture fixture) {
        ReleaseConfig trusting = new ReleaseConfig(null, List.of(key.publicText()), null, null, null);
        return JobFixture.with(trusting, JobFixture.disordered(DISORDER, fixture.live(DeliveryMode.FAST)));
    }

    @Test
    void fiftySwapsUnderLoad_loseNothing_doubleNothing_andHoldThroughACrash(@InjectMiniCluster MiniCluster cluster)
            throws Exception {
        JobFixture fixture = new JobFixture(broker, directory);
        List<Releases.Lease> compiled = new ArrayList<>();
        for (int i = 0; i < KEPT_COMPILED; i++) {
            compiled.add(Releases.lease(Orders.variant(SUBMITTED, i)));
        }
        try (RunningJob job = fixture.start(config(fixture))) {
            Future<?> feeding = feeder.scheduleAtFixedRate(this::inflow, 0, 3, TimeUnit.MILLISECONDS);
            try {
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> !broker.read(Topics.DECISIONS).isEmpty());
                for (int i = 1; i <= SWAPS; i++) {
                    swap(Orders.variant(SUBMITTED, i % RELEASES));
                    if (i % 100 == 10) {
                        System.out.println("after " + i + " swaps: " + Memory.used());
                    }
                    if (i == SWAPS / 2) {
                        crashed = Instant.now();
                        cluster.terminateTaskManager(0).get();
                        cluster.startTaskManager();
                    }
                }
            } finally {
                feeding.cancel(false);
            }
            broker.flush();
            await().atMost(Duration.ofSeconds(60)).until(() -> job.tallied(Tally.DECIDED) >= sent.size());
            assertThat(job.tallied(Tally.DECIDED)).isEqualTo(sent.size());
            assertThat(job.tallied(Tally.DUPLICATES)).isZero();
            assertEachDecidedByTheReleaseOfItsTime();
            compiled.forEach(Releases.Lease::close);
            await("the job lets go of all but the last release, and perhaps the one before")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> Releases.held() <= 2);
            assertThat(job.runs()).isTrue();
            System.out.println("after " + SWAPS + " swaps and " + sent.size() + " events: " + Memory.used()
                    + ", longest pause between decisions " + longestPause() + " ms");
        }
        assertRunsAgainWhatWasLive(fixture);
    }

    private void swap(ReleaseFiles release) throws Exception {
        // Only so many releases are held until a checkpoint lets go of the oldest: whoever is refused for it asks
        // again.
        await("prepared, once a checkpoint has let go of others")
                .atMost(Duration.ofSeconds(60))
                .until(() -> publishing.await(publishing.prepare(release), State.PREPARED).stream()
                        .noneMatch(status -> status.state() == State.REFUSED));
        Instant at = Instant.now().plus(AHEAD).truncatedTo(ChronoUnit.MILLIS);
        String order = publishing.order(Kind.ACTIVATE, release.id(), at);
        swaps.put(at, release.id());
        publishing.await(order, State.LIVE);
        assertThat(publishing.said(order))
                .extracting(ReleaseStatus::state)
                .as("told in time to every task")
                .doesNotContain(State.LATE, State.REFUSED);
    }

    private void assertEachDecidedByTheReleaseOfItsTime() throws Exception {
        Map<String, Set<String>> deciders = deciders();
        assertThat(deciders.keySet()).isEqualTo(sent.keySet());
        sent.forEach((customer, time) -> {
            Map.Entry<Instant, String> swap = swaps.floorEntry(time);
            assertThat(deciders.get(customer))
                    .as(customer + " at " + time + ", crash at " + crashed + ", swaps around "
                            + swaps.subMap(time.minusSeconds(8), time.plusSeconds(8)))
                    .containsExactly(swap == null ? SUBMITTED.id() : swap.getValue());
        });
        assertThat(new HashSet<>(deciders.values())).hasSize(Math.min(SWAPS, RELEASES) + 1);
    }

    /** What was decided again after the crash stands there twice; both times by the same, or the set has two. */
    private Map<String, Set<String>> deciders() throws Exception {
        Map<String, Set<String>> deciders = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : broker.read(Topics.DECISIONS)) {
            DecisionRecord decision = DecisionCodec.read(record.value());
            deciders.computeIfAbsent(decision.customer(), customer -> new HashSet<>())
                    .add(decision.release());
        }
        return deciders;
    }

    /** Between two decisions of any task, the crash apart: an upper bound of what a swap can have stopped. */
    private long longestPause() throws Exception {
        long[] decided = broker.read(Topics.DECISIONS).stream()
                .mapToLong(ConsumerRecord::timestamp)
                .sorted()
                .toArray();
        long[] gaps = new long[decided.length - 1];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = decided[i + 1] - decided[i];
        }
        Arrays.sort(gaps);
        // The longest of all is the crash.
        return gaps[gaps.length - 2];
    }

    /** Another job, without a checkpoint: it has nothing but the topic to know from. */
    private void assertRunsAgainWhatWasLive(JobFixture fixture) throws Exception {
        try (RunningJob job = fixture.start(config(fixture))) {
            inflow();
            String customer = "c-" + next.get();
            await().atMost(Duration.ofSeconds(60)).until(() -> deciders().containsKey(customer));
            assertThat(deciders().get(customer))
                    .containsExactly(swaps.lastEntry().getValue());
            assertThat(job.runs()).isTrue();
        }
    }
}
