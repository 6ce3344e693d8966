package io.motengine.bench.arena;

import io.motengine.bench.contest.ContestantMain;
import io.motengine.bench.contest.Course;
import io.motengine.bench.contest.CourseFile;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * One contestant on one stream: how fast it reads once it is warm.
 *
 * <p>Measured are events between two marks, by what the contestant says it has read and when. Before the first mark it has run
 * for some time, or has read two fifths of the stream; after the second it has run for some time more, or is near the end.
 */
public final class Race {
    private static final Duration STARTS_WITHIN = Duration.ofMinutes(4);
    private static final Duration STALLS_AT_MOST = Duration.ofSeconds(90);
    private static final double WARM_BY = 0.4;
    private static final double NEAR_END = 0.98;
    /** Among the first records that an operator takes there are some that are no events. */
    private static final long SOME = 100;

    private final String contestant;
    private final Course course;
    private final int heapMib;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    /** When the contestant was started in its process, epoch milliseconds. */
    private long begun;

    public Race(String contestant, Course course, int heapMib) {
        this.contestant = contestant;
        this.course = course;
        this.heapMib = heapMib;
    }

    /** So many events had been read at some time, epoch milliseconds. */
    record Sample(long read, long at) {}

    /**
     * What was found.
     *
     * @param events read between the marks
     * @param read in all
     */
    public record Result(String contestant, long events, double seconds, long read) {
        public double perSecond() {
            return events / seconds;
        }
    }

    /** How long it runs before the first mark, and from there to the second, at most. */
    public record Marks(Duration warm, Duration measured) {}

    /** Runs to the second mark. */
    public Result measure(long events, Marks marks) throws Exception {
        List<Sample> samples = new ArrayList<>();
        try (Child child = child(List.of(contestant, CourseFile.write(course).toString()))) {
            Sample first = null;
            Sample warm = null;
            while (true) {
                Sample sample = next(child, samples);
                samples.add(sample);
                if (first == null && sample.read > 0) {
                    first = sample;
                } else if (first != null && warm == null) {
                    boolean long_ = sample.at - first.at >= marks.warm.toMillis();
                    warm = long_ || sample.read >= events * WARM_BY ? sample : null;
                } else if (warm != null
                        && (sample.at - warm.at >= marks.measured.toMillis() || sample.read >= events * NEAR_END)) {
                    end(child);
                    return new Result(contestant, sample.read - warm.read, (sample.at - warm.at) / 1e3, sample.read);
                }
            }
        }
    }

    /**
     * How long it took to begin, in seconds.
     *
     * @param ofProcess since the process was started
     * @param ofJob since the contestant in it was
     */
    public record Beginning(double ofProcess, double ofJob) {}

    /** Runs until it has read some. */
    public Beginning begin() throws Exception {
        String file = CourseFile.write(course).toString();
        long started = System.currentTimeMillis();
        try (Child child = child(List.of(contestant, file))) {
            List<Sample> samples = new ArrayList<>();
            while (samples.isEmpty() || samples.get(samples.size() - 1).read < SOME) {
                samples.add(next(child, samples));
            }
            long at = samples.get(samples.size() - 1).at;
            end(child);
            return new Beginning((at - started) / 1e3, (at - begun) / 1e3);
        }
    }

    /** Runs until so many events have been read, and all that comes of them is written. */
    public void run(long events) throws Exception {
        try (Child child = child(List.of(contestant, CourseFile.write(course).toString()))) {
            List<Sample> samples = new ArrayList<>();
            while (samples.isEmpty() || samples.get(samples.size() - 1).read < events) {
                samples.add(next(child, samples));
            }
            end(child);
        }
    }

    /** What is done while a contestant runs. */
    @FunctionalInterface
    public interface Meanwhile {
        void run() throws Exception;
    }

    /**
     * Runs for as long as something else takes.
     *
     * @param first produces so many events as {@code events} says, from which it shows that the contestant reads
     */
    public void during(Meanwhile first, long events, Meanwhile then) throws Exception {
        try (Child child = child(List.of(contestant, CourseFile.write(course).toString()))) {
            first.run();
            List<Sample> samples = new ArrayList<>();
            while (samples.isEmpty() || samples.get(samples.size() - 1).read < events) {
                samples.add(next(child, samples));
            }
            then.run();
            String failure = lines.stream()
                    .filter(line -> line.startsWith("FAILED "))
                    .findFirst()
                    .orElse(child.isAlive() ? null : "its process has ended");
            if (failure != null) {
                throw failed(failure);
            }
            end(child);
        }
    }

    private Child child(List<String> arguments) throws IOException {
        return Child.start(contestant, course.folder(), heapMib, ContestantMain.class.getName(), arguments, lines::add);
    }

    private Sample next(Child child, List<Sample> before) throws IOException, InterruptedException {
        while (true) {
            String line = lines.poll(1, TimeUnit.SECONDS);
            if (line == null) {
                if (!child.isAlive()) {
                    throw failed("its process has ended");
                }
            } else if (line.startsWith("FAILED ")) {
                throw failed(line);
            } else if (line.startsWith("BEGINS ")) {
                begun = Long.parseLong(line.substring("BEGINS ".length()));
            } else if (line.startsWith("READ ")) {
                String[] parts = line.split(" ", 3);
                Sample sample = new Sample(Long.parseLong(parts[1]), Long.parseLong(parts[2]));
                refuseStall(sample, before);
                return sample;
            }
        }
    }

    private void refuseStall(Sample sample, List<Sample> before) throws IOException {
        if (before.isEmpty()) {
            return;
        }
        Duration most = sample.read == 0 ? STARTS_WITHIN : STALLS_AT_MOST;
        Sample since = before.get(before.size() - 1);
        for (int i = before.size() - 1; i >= 0 && before.get(i).read == sample.read; i--) {
            since = before.get(i);
        }
        if (sample.at - since.at > most.toMillis()) {
            throw failed("nothing more read than " + sample.read + " events for " + most.toSeconds() + " s");
        }
    }

    private IOException failed(String why) {
        return new IOException(contestant + ": " + why + "; its logs are in " + course.folder());
    }

    private static void end(Child child) throws IOException, InterruptedException {
        child.say("end");
        child.ended(Duration.ofSeconds(60));
    }
}
