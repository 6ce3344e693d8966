package io.motengine.jobs.sink;

import io.motengine.jobs.stream.OutputRecord;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/** An output record as a producer takes it; the topic is the record's own, the partition follows the key. */
final class ProducerRecords implements KafkaRecordSerializationSchema<OutputRecord> {
    private static final long serialVersionUID = 1L;

    @Override
    public ProducerRecord<byte[], byte[]> serialize(OutputRecord output, KafkaSinkContext context, Long timestamp) {
        // No timestamp: Kafka's is when it was written, which is what latency is measured against.
        ProducerRecord<byte[], byte[]> written = new ProducerRecord<>(output.topic(), output.key(), output.value());
        Headers headers = written.headers();
        new TreeMap<>(output.headers())
                .forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return written;
    }
}
