package io.motengine.jobs.sink;

import io.motengine.jobs.config.DeliveryMode;
import io.motengine.jobs.config.JobConfig;
import io.motengine.jobs.stream.OutputRecord;
import java.util.Properties;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.kafka.clients.producer.ProducerConfig;

/** The job's one sink, as the configuration wants it: actions and their decisions share a transaction. */
public final class OutputSinks {
    private static final String BATCH_BYTES = "65536";
    private static final String TOLD = "-told";
    private static final String ALLOCATED = "-allocated";

    private OutputSinks() {}

    public static Sink<OutputRecord> kafka(JobConfig config) {
        boolean exact = config.delivery().mode() == DeliveryMode.EXACT;
        return sink(config, exact, config.delivery().transactionalIdPrefix());
    }

    /** For what one customer tells another: always exactly once, so visible with each checkpoint. */
    public static Sink<OutputRecord> told(JobConfig config) {
        return sink(config, true, config.delivery().transactionalIdPrefix() + TOLD);
    }

    /** For actions that count for something and for what customers are told of them: always exactly once, and both together. */
    public static Sink<OutputRecord> allocated(JobConfig config) {
        return sink(config, true, config.delivery().transactionalIdPrefix() + ALLOCATED);
    }

    private static Sink<OutputRecord> sink(JobConfig config, boolean exact, String transactionalIdPrefix) {
        Properties producer = new Properties();
        producer.put(ProducerConfig.LINGER_MS_CONFIG, "0");
        producer.put(ProducerConfig.ACKS_CONFIG, "all");
        // A topic that was just created refuses the first batch for a moment. Were others in flight behind it, they
        // would
        // overtake it, and Kafka would refuse it from then on as out of sequence (seen with 4.2).
        producer.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, "1");
        producer.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        producer.put(
                ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                Long.toString(config.delivery().transactionTimeout().toMillis()));
        producer.putAll(config.kafka().producer());
        return KafkaSink.<OutputRecord>builder()
                .setBootstrapServers(config.kafka().bootstrapServers())
                .setKafkaProducerConfig(producer)
                .setRecordSerializer(new ProducerRecords())
                .setDeliveryGuarantee(exact ? DeliveryGuarantee.EXACTLY_ONCE : DeliveryGuarantee.AT_LEAST_ONCE)
                .setTransactionalIdPrefix(transactionalIdPrefix)
                .build();
    }
}
