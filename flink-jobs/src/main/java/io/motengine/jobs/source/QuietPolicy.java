package io.motengine.jobs.source;

import java.io.Serializable;
import java.time.Duration;

/**
 * How a source treats partitions without news.
 *
 * @param idleAfter silence before the broker is asked
 * @param disorder how far behind a proof's moment time stands
 */
record QuietPolicy(QuietPartition partition, Duration idleAfter, Duration disorder) implements Serializable {
    boolean probes() {
        return partition != QuietPartition.HOLDS;
    }
}
