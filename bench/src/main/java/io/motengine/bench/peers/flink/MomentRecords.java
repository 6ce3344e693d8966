package io.motengine.bench.peers.flink;

import io.motengine.bench.contest.Course;
import io.motengine.bench.peers.moments.Detected;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A detected moment as its record. */
final class MomentRecords implements KafkaRecordSerializationSchema<Detected> {
    private static final long serialVersionUID = 1L;

    @Override
    public ProducerRecord<byte[], byte[]> serialize(Detected detected, KafkaSinkContext context, Long timestamp) {
        return new ProducerRecord<>(Course.MOMENTS, detected.key(), detected.value());
    }
}
