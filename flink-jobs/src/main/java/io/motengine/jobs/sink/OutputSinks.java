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
    private OutputSinks() {}

    public static Sink<OutputRecord> kafka(JobConfig config) {
        Properties producer = new Properties();
        producer.put(ProducerConfig.LINGER_MS_CONFIG, "0");
        producer.put(ProducerConfig.ACKS_CONFIG, "all");
        producer.put(
                ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                Long.toString(config.delivery().transactionTimeout().toMillis()));
        producer.putAll(config.kafka().producer());
        boolean exact = config.delivery().mode() == DeliveryMode.EXACT;
        return KafkaSink.<OutputRecord>builder()
                .setBootstrapServers(config.kafka().bootstrapServers())
                .setKafkaProducerConfig(producer)
                .setRecordSerializer(new ProducerRecords())
                .setDeliveryGuarantee(exact ? DeliveryGuarantee.EXACTLY_ONCE : DeliveryGuarantee.AT_LEAST_ONCE)
                .setTransactionalIdPrefix(config.delivery().transactionalIdPrefix())
                .build();
    }
}
