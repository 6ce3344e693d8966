package io.motengine.bench.sections;

import java.io.PrintStream;
import java.util.Locale;

/** What is going on, for whoever waits: a line a step, and how far it is now and then. */
public final class Screen {
    private static final long EVERY_NANOS = 5_000_000_000L;
    private final PrintStream out;
    private final long began = System.nanoTime();
    private long shown;

    public Screen(PrintStream out) {
        this.out = out;
    }

    public void step(String what) {
        long seconds = (System.nanoTime() - began) / 1_000_000_000L;
        out.printf(Locale.ROOT, "%d:%02d  %s%n", seconds / 60, seconds % 60, what);
        shown = System.nanoTime();
    }

    void progress(long done, long all) {
        if (System.nanoTime() - shown > EVERY_NANOS) {
            shown = System.nanoTime();
            out.printf(Locale.ROOT, "      %,d of %,d%n", done, all);
        }
    }
}
