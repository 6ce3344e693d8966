package io.motengine.cli.screen;

import java.io.PrintStream;

/** Says what is being prepared, and how far it is. */
public final class Stages {
    private final PrintStream out;
    private final Terminal terminal;
    private boolean open;

    public Stages(PrintStream out, Terminal terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** What is under way; on a terminal, replaced by the next. */
    public void doing(String what) {
        if (terminal.interactive()) {
            out.print("\r\u001b[K" + Width.cut(what, terminal.columns() - 1));
            out.flush();
            open = true;
        }
    }

    /** What is done, on a line of its own. */
    public void done(String what) {
        out.println((open ? "\r\u001b[K" : "") + what);
        open = false;
    }
}
