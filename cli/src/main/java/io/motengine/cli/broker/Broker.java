package io.motengine.cli.broker;

import io.motengine.cli.Refusal;
import io.motengine.cli.process.ChildJvm;
import io.motengine.cli.process.Ports;
import io.motengine.cli.process.RunDirectory;
import io.motengine.schemas.Topics;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;

/** The embedded broker: its own process, data in the run directory, gone with this process. */
public final class Broker implements AutoCloseable {
    private static final Duration START_TIMEOUT = Duration.ofSeconds(90);
    private static final int REQUEST_MILLIS = 2_000;
    private final ChildJvm process;
    private final int port;

    private Broker(ChildJvm process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts a broker and waits until it answers.
     *
     * @param partitions of every topic
     * @throws Refusal if it does not come up
     */
    public static Broker start(RunDirectory directory, int partitions) throws IOException {
        int port = Ports.anyFree();
        Path config = directory.file("broker.properties");
        try (OutputStream out = Files.newOutputStream(config)) {
            BrokerConfig.of(directory.file("broker-data"), port, Ports.anyFree(), partitions)
                    .store(out, null);
        }
        ChildJvm process = ChildJvm.start(
                new ChildJvm.Spec(
                        "broker",
                        BrokerMain.class.getName(),
                        List.of("-Xmx320m", "-XX:+UseSerialGC"),
                        List.of(config.toString())),
                directory);
        Broker broker = new Broker(process, port);
        try {
            broker.awaitAnswer(directory);
            return broker;
        } catch (RuntimeException e) {
            broker.close();
            throw e;
        }
    }

    public String bootstrap() {
        return "127.0.0.1:" + port;
    }

    /** Creates topics, each with the broker's number of partitions, and waits until all of them can be written. */
    public void createTopics(Collection<String> names) {
        try (Admin admin = admin(60_000)) {
            List<NewTopic> topics = names.stream()
                    .map(name -> new NewTopic(name, Optional.empty(), Optional.empty()).configs(configOf(name)))
                    .toList();
            admin.createTopics(topics).all().get();
            admin.listOffsets(partitions(admin, names)).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "topics were not created: " + e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Of the views, a reader wants the latest of each customer only. */
    private static Map<String, String> configOf(String topic) {
        return topic.equals(Topics.CUSTOMERS)
                ? Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)
                : Map.of();
    }

    private static Map<TopicPartition, OffsetSpec> partitions(Admin admin, Collection<String> names)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();
        admin.describeTopics(names)
                .allTopicNames()
                .get()
                .forEach((name, topic) -> topic.partitions()
                        .forEach(info ->
                                partitions.put(new TopicPartition(name, info.partition()), OffsetSpec.latest())));
        return partitions;
    }

    private void awaitAnswer(RunDirectory directory) {
        Instant deadline = Instant.now().plus(START_TIMEOUT);
        while (Instant.now().isBefore(deadline) && process.isAlive()) {
            try (Admin admin = admin(REQUEST_MILLIS)) {
                if (!admin.describeCluster().nodes().get().isEmpty()) {
                    return;
                }
            } catch (ExecutionException e) {
                // Not up yet: the deadline and the process's own end bound this.
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }
        throw new Refusal("the broker did not start; its log is " + directory.file("broker.log"));
    }

    private Admin admin(int timeoutMillis) {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                timeoutMillis,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                timeoutMillis));
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while waiting for the broker", e);
    }

    @Override
    public void close() {
        process.close();
    }
}
