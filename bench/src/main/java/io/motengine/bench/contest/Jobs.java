package io.motengine.bench.contest;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.motengine.jobs.DecisionJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The decision job as the contest configures it: everything on, live, by the events' own clock. */
public final class Jobs {
    /** Consumer group of every contestant. */
    public static final String GROUP = "bench";

    private Jobs() {}

    /** Reads the release that the course names. */
    public static DecisionJob of(Course course) throws Exception {
        Path file = Files.createDirectories(course.folder()).resolve("decision-job.yaml");
        new YAMLMapper().writeValue(file.toFile(), settings(course));
        return DecisionJob.read(file);
    }

    private static Map<String, Object> settings(Course course) throws IOException {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put(
                "kafka", Map.of("bootstrapServers", course.bootstrap(), "groupId", GROUP, "startFrom", "earliest"));
        settings.put("release", Map.of("path", course.setting(Course.RELEASE)));
        // Events happen when the stream says so, hours of it in a minute: by the wall clock all of them would be old.
        settings.put("clock", "event");
        settings.put("delivery", Map.of("mode", "fast"));
        // Well below the allowance for what is late, and far enough that nobody waits long for the other topic.
        settings.put("watermarks", Map.of("maxDrift", "1h"));
        settings.put("checkpoints", Map.of("interval", course.checkpoint().toMillis() + "ms", "incremental", true));
        settings.put("parallelism", course.parallelism());
        return settings;
    }
}
