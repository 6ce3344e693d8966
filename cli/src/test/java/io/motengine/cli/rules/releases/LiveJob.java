package io.motengine.cli.rules.releases;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.motengine.cli.broker.Broker;
import io.motengine.cli.process.ChildJvm;
import io.motengine.cli.process.Ports;
import io.motengine.cli.process.RunDirectory;
import io.motengine.cli.wire.EventTopics;
import io.motengine.cli.wire.Publisher;
import io.motengine.cli.wire.TopicScan;
import io.motengine.schemas.Topics;
import io.motengine.schemas.codec.BadEventException;
import io.motengine.schemas.codec.DecisionCodec;
import io.motengine.schemas.codec.EventWriter;
import io.motengine.schemas.decision.DecisionRecord;
import io.motengine.schemas.event.TransactionPosted;
import io.motengine.schemas.event.TransactionPosted.Direction;
import io.motengine.schemas.money.Money;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.awaitility.Awaitility;

/** A real broker and the decision job with four tasks, each a process of its own; two keys must vouch for what is published. */
final class LiveJob implements AutoCloseable {
    private static final int TASKS = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private final Broker broker;
    private final ChildJvm job;
    private int customers;

    LiveJob(RunDirectory directory, Path rules, List<String> keys) throws IOException {
        broker = Broker.start(directory, 1);
        List<String> topics = new ArrayList<>(EventTopics.SOURCES);
        topics.addAll(EventTopics.OUTPUTS);
        topics.addAll(List.of(Topics.SHADOW_DECISIONS, Topics.actions("app-push")));
        broker.createTopics(topics);
        Path config = directory.file("decision-job.yaml");
        // JSON is YAML.
        new ObjectMapper()
                .writeValue(
                        config.toFile(),
                        Map.of(
                                "kafka",
                                Map.of("bootstrapServers", broker.bootstrap(), "startFrom", "earliest"),
                                "release",
                                Map.of("path", rules.toString(), "keys", keys, "approvals", true),
                                "parallelism",
                                TASKS));
        job = ChildJvm.start(
                new ChildJvm.Spec(
                        "job",
                        "io.motengine.jobs.local.LocalCluster",
                        List.of("-Xmx768m"),
                        List.of(
                                "--config",
                                config.toString(),
                                "--web-port",
                                Integer.toString(Ports.anyFree()),
                                "--dir",
                                directory.file("flink").toString(),
                                "--slots",
                                Integer.toString(TASKS))),
                directory);
    }

    String bootstrap() {
        return broker.bootstrap();
    }

    /** By which releases a large inflow is decided that comes now, to each of so many customers never seen before. */
    Set<String> deciders(String topic, int inflows) {
        Set<String> names = new HashSet<>();
        try (Publisher publisher = new Publisher(broker.bootstrap(), 0)) {
            for (int i = 0; i < inflows; i++) {
                String customer = "c-" + customers++;
                names.add(customer);
                TransactionPosted credit = new TransactionPosted(
                        "a-1", Direction.CREDIT, Money.of("50000", "CNY"), null, "transfer", null, null, null, "app");
                publisher.publish(
                        Topics.TRANSACTIONS,
                        customer,
                        EventWriter.write("t-" + customer, "/tests", customer, Instant.now(), credit));
            }
            publisher.flush();
        }
        Map<String, String> deciders = new HashMap<>();
        Awaitility.await("all are decided on " + topic).atMost(PATIENCE).until(() -> {
            TopicScan.read(broker.bootstrap(), List.of(topic), record -> {
                DecisionRecord decision = decision(record.value());
                if (names.contains(decision.customer())) {
                    deciders.put(decision.customer(), decision.release());
                }
            });
            return deciders.size() == inflows;
        });
        return new TreeSet<>(deciders.values());
    }

    private static DecisionRecord decision(byte[] value) {
        try {
            return DecisionCodec.read(value);
        } catch (BadEventException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        job.close();
        broker.close();
    }
}
