package io.motengine.bench.arena;

import io.motengine.cli.broker.BrokerMain;
import io.motengine.cli.process.Ports;
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
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** A real broker in a process of its own. What it keeps is in the folder; nothing outside this machine can reach it. */
public final class BrokerProcess implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(2);
    private static final int HEAP_MIB = 768;
    private static final int PARTITIONS = 4;
    private static final int MILLIS = 60_000;
    private final Child process;
    private final String bootstrap;

    private BrokerProcess(Child process, String bootstrap) {
        this.process = process;
        this.bootstrap = bootstrap;
    }

    /** Starts it and waits until it answers. */
    public static BrokerProcess start(Path folder) throws Exception {
        int port = Ports.anyFree();
        Path file = Files.createDirectories(folder).resolve("broker.properties");
        try (OutputStream out = Files.newOutputStream(file)) {
            properties(folder.resolve("data"), port, Ports.anyFree()).store(out, null);
        }
        Child process = Child.start(
                "broker", folder, HEAP_MIB, BrokerMain.class.getName(), List.of(file.toString()), line -> {});
        BrokerProcess broker = new BrokerProcess(process, "127.0.0.1:" + port);
        Instant deadline = Instant.now().plus(START);
        while (!broker.answers()) {
            if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                broker.close();
                throw new IOException("the broker does not start; see " + folder.resolve("broker.log"));
            }
        }
        return broker;
    }

    private static Properties properties(Path data, int port, int controller) {
        Properties config = new Properties();
        config.setProperty("process.roles", "broker,controller");
        config.setProperty("node.id", "1");
        config.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controller);
        config.setProperty("controller.listener.names", "CONTROLLER");
        config.setProperty(
                "listeners", "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controller));
        config.setProperty("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        config.setProperty("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        config.setProperty("log.dirs", data.toString());
        config.setProperty("auto.create.topics.enable", "true");
        config.setProperty("num.partitions", Integer.toString(PARTITIONS));
        for (String one : List.of(
                "default.replication.factor",
                "offsets.topic.replication.factor",
                "offsets.topic.num.partitions",
                "transaction.state.log.replication.factor",
                "transaction.state.log.min.isr",
                "share.coordinator.state.topic.replication.factor",
                "share.coordinator.state.topic.min.isr")) {
            config.setProperty(one, "1");
        }
        config.setProperty("transaction.state.log.num.partitions", "4");
        config.setProperty("group.initial.rebalance.delay.ms", "0");
        config.setProperty("log.retention.ms", "-1");
        config.setProperty("log.cleaner.dedupe.buffer.size", Integer.toString(4 << 20));
        return config;
    }

    private boolean answers() throws InterruptedException {
        try (Admin admin = admin(2_000)) {
            return !admin.describeCluster().nodes().get().isEmpty();
        } catch (ExecutionException e) {
            return false;
        }
    }

    public String bootstrap() {
        return bootstrap;
    }

    /** Creates topics of four partitions. */
    public void createTopics(Collection<String> names) throws Exception {
        try (Admin admin = admin(MILLIS)) {
            admin.createTopics(names.stream()
                            .map(name -> new NewTopic(name, Optional.of(PARTITIONS), Optional.empty()))
                            .toList())
                    .all()
                    .get();
        }
    }

    /** Records that each topic has had so far, those of transactions' ends included; only of topics whose name begins so. */
    public Map<String, Long> written(String prefix) throws Exception {
        try (Admin admin = admin(MILLIS)) {
            List<String> topics = admin.listTopics().names().get().stream()
                    .filter(name -> name.startsWith(prefix))
                    .toList();
            Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
            admin.describeTopics(topics)
                    .allTopicNames()
                    .get()
                    .forEach((name, topic) -> topic.partitions()
                            .forEach(
                                    part -> ends.put(new TopicPartition(name, part.partition()), OffsetSpec.latest())));
            Map<String, Long> written = new HashMap<>();
            for (Map.Entry<TopicPartition, ListOffsetsResultInfo> end :
                    admin.listOffsets(ends).all().get().entrySet()) {
                written.merge(end.getKey().topic(), end.getValue().offset(), Long::sum);
            }
            return written;
        }
    }

    /** Bytes that the broker keeps of topics whose name begins so. */
    public long bytes(String prefix) throws Exception {
        try (Admin admin = admin(MILLIS)) {
            return admin.describeLogDirs(List.of(1)).allDescriptions().get().values().stream()
                    .flatMap(folders -> folders.values().stream())
                    .flatMap(folder -> folder.replicaInfos().entrySet().stream())
                    .filter(replica -> replica.getKey().topic().startsWith(prefix))
                    .mapToLong(replica -> replica.getValue().size())
                    .sum();
        }
    }

    private Admin admin(int millis) {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                millis,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                millis));
    }

    @Override
    public void close() {
        process.close();
    }
}
