package io.motengine.bench.swap;

import io.motengine.cli.process.Worker;
import io.motengine.schemas.Topics;
import io.motengine.schemas.codec.BadEventException;
import io.motengine.schemas.codec.DecisionCodec;
import io.motengine.schemas.decision.DecisionRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Which event was decided when, by whom. */
final class Decided implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration CAUGHT_UP = Duration.ofSeconds(1);
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<Integer, Event> events = new ConcurrentHashMap<>();
    private final Runnable failing;
    private final Worker worker;
    private volatile Instant newest = Instant.MIN;
    private volatile long lastDelay = Long.MAX_VALUE;

    /**
     * An event that was decided.
     *
     * @param millis from when it was to be sent until its decision was written, the first time
     * @param deciders releases that decided it: after a crash, again, and by the same
     */
    record Event(Instant time, long millis, Set<String> deciders) {}

    Decided(String bootstrap, Runnable failing) {
        this.failing = failing;
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "enable.auto.commit", "false"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.DECISIONS).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        worker = new Worker(
                "decided", () -> consumer.poll(Duration.ofMillis(100)).forEach(this::take));
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        DecisionRecord decision;
        try {
            decision = DecisionCodec.read(record.value());
        } catch (BadEventException e) {
            throw new IllegalStateException(e);
        }
        if (decision.cause().time() == null || !decision.cause().kind().equals("event")) {
            return;
        }
        Instant time = decision.cause().time();
        long millis = record.timestamp() - time.toEpochMilli();
        events.merge(
                Load.number(decision.customer()),
                new Event(time, millis, Set.of(decision.release())),
                (first, again) -> first.deciders().equals(again.deciders())
                        ? first
                        : new Event(first.time(), first.millis(), Set.of(decision.release(), "another")));
        newest = time.isAfter(newest) ? time : newest;
        lastDelay = millis;
    }

    Collection<Event> all() {
        return events.values();
    }

    void awaitFirst() throws InterruptedException {
        await(() -> !events.isEmpty(), "no event is decided");
    }

    void await(int count) throws InterruptedException {
        await(() -> events.size() >= count, "not all events are decided");
    }

    void awaitLaterThan(Instant time) throws InterruptedException {
        await(() -> newest.isAfter(time), "nothing is decided after the crash");
    }

    void awaitCaughtUp() throws InterruptedException {
        await(() -> lastDelay < CAUGHT_UP.toMillis(), "what has waited is not caught up with");
    }

    private void await(BooleanSupplier done, String otherwise) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean()) {
            worker.failure().ifPresent(e -> {
                throw e;
            });
            failing.run();
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        otherwise + " (expected: within " + PATIENCE + "); " + events.size() + " events are decided");
            }
            Thread.sleep(50);
        }
    }

    @Override
    public void close() {
        worker.close();
        consumer.close();
    }
}
