package io.motengine.jobs.source;

import io.motengine.jobs.stream.StreamEvent;
import io.motengine.jobs.stream.StreamEvent.Decidable;
import io.motengine.jobs.stream.StreamEvent.Read;
import io.motengine.jobs.stream.StreamEvent.Skipped;
import org.apache.kafka.common.TopicPartition;

/**
 * How far one partition has been read, as the task thread writes it and the probing thread reads it.
 *
 * <p>{@link #next} is behind what the consumer has fetched and exact about what was emitted: time may pass only over
 * events that were emitted.
 */
final class Partition {
    private final TopicPartition id;
    private volatile long next;
    private volatile long lastTimedMillis;
    private volatile Proof proof;

    /**
     * That everything in the partition before {@code atMillis} (wall clock) had been emitted once {@code next} was reached.
     */
    record Proof(long next, long atMillis) {}

    Partition(TopicPartition id, long startingOffset, long nowMillis) {
        this.id = id;
        this.next = startingOffset;
        this.lastTimedMillis = nowMillis;
    }

    TopicPartition id() {
        return id;
    }

    /** Offset after the last record emitted; negative for one of the connector's markers, before the first record. */
    long next() {
        return next;
    }

    void emitted(StreamEvent event, long nowMillis) {
        if (event instanceof Read read) {
            next = read.origin().offset() + 1;
        }
        if (event instanceof Decidable || (event instanceof Skipped skipped && skipped.time() != null)) {
            lastTimedMillis = nowMillis;
        }
    }

    /** Whether it has said nothing about time for so long. */
    boolean quiet(long nowMillis, long idleAfterMillis) {
        return nowMillis - lastTimedMillis >= idleAfterMillis;
    }

    void prove(Proof found) {
        proof = found;
    }

    /** The latest proof if it still holds, once. */
    Proof takeProof() {
        Proof found = proof;
        proof = null;
        return found != null && next >= found.next() ? found : null;
    }
}
