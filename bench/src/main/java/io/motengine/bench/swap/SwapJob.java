package io.motengine.bench.swap;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.motengine.cli.broker.Broker;
import io.motengine.cli.job.JobMonitor;
import io.motengine.cli.job.Tallies;
import io.motengine.cli.process.ChildJvm;
import io.motengine.cli.process.Ports;
import io.motengine.cli.process.RunDirectory;
import io.motengine.cli.wire.EventTopics;
import io.motengine.schemas.Topics;
import io.motengine.schemas.release.ReleaseKey;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The broker and the job, each a process of its own; by the wall clock, two tasks. */
final class SwapJob implements AutoCloseable {
    private static final int TASKS = 2;
    private static final int MOST_WORDS = 2_000;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String MAIN = "io.motengine.jobs.local.LocalCluster";
    private static final String CLASS_PATH = "java.class.path";

    private final RunDirectory directory;
    private final Broker broker;
    private final ReleaseKey key = ReleaseKey.generate();
    private final JobMonitor monitor;
    private final ChildJvm.Spec spec;
    private ChildJvm process;

    private SwapJob(RunDirectory directory, Broker broker, Path rules, Duration checkpoint) throws IOException {
        this.directory = directory;
        this.broker = broker;
        int webPort = Ports.anyFree();
        monitor = new JobMonitor(webPort);
        Path config = directory.file("decision-job.yaml");
        // JSON is YAML.
        new ObjectMapper().writeValue(config.toFile(), config(broker.bootstrap(), rules, checkpoint));
        spec = new ChildJvm.Spec(
                "job",
                MAIN,
                List.of("-Xmx1536m", "-XX:+UseG1GC"),
                List.of(
                        "--config",
                        config.toString(),
                        "--web-port",
                        Integer.toString(webPort),
                        "--dir",
                        directory.file("flink").toString(),
                        "--slots",
                        Integer.toString(TASKS)));
        process = ChildJvm.start(spec, directory);
    }

    static SwapJob start(RunDirectory directory, Path rules, Duration checkpoint) throws IOException {
        System.setProperty(CLASS_PATH, withoutPeers());
        Broker broker = Broker.start(directory, TASKS);
        List<String> topics = new ArrayList<>(EventTopics.SOURCES);
        topics.addAll(EventTopics.OUTPUTS);
        for (String channel : List.of("app-push", "sms", "wecom", "in-app", "rm-task", "call")) {
            topics.add(Topics.actions(channel));
        }
        broker.createTopics(topics);
        return new SwapJob(directory, broker, rules, checkpoint);
    }

    /** Two builds of RocksDB would meet in the job's process: what Kafka Streams brings is left out. */
    private static String withoutPeers() {
        return Arrays.stream(System.getProperty(CLASS_PATH).split(File.pathSeparator, -1))
                .filter(jar -> !isOfPeers(Path.of(jar).getFileName().toString()))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static boolean isOfPeers(String jar) {
        return jar.startsWith("rocksdbjni") || jar.startsWith("kafka-streams");
    }

    private Map<String, Object> config(String bootstrap, Path rules, Duration checkpoint) {
        return Map.of(
                "kafka",
                Map.of("bootstrapServers", bootstrap, "groupId", "bench-swap", "startFrom", "earliest"),
                "release",
                Map.of("path", rules.toString(), "keys", List.of(key.publicText())),
                "clock",
                "wall",
                "ordering",
                "arrival",
                "delivery",
                Map.of("mode", "fast"),
                "watermarks",
                Map.of("disorder", "2s", "idleAfter", "500ms"),
                "checkpoints",
                Map.of("interval", checkpoint.toSeconds() + "s"),
                "parallelism",
                TASKS);
    }

    String bootstrap() {
        return broker.bootstrap();
    }

    ReleaseKey key() {
        return key;
    }

    long pid() {
        return process.pid();
    }

    /** Killed, and started again from its last checkpoint. */
    void crash() throws IOException, InterruptedException {
        ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroyForcibly);
        process.ended().join();
        process = ChildJvm.start(spec, directory);
    }

    /** The exact counts, once all is in them; they are as old as the last heartbeat. */
    Tallies awaitTallies(long events) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Tallies tallies = Tallies.NONE;
        while (tallies.decided() < events && System.nanoTime() < deadline) {
            Thread.sleep(500);
            tallies = monitor.tallies().orElse(tallies);
        }
        return tallies;
    }

    /** Nobody waits for a job that is gone. */
    void failIfEnded() {
        if (!process.isAlive()) {
            throw new IllegalStateException("the job has ended: " + lastWords());
        }
    }

    private String lastWords() {
        try {
            String out = Files.readString(directory.file("job.out"));
            return out.substring(Math.max(0, out.length() - MOST_WORDS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.close();
        broker.close();
    }
}
