package io.motengine.jobs.source;

import io.motengine.engine.identity.Visitors;
import io.motengine.jobs.release.LiveReleases;
import io.motengine.jobs.release.ReleaseFeed;
import io.motengine.jobs.stream.StreamEvent;
import io.motengine.jobs.stream.StreamEvent.Broken;
import io.motengine.jobs.stream.StreamEvent.Decidable;
import io.motengine.jobs.stream.StreamEvent.Skip;
import io.motengine.jobs.stream.StreamEvent.Skipped;
import io.motengine.jobs.stream.StreamEventSerializer;
import io.motengine.schemas.codec.BadEventException;
import io.motengine.schemas.codec.EnvelopeReader;
import io.motengine.schemas.codec.RecordHeaders;
import io.motengine.schemas.decision.DeadLetter;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.Origin;
import java.time.Clock;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Turns each Kafka record into exactly one stream element, whatever its bytes: a record that breaks the contract must not
 * stop those behind it.
 */
final class EventDeserializer implements KafkaRecordDeserializationSchema<StreamEvent>, AutoCloseable {
    private static final long serialVersionUID = 1L;
    private final ReleaseFeed releases;
    private final Clock clock;
    private transient LiveReleases live;

    EventDeserializer(ReleaseFeed releases, Clock clock) {
        this.releases = releases;
        this.clock = clock;
    }

    @Override
    public void open(DeserializationSchema.InitializationContext context) throws Exception {
        live = releases.open();
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<StreamEvent> out) {
        out.collect(read(record, live));
    }

    private StreamEvent read(ConsumerRecord<byte[], byte[]> record, LiveReleases releases) {
        Origin origin = new Origin(record.topic(), record.partition(), record.offset());
        RecordHeaders headers = name -> last(record, name);
        String announced = EnvelopeReader.typeFromHeader(headers);
        if (announced != null && !releases.listensTo(announced)) {
            return new Skipped(Skip.NOT_LISTENED_TO, null, origin);
        }
        try {
            EventEnvelope envelope = EnvelopeReader.read(record.key(), record.value(), headers);
            if (!releases.listensTo(envelope.type())) {
                return new Skipped(Skip.NOT_LISTENED_TO, envelope.time(), origin);
            }
            EventEnvelope named = Visitors.named(envelope);
            return named == null
                    ? new Skipped(Skip.ANONYMOUS, envelope.time(), origin)
                    : new Decidable(named, origin, record.timestamp(), clock.millis());
        } catch (BadEventException e) {
            return new Broken(DeadLetter.of(origin, e.code(), e.getMessage(), record.value()));
        }
    }

    private static byte[] last(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : header.value();
    }

    @Override
    public TypeInformation<StreamEvent> getProducedType() {
        return StreamEventSerializer.TYPE;
    }

    @Override
    public void close() {
        if (live != null) {
            live.close();
        }
    }
}
