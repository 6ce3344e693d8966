package io.motengine.cli.process;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The wish to end a run in order: Ctrl-C, a termination signal, or the run's own decision. While this is open, a signal lets
 * the run end by itself, and the process then exits with the run's own code.
 */
public final class Stop implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int NOT_ENDED = 130;
    private final CountDownLatch wished = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::onSignal, "stop");
    private volatile int exitCode = NOT_ENDED;

    public Stop() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Wishes for the end. */
    public void wish() {
        wished.countDown();
    }

    public boolean isWished() {
        return wished.getCount() == 0;
    }

    /** Waits for the wish, no longer than so; gives whether it is there. */
    public boolean await(Duration longest) {
        try {
            return wished.await(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** The run has ended, its processes and files included: whoever waits in a signal may let the process exit. */
    public void ended(int code) {
        exitCode = code;
        ended.countDown();
    }

    private void onSignal() {
        wish();
        try {
            if (!ended.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                exitCode = NOT_ENDED;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // exit() would hang in its own hook, and returning would report the signal instead of how the run went.
        Runtime.getRuntime().halt(exitCode);
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The signal came first: the hook is about to halt with the run's code.
            return;
        }
    }
}
