package io.motengine.bench.arena;

import io.motengine.bench.contest.ContestantMain;
import io.motengine.bench.contest.Course;
import io.motengine.bench.contest.CourseFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * State in which every customer has a record, in a savepoint.
 *
 * @param recordBytes of a record on average; 0 if the fill does not say
 */
public record Fill(Path state, int recordBytes, double seconds) {
    private static final Duration WITHIN = Duration.ofMinutes(20);

    /** What it takes on disk. */
    public long bytes() throws IOException {
        try (Stream<Path> files = Files.walk(state)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    /**
     * Makes a savepoint in which every customer has a record.
     *
     * @param whose {@code engine} or {@code bare}
     */
    public static Fill of(String whose, Course course, int heapMib) throws Exception {
        AtomicReference<String> state = new AtomicReference<>();
        AtomicReference<String> bytes = new AtomicReference<>("0");
        AtomicReference<String> failure = new AtomicReference<>("no savepoint");
        long began = System.nanoTime();
        List<String> arguments =
                List.of(ContestantMain.FILL, whose, CourseFile.write(course).toString());
        try (Child child = Child.start(
                whose + "-fill", course.folder(), heapMib, ContestantMain.class.getName(), arguments, line -> {
                    after("STATE ", line, state);
                    after("BYTES ", line, bytes);
                    after("FAILED ", line, failure);
                })) {
            boolean ended = child.ended(WITHIN);
            if (!ended || state.get() == null) {
                throw new IOException("fill of " + whose + ": "
                        + (ended ? failure.get() : "not ended after " + WITHIN.toMinutes() + " minutes")
                        + "; its logs are in " + course.folder());
            }
        }
        return new Fill(Path.of(state.get()), Integer.parseInt(bytes.get()), (System.nanoTime() - began) / 1e9);
    }

    private static void after(String word, String line, AtomicReference<String> said) {
        if (line.startsWith(word)) {
            said.set(line.substring(word.length()));
        }
    }
}
