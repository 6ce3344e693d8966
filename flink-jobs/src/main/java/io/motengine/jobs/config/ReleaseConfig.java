package io.motengine.jobs.config;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/**
 * Which rules decide.
 *
 * @param path directory of the release, relative to the configuration file; read when the job is submitted, and what decides
 *     until another is published
 * @param keys public keys whose owners may publish; without any, nobody can
 * @param approvals whether two keys must vouch for what is published
 * @param compileWithin how long a release may take to compile and run a few events
 * @param maxKib how large a release may be, packed
 */
public record ReleaseConfig(String path, List<String> keys, Boolean approvals, Duration compileWithin, Integer maxKib)
        implements Serializable {
    private static final int MAX_KIB = 8_192;

    public ReleaseConfig {
        path = Checks.text("path", path, "rules");
        keys = keys == null ? List.of() : List.copyOf(keys);
        approvals = approvals != null && approvals;
        compileWithin = Checks.positive("compileWithin", compileWithin, Duration.ofMinutes(2));
        maxKib = maxKib == null ? MAX_KIB : Checks.atLeastOne("maxKib", maxKib);
        if (maxKib > MAX_KIB) {
            throw new IllegalArgumentException("maxKib: " + maxKib + " (expected: at most " + MAX_KIB + ")");
        }
    }

    static ReleaseConfig defaults() {
        return new ReleaseConfig(null, null, null, null, null);
    }
}
