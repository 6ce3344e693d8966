package io.motengine.cli.process;

import java.util.Optional;

/** A thread that does one step after another until it is closed or a step fails. */
public final class Worker implements AutoCloseable {
    private final Thread thread;
    private volatile boolean closed;
    private volatile RuntimeException failure;

    /** @param step waits a little when there is nothing to do */
    public Worker(String name, Runnable step) {
        this.thread = new Thread(() -> work(step), name);
        thread.setDaemon(true);
        thread.start();
    }

    private void work(Runnable step) {
        try {
            while (!closed) {
                step.run();
            }
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    /** Why it stopped before its time. */
    public Optional<RuntimeException> failure() {
        return Optional.ofNullable(failure);
    }

    /** Lets the current step end and no other begin. */
    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
