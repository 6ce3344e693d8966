package io.motengine.jobs.config;

import java.time.Duration;

/**
 * How what is decided leaves.
 *
 * @param transactionalIdPrefix unique among all jobs of the Kafka cluster; used by {@link DeliveryMode#EXACT} only
 * @param transactionTimeout how long a transaction may stay open, longer than an outage of the job should last; at most the
 *     broker's {@code transaction.max.timeout.ms}
 * @param bufferTimeout how long an element may wait for company on its way between operators
 */
public record DeliveryConfig(
        DeliveryMode mode, String transactionalIdPrefix, Duration transactionTimeout, Duration bufferTimeout) {
    public DeliveryConfig {
        mode = mode == null ? DeliveryMode.FAST : mode;
        transactionalIdPrefix = Checks.text("transactionalIdPrefix", transactionalIdPrefix, "mot-decision");
        transactionTimeout = Checks.positive("transactionTimeout", transactionTimeout, Duration.ofMinutes(15));
        bufferTimeout = Checks.notNegative("bufferTimeout", bufferTimeout, Duration.ofMillis(5));
    }

    static DeliveryConfig defaults() {
        return new DeliveryConfig(null, null, null, null);
    }
}
