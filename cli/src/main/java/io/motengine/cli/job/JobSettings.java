package io.motengine.cli.job;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How this command runs the decision job.
 *
 * @param release directory of the rules
 * @param delivery {@code fast} or {@code exact}
 * @param checkpointSeconds between one and the next
 * @param until last moment of a history that is decided to its end; null for a stream without end
 * @param releaseKeys public keys whose owners may publish releases to it
 * @param warmUpUntil end of a history that only builds state, and is stopped with a savepoint; null for any other run
 */
public record JobSettings(
        String bootstrap,
        Path release,
        String delivery,
        int checkpointSeconds,
        int parallelism,
        Instant until,
        Instant warmUpUntil,
        List<String> releaseKeys) {
    /** The consumer group of the job: its committed offsets are what the job has decided. */
    public static final String GROUP = "mot-decision";

    /** A warm-up reads from the beginning whatever the live job has read, and its progress is its own. */
    private static final String WARM_UP_GROUP = "mot-warm-up";

    /** A job that nobody publishes releases to. */
    public JobSettings(
            String bootstrap,
            Path release,
            String delivery,
            int checkpointSeconds,
            int parallelism,
            Instant until,
            Instant warmUpUntil) {
        this(bootstrap, release, delivery, checkpointSeconds, parallelism, until, warmUpUntil, List.of());
    }

    /** Writes the job's configuration file. */
    void write(Path file) throws IOException {
        boolean history = until != null || warmUpUntil != null;
        String group = warmUpUntil == null ? GROUP : WARM_UP_GROUP;
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("kafka", Map.of("bootstrapServers", bootstrap, "groupId", group, "startFrom", "earliest"));
        config.put("release", Map.of("path", release.toAbsolutePath().toString(), "keys", releaseKeys));
        config.put("clock", "event");
        config.put("ordering", history ? "event-time" : "arrival");
        config.put("bounded", until != null);
        if (until != null) {
            config.put("until", until.toString());
        }
        if (warmUpUntil != null) {
            config.put("warmUpUntil", warmUpUntil.toString());
        }
        config.put("delivery", Map.of("mode", delivery));
        if (!history) {
            // Simulated hours pass in seconds: topics that drift apart by minutes are still side by side.
            config.put("watermarks", Map.of("maxDrift", "1d"));
        }
        config.put("checkpoints", Map.of("interval", checkpointSeconds + "s"));
        config.put("parallelism", parallelism);
        new YAMLMapper().writeValue(file.toFile(), config);
    }
}
