package io.motengine.cli.demo;

import io.motengine.cli.wire.OutputTopics;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Moves what the job writes to its reader. Used by one thread at a time. */
final class OutputPump {
    private static final Duration PATIENCE = Duration.ofMillis(100);
    private static final long DISCOVERY_NANOS = Duration.ofSeconds(2).toNanos();
    private final OutputTopics topics;
    private final OutputReader reader;
    private long discoveredAt = System.nanoTime();

    OutputPump(OutputTopics topics, OutputReader reader) {
        this.topics = topics;
        this.reader = reader;
    }

    void step() {
        if (System.nanoTime() - discoveredAt > DISCOVERY_NANOS) {
            topics.discover();
            discoveredAt = System.nanoTime();
        }
        Iterable<ConsumerRecord<byte[], byte[]>> messages = topics.poll(PATIENCE);
        long readAt = System.currentTimeMillis();
        messages.forEach(message -> reader.read(message, readAt));
    }

    /** Reads on until nothing is left or the deadline is over; gives whether nothing is left. */
    boolean finish(long deadlineNanos) {
        topics.discover();
        while (!topics.isAtEnd()) {
            if (System.nanoTime() - deadlineNanos > 0) {
                return false;
            }
            step();
        }
        return true;
    }
}
