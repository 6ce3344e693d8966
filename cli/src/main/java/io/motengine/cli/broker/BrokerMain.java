package io.motengine.cli.broker;

import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/** A real broker (KRaft, controller included) on fresh storage; its one argument is the properties file. */
public final class BrokerMain {
    private BrokerMain() {}

    public static void main(String[] args) {
        String[] format = {"format", "--cluster-id", Uuid.randomUuid().toString(), "--config", args[0]};
        int failed = StorageTool.execute(format, System.out);
        if (failed != 0) {
            throw new IllegalStateException("storage was not formatted: exit code " + failed);
        }
        Kafka.main(new String[] {args[0]});
    }
}
