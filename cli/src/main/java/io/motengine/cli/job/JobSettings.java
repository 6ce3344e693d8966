package io.motengine.cli.job;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How this command runs the decision job.
 *
 * @param release directory of the rules
 * @param delivery {@code fast} or {@code exact}
 * @param checkpointSeconds between one and the next
 * @param until last moment of a history; null for a stream without end
 */
public record JobSettings(
        String bootstrap, Path release, String delivery, int checkpointSeconds, int parallelism, Instant until) {
    /** The consumer group of the job: its committed offsets are what the job has decided. */
    public static final String GROUP = "mot-decision";

    /** Writes the job's configuration file. */
    void write(Path file) throws IOException {
        boolean history = until != null;
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("kafka", Map.of("bootstrapServers", bootstrap, "groupId", GROUP, "startFrom", "earliest"));
        config.put("release", Map.of("path", release.toAbsolutePath().toString()));
        config.put("clock", "event");
        config.put("ordering", history ? "event-time" : "arrival");
        config.put("bounded", history);
        if (history) {
            config.put("until", until.toString());
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
