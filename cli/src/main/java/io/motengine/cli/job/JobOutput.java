package io.motengine.cli.job;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What the local cluster has told on its standard output: lines of a word and a JSON object, among whatever else is there. */
final class JobOutput {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Path file;

    JobOutput(Path file) {
        this.file = file;
    }

    /** The counts of a job that ended well. */
    Optional<Tallies> summary() {
        return last("SUMMARY").map(json -> new Tallies(parse(json, new TypeReference<Map<String, Long>>() {})));
    }

    /** Why the job ended otherwise, as far as it could tell. */
    Optional<String> reason() {
        return last("STATUS")
                .map(json -> parse(json, new TypeReference<Map<String, String>>() {}))
                .map(status -> status.getOrDefault("reason", status.get("savepointFailed")));
    }

    /** Where the savepoint is that the job was stopped with. */
    Optional<String> savepoint() {
        return last("STATUS")
                .map(json -> parse(json, new TypeReference<Map<String, String>>() {}))
                .map(status -> status.get("savepoint"));
    }

    /** Why the savepoint that was asked for last was not taken; empty if nothing is known against it. */
    Optional<String> savepointFailure() {
        return last("STATUS")
                .map(json -> parse(json, new TypeReference<Map<String, String>>() {}))
                .map(status -> status.get("savepointFailed"));
    }

    private Optional<String> last(String word) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(word + " {"))
                    .reduce((first, second) -> second)
                    .map(line -> line.substring(word.length() + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T parse(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
