package io.motengine.bench.swap;

import io.motengine.cli.wire.Publisher;
import io.motengine.schemas.Topics;
import io.motengine.schemas.codec.EventWriter;
import io.motengine.schemas.event.TransactionPosted;
import io.motengine.schemas.money.Money;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Events at an even rate, each at its time whatever became of those before, each of a customer never seen before, so that nothing
 * but the release says what is decided. An event's time is when it was to be sent.
 */
final class Load implements AutoCloseable {
    private static final String CUSTOMER = "c-";
    private final Publisher publisher;
    private final long nanosBetween;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread thread;
    private volatile RuntimeException failure;
    private final AtomicInteger sent = new AtomicInteger();

    Load(String bootstrap, int perSecond) {
        publisher = new Publisher(bootstrap, 0);
        nanosBetween = 1_000_000_000L / perSecond;
        thread = new Thread(this::feedOrFail, "load");
        thread.setDaemon(true);
        thread.start();
    }

    private void feedOrFail() {
        try {
            feed();
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    private void feed() {
        Instant start = Instant.now();
        long began = System.nanoTime();
        while (!closed.get()) {
            long due = (sent.get() + 1) * nanosBetween;
            long wait = began + due - System.nanoTime();
            if (wait > 0) {
                LockSupport.parkNanos(wait);
            } else {
                send(sent.get(), start.plusNanos(due).truncatedTo(ChronoUnit.MILLIS));
                sent.incrementAndGet();
            }
        }
        publisher.flush();
    }

    private void send(int number, Instant time) {
        String customer = CUSTOMER + number;
        publisher.publish(Topics.TRANSACTIONS, customer, event(number, customer, time));
    }

    /** A large inflow, which every one of the releases sees a moment in. */
    static byte[] event(int number, String customer, Instant time) {
        TransactionPosted credit = new TransactionPosted(
                "a-1",
                TransactionPosted.Direction.CREDIT,
                Money.of("50000", "CNY"),
                null,
                "transfer",
                null,
                null,
                null,
                "app");
        return EventWriter.write("e-" + number, "/bench", customer, time, credit);
    }

    /** Which event a decision about this customer is about. */
    static int number(String customer) {
        return Integer.parseInt(customer.substring(CUSTOMER.length()));
    }

    int sent() {
        if (failure != null) {
            throw failure;
        }
        return sent.get();
    }

    /** Sends no more; what was sent has arrived. */
    void stop() {
        closed.set(true);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
        publisher.close();
    }
}
