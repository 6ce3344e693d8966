package io.motengine.jobs.testing;

import io.motengine.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A month of some customers, in time order within each topic, with everything in it that should not be. */
public final class History {
    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    public static final Instant END = START.plus(Duration.ofDays(30));
    private static final int CUSTOMERS = 150;
    private static final int TOO_LARGE = 1_200_000;

    private final KafkaBroker broker;
    private final Random random = new Random(42);
    private long sent;

    public History(KafkaBroker broker) {
        this.broker = broker;
    }

    /** Sends so many regular events and some others; returns how many records that were. */
    public long send(int regular) throws ExecutionException, InterruptedException {
        Duration step = Duration.between(START, END).dividedBy(regular);
        for (int i = 0; i < regular; i++) {
            Instant time = START.plus(step.multipliedBy(i));
            String customer = "c-" + random.nextInt(CUSTOMERS);
            if (random.nextInt(3) > 0) {
                put(Topics.TRANSACTIONS, customer, Events.credit("e-" + i, customer, time, amount()));
            } else {
                put(Topics.CLICKS, customer, click("e-" + i, customer, time));
            }
            if (i % 500 == 7) {
                strange(i, customer, time);
            }
        }
        put(Topics.TRANSACTIONS, "c-1", new byte[TOO_LARGE]);
        broker.flush();
        return sent;
    }

    private long amount() {
        return random.nextInt(10) == 0 ? 30_000 : 100;
    }

    private byte[] click(String id, String customer, Instant time) {
        return switch (random.nextInt(4)) {
            case 0 -> Events.opensForm(id, customer, time);
            case 1 -> Events.submitsForm(id, customer, time);
            default -> Events.looks(id, customer, time);
        };
    }

    private void strange(int i, String customer, Instant time) {
        put(Topics.TRANSACTIONS, customer, "{\"specversion\":\"1.0\"".getBytes(StandardCharsets.UTF_8));
        put(Topics.TRANSACTIONS, customer, Events.credit("twice-" + i, customer, time, 100));
        put(Topics.TRANSACTIONS, customer, Events.credit("twice-" + i, customer, time, 100));
        put(Topics.CLICKS, customer, Events.looksUnknown("anonymous-" + i, null, time));
        ProducerRecord<byte[], byte[]> unheard =
                new ProducerRecord<>(Topics.CLICKS, customer.getBytes(StandardCharsets.UTF_8), new byte[] {1, 2, 3});
        unheard.headers().add("ce_type", "nobody.listens.v1".getBytes(StandardCharsets.UTF_8));
        broker.send(unheard);
        sent++;
    }

    private void put(String topic, String customer, byte[] value) {
        broker.send(topic, customer, value);
        sent++;
    }
}
