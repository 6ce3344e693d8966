package io.motengine.bench.contest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * One contestant in a process of its own: its name, and the file of its course. It tells what it has read, a line each time, until it is
 * told to end, or its state (for {@code fill}) is left in a savepoint.
 *
 * <pre>
 * BEGINS 1764500000000           the contestant is started, at this time (epoch milliseconds)
 * READ 120000 1764500000123      so many events, at this time (epoch milliseconds)
 * STATE /tmp/…/savepoint-…       a fill has ended
 * FAILED …                       it does not run any more
 * </pre>
 */
public final class ContestantMain {
    /** First argument instead of a contestant's name, then whose state it is, then the file. */
    public static final String FILL = "fill";

    /** Setting of a fill. */
    public static final String CUSTOMERS = "customers";

    /** Setting of the engine's fill: how many lives there are. */
    public static final String LIVES = "lives";

    private static final Duration TELL = Duration.ofMillis(100);

    private ContestantMain() {}

    public static void main(String[] arguments) throws Exception {
        try {
            if (arguments[0].equals(FILL)) {
                Course course = CourseFile.read(Path.of(arguments[2]));
                tell("STATE " + fill(arguments[1], course));
            } else {
                run(Contestants.of(arguments[0]), CourseFile.read(Path.of(arguments[1])));
            }
        } catch (Exception e) {
            e.printStackTrace();
            tell("FAILED " + e);
        }
        System.out.flush();
        // What Flink and its clients leave running is not waited for.
        Runtime.getRuntime().halt(0);
    }

    private static void run(Contestant contestant, Course course) throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        Thread listener = new Thread(() -> awaitLine(end), "orders");
        listener.setDaemon(true);
        listener.start();
        tell("BEGINS " + System.currentTimeMillis());
        try (Contestant.Running running = contestant.start(course)) {
            while (!end.await(TELL.toMillis(), TimeUnit.MILLISECONDS)) {
                String failure = running.failure();
                if (failure != null) {
                    tell("FAILED " + failure);
                    return;
                }
                tell("READ " + running.read() + " " + System.currentTimeMillis());
            }
        }
        tell("ENDED");
    }

    private static void awaitLine(CountDownLatch end) {
        try {
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        } catch (IOException e) {
            // As good as a line.
        }
        end.countDown();
    }

    private static Path fill(String contestant, Course course) throws Exception {
        long customers = Long.parseLong(course.setting(CUSTOMERS));
        try (FlinkRunning running =
                contestant.equals("bare") ? Bare.fill(course, customers) : EngineFill.start(course, customers)) {
            while (running.read() < customers) {
                if (running.failure() != null) {
                    throw new IllegalStateException(running.failure());
                }
                tell("READ " + running.read() + " " + System.currentTimeMillis());
                Thread.sleep(TELL.toMillis());
            }
            return running.savepoint(course.folder().resolve("savepoints"));
        }
    }

    private static synchronized void tell(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
