package io.motengine.cli.broker;

import java.nio.file.Path;
import java.util.Properties;

/** Settings of a broker that serves one machine for minutes: loopback only, small, one copy of everything. */
final class BrokerConfig {
    private BrokerConfig() {}

    static Properties of(Path data, int port, int controllerPort, int partitions) {
        Properties config = new Properties();
        config.setProperty("process.roles", "broker,controller");
        config.setProperty("node.id", "1");
        config.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        config.setProperty("controller.listener.names", "CONTROLLER");
        config.setProperty(
                "listeners", "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controllerPort));
        config.setProperty("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        config.setProperty("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        config.setProperty("log.dirs", data.toString());
        // A channel that a release invents gets its topic with the first action.
        config.setProperty("auto.create.topics.enable", "true");
        config.setProperty("num.partitions", Integer.toString(partitions));
        config.setProperty("default.replication.factor", "1");
        config.setProperty("offsets.topic.replication.factor", "1");
        config.setProperty("offsets.topic.num.partitions", "1");
        config.setProperty("transaction.state.log.replication.factor", "1");
        config.setProperty("transaction.state.log.min.isr", "1");
        config.setProperty("transaction.state.log.num.partitions", "4");
        config.setProperty("group.initial.rebalance.delay.ms", "0");
        config.setProperty("log.retention.ms", "-1");
        // The default, 128 MB of heap, is for brokers with much to compact.
        config.setProperty("log.cleaner.dedupe.buffer.size", Integer.toString(4 * 1024 * 1024));
        config.setProperty("num.io.threads", "2");
        config.setProperty("num.network.threads", "2");
        config.setProperty("background.threads", "2");
        return config;
    }
}
