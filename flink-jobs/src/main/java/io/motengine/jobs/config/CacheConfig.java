package io.motengine.jobs.config;

import java.io.Serializable;

/**
 * Records of customers that are kept at hand in the heap, in front of RocksDB.
 *
 * @param maxMib what they may take in each subtask, about
 * @param maxUnwritten most of them, in each subtask, that may have changed since they were written: a checkpoint waits for those to
 *     be written
 */
public record CacheConfig(Integer maxMib, Integer maxUnwritten) implements Serializable {
    public CacheConfig {
        maxMib = maxMib == null ? 64 : Checks.notNegative("maxMib", maxMib);
        maxUnwritten = maxUnwritten == null ? 2_000 : Checks.notNegative("maxUnwritten", maxUnwritten);
    }

    public static CacheConfig defaults() {
        return new CacheConfig(null, null);
    }
}
