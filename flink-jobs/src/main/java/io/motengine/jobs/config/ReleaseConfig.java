package io.motengine.jobs.config;

/**
 * Which rules decide.
 *
 * @param path directory of the release, relative to the configuration file; read when the job is submitted
 */
public record ReleaseConfig(String path) {
    public ReleaseConfig {
        path = Checks.text("path", path, "rules");
    }

    static ReleaseConfig defaults() {
        return new ReleaseConfig(null);
    }
}
