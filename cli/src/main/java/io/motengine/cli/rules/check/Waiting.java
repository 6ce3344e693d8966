package io.motengine.cli.rules.check;

import io.motengine.cli.screen.Terminal;
import java.io.PrintWriter;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Says that it goes on when something takes longer than two seconds; on standard error, for the output may be read by a program. */
final class Waiting implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 2;

    private final PrintWriter err;
    private final boolean interactive;
    private final int files;
    private final ScheduledExecutorService clock;
    private ScheduledFuture<?> ticking;
    private int seconds = PATIENCE_SECONDS;
    private boolean shown;

    Waiting(PrintWriter err, Terminal terminal, int files) {
        this.err = err;
        this.interactive = terminal.interactive();
        this.files = files;
        this.clock = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "waiting");
            thread.setDaemon(true);
            return thread;
        });
    }

    void begin() {
        ticking = clock.scheduleAtFixedRate(this::tick, PATIENCE_SECONDS, 1, TimeUnit.SECONDS);
    }

    private synchronized void tick() {
        String line = "compiling what has changed of " + files + " files, " + seconds++ + " s";
        if (interactive) {
            err.print("\r\u001b[K" + line);
        } else if (!shown) {
            err.println(line + " so far");
        }
        err.flush();
        shown = true;
    }

    @Override
    public synchronized void close() {
        if (ticking != null) {
            ticking.cancel(false);
        }
        clock.shutdownNow();
        if (shown && interactive) {
            err.print("\r\u001b[K");
            err.flush();
        }
    }
}
