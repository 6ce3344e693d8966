package io.motengine.cli.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.Arrays;

/**
 * Runs the main class named first, with the other arguments, for as long as the parent process lives.
 *
 * <p>The parent holds the other end of standard input. However the parent dies, kill -9 included, the system closes that end,
 * and this process halts: nothing is left behind. What the parent says, the main class reads on its own standard input.
 */
public final class ChildMain {
    private static final int PARENT_GONE = 3;

    private ChildMain() {}

    public static void main(String[] args) throws ReflectiveOperationException, IOException {
        InputStream parent = System.in;
        PipedInputStream heard = new PipedInputStream();
        OutputStream passedOn = new PipedOutputStream(heard);
        System.setIn(heard);
        Thread leash = new Thread(() -> haltWith(parent, passedOn), "leash");
        leash.setDaemon(true);
        leash.start();
        Class.forName(args[0]).getMethod("main", String[].class).invoke(null, (Object)
                Arrays.copyOfRange(args, 1, args.length));
    }

    private static void haltWith(InputStream parent, OutputStream passedOn) {
        try {
            for (int heard = parent.read(); heard >= 0; heard = parent.read()) {
                passedOn.write(heard);
                if (heard == '\n') {
                    passedOn.flush();
                }
            }
        } catch (IOException e) {
            // A broken pipe says the same as its end.
        }
        // Not exit(): shutdown hooks may wait for other processes that are gone too, and all data is throw-away.
        Runtime.getRuntime().halt(PARENT_GONE);
    }
}
