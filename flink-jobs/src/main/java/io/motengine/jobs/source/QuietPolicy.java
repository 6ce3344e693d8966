package io.motengine.jobs.source;

import java.io.Serializable;
import java.time.Duration;

/**
 * How a source treats partitions without news.
 *
 * @param idleAfter silence before the broker is asked
 * @param disorder how far behind a proof's moment time stands
 * @param end of the history that a warm-up reads, epoch milliseconds: where time stands when all of it is read
 */
record QuietPolicy(QuietPartition partition, Duration idleAfter, Duration disorder, long end) implements Serializable {
    boolean probes() {
        return partition != QuietPartition.HOLDS;
    }
}
