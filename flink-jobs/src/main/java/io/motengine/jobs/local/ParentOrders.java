package io.motengine.jobs.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What whoever started this process says on its standard input, a line each: {@code savepoint <directory>} stops the job with
 * a savepoint there. When they are gone, however they went, so is this process.
 */
final class ParentOrders {
    private static final String SAVEPOINT = "savepoint ";

    private final Queue<String> savepoints = new ConcurrentLinkedQueue<>();

    private ParentOrders() {}

    /** Listens from now on, and halts this process at the end of the input. */
    static ParentOrders from(InputStream input) {
        ParentOrders orders = new ParentOrders();
        Thread listener = new Thread(
                () -> {
                    orders.listen(input);
                    Runtime.getRuntime().halt(0);
                },
                "parent-orders");
        listener.setDaemon(true);
        listener.start();
        return orders;
    }

    private void listen(InputStream input) {
        try {
            BufferedReader lines = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(SAVEPOINT)) {
                    savepoints.add(line.substring(SAVEPOINT.length()).strip());
                }
            }
        } catch (IOException e) {
            // As good as the end.
        }
    }

    /** Where the next savepoint that was asked for goes; null if none was. */
    String nextSavepoint() {
        return savepoints.poll();
    }
}
