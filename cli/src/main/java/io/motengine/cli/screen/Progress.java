package io.motengine.cli.screen;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar on a terminal; nowhere else, where it would be noise. */
public final class Progress implements AutoCloseable {
    private final ProgressBar bar;

    public Progress(String task, long total, PrintStream out, Terminal terminal) {
        bar = terminal.interactive()
                ? new ProgressBarBuilder()
                        .setTaskName(task)
                        .setInitialMax(total)
                        .setStyle(ProgressBarStyle.ASCII)
                        .setUpdateIntervalMillis(200)
                        .showSpeed()
                        .setConsumer(new ConsoleProgressBarConsumer(out, terminal.columns()))
                        .build()
                : null;
    }

    public void step() {
        if (bar != null) {
            bar.step();
        }
    }

    /** How far it is by now. */
    public void at(long done) {
        if (bar != null) {
            bar.stepTo(done);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
