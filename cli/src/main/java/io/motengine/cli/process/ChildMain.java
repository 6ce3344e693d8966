package io.motengine.cli.process;

import java.io.IOException;
import java.util.Arrays;

/**
 * Runs the main class named first, with the other arguments, for as long as the parent process lives.
 *
 * <p>The parent holds the other end of standard input. However the parent dies, kill -9 included, the system closes that end,
 * and this process halts: nothing is left behind.
 */
public final class ChildMain {
    private static final int PARENT_GONE = 3;

    private ChildMain() {}

    public static void main(String[] args) throws ReflectiveOperationException {
        Thread leash = new Thread(ChildMain::haltWithParent, "leash");
        leash.setDaemon(true);
        leash.start();
        Class.forName(args[0]).getMethod("main", String[].class).invoke(null, (Object)
                Arrays.copyOfRange(args, 1, args.length));
    }

    private static void haltWithParent() {
        try {
            while (System.in.read() >= 0) {
                // The parent writes nothing: only the end of its stream means something.
            }
        } catch (IOException e) {
            // A broken pipe says the same as its end.
        }
        // Not exit(): shutdown hooks may wait for other processes that are gone too, and all data is throw-away.
        Runtime.getRuntime().halt(PARENT_GONE);
    }
}
