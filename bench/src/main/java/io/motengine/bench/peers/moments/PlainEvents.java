package io.motengine.bench.peers.moments;

import io.motengine.bench.peers.moments.PlainEvent.Click;
import io.motengine.bench.peers.moments.PlainEvent.Posting;
import io.motengine.schemas.codec.BadEventException;
import io.motengine.schemas.codec.EnvelopeReader;
import io.motengine.schemas.codec.EventBinder;
import io.motengine.schemas.codec.RecordHeaders;
import io.motengine.schemas.event.AppClick;
import io.motengine.schemas.event.EventBody;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.TransactionPosted;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Reads Kafka records with the decoder of the engine, so that no contestant wins or loses by how it reads JSON. */
public final class PlainEvents {
    private PlainEvents() {}

    /** The record's event; null if it is neither a click nor a posting. */
    public static PlainEvent of(ConsumerRecord<byte[], byte[]> record) {
        return of(record.key(), record.value(), name -> {
            Header header = record.headers().lastHeader(name);
            return header == null ? null : header.value();
        });
    }

    /** As {@link #of(ConsumerRecord)}, of its parts. */
    public static PlainEvent of(byte[] key, byte[] value, RecordHeaders headers) {
        try {
            EventEnvelope envelope = EnvelopeReader.read(key, value, headers);
            EventBody body = EventBinder.bind(envelope.type(), envelope.body());
            return body instanceof AppClick click
                    ? of(envelope, click)
                    : body instanceof TransactionPosted posted ? of(envelope, posted) : null;
        } catch (BadEventException e) {
            throw new IllegalArgumentException("the benchmark's stream breaks the contract", e);
        }
    }

    private static Click of(EventEnvelope event, AppClick click) {
        return new Click(
                event.id(),
                event.subject(),
                event.time().toEpochMilli(),
                click.page(),
                click.action(),
                Objects.requireNonNullElse(click.productId(), ""));
    }

    private static Posting of(EventEnvelope event, TransactionPosted posted) {
        return new Posting(
                event.id(),
                event.subject(),
                event.time().toEpochMilli(),
                posted.isCredit(),
                posted.amount().minor(),
                posted.balance() == null ? Posting.UNKNOWN : posted.balance().minor(),
                Objects.requireNonNullElse(posted.category(), ""),
                Objects.requireNonNullElse(posted.counterpartyBank(), ""),
                Objects.requireNonNullElse(posted.merchantCategory(), ""),
                Objects.requireNonNullElse(posted.channel(), ""));
    }
}
