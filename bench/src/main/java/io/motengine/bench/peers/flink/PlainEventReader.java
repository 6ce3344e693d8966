package io.motengine.bench.peers.flink;

import io.motengine.bench.peers.moments.PlainEvent;
import io.motengine.bench.peers.moments.PlainEvents;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads what peers look at; other events are none of theirs. */
final class PlainEventReader implements KafkaRecordDeserializationSchema<PlainEvent> {
    private static final long serialVersionUID = 1L;

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<PlainEvent> out) {
        PlainEvent event = PlainEvents.of(record);
        if (event != null) {
            out.collect(event);
        }
    }

    @Override
    public TypeInformation<PlainEvent> getProducedType() {
        return PlainEventSerializer.TYPE;
    }
}
