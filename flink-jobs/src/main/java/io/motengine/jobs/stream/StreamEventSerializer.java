package io.motengine.jobs.stream;

import io.motengine.jobs.stream.StreamEvent.Broken;
import io.motengine.jobs.stream.StreamEvent.Decidable;
import io.motengine.jobs.stream.StreamEvent.Skipped;
import io.motengine.jobs.stream.StreamEvent.Tallied;
import io.motengine.schemas.codec.ErrorCode;
import io.motengine.schemas.decision.DeadLetter;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.Origin;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * The stream element's binary form: a tag, then its fields in order.
 *
 * <p>It also stands in state (events that wait for their turn by event time), so a tag's fields never change: a new form
 * takes a new tag.
 */
public final class StreamEventSerializer extends ImmutableSerializer<StreamEvent> {
    private static final long serialVersionUID = 1L;
    public static final StreamEventSerializer INSTANCE = new StreamEventSerializer();
    public static final TypeInformation<StreamEvent> TYPE = new ConcreteTypeInfo<>(StreamEvent.class, INSTANCE);

    private static final int DECIDABLE = 1;
    private static final int BROKEN = 2;
    private static final int SKIPPED = 3;
    private static final int TALLIED = 4;

    @Override
    public void serialize(StreamEvent event, DataOutputView out) throws IOException {
        if (event instanceof Decidable decidable) {
            out.writeByte(DECIDABLE);
            write(decidable, out);
        } else if (event instanceof Broken broken) {
            out.writeByte(BROKEN);
            write(broken.letter(), out);
        } else if (event instanceof Skipped skipped) {
            out.writeByte(SKIPPED);
            write(skipped, out);
        } else if (event instanceof Tallied tallied) {
            out.writeByte(TALLIED);
            write(tallied, out);
        }
    }

    @Override
    public StreamEvent deserialize(DataInputView in) throws IOException {
        int tag = in.readByte();
        return switch (tag) {
            case DECIDABLE -> decidable(in);
            case BROKEN -> new Broken(letter(in));
            case SKIPPED -> skipped(in);
            case TALLIED -> tallied(in);
            default -> throw new IOException("stream element tag: " + tag + " (expected: 1 to 4)");
        };
    }

    @Override
    public TypeSerializerSnapshot<StreamEvent> snapshotConfiguration() {
        return new Snapshot();
    }

    private static void write(Decidable event, DataOutputView out) throws IOException {
        EventEnvelope envelope = event.envelope();
        Binary.text(envelope.id(), out);
        Binary.text(envelope.source(), out);
        Binary.text(envelope.type(), out);
        Binary.text(envelope.subject(), out);
        Binary.instant(envelope.time(), out);
        Binary.bytes(envelope.body(), out);
        write(event.origin(), out);
        out.writeLong(event.kafkaMillis());
        out.writeLong(event.ingressMillis());
    }

    private static Decidable decidable(DataInputView in) throws IOException {
        EventEnvelope envelope = new EventEnvelope(
                Binary.text(in),
                Binary.text(in),
                Binary.text(in),
                Binary.text(in),
                Binary.instant(in),
                Binary.bytes(in));
        return new Decidable(envelope, origin(in), in.readLong(), in.readLong());
    }

    private static void write(DeadLetter letter, DataOutputView out) throws IOException {
        write(letter.origin(), out);
        Binary.text(letter.code().name(), out);
        Binary.text(letter.message(), out);
        Binary.bytes(letter.payload(), out);
        out.writeLong(letter.payloadSize());
        Binary.text(letter.payloadSha256(), out);
    }

    private static DeadLetter letter(DataInputView in) throws IOException {
        return new DeadLetter(
                origin(in),
                ErrorCode.valueOf(Binary.text(in)),
                Binary.text(in),
                Binary.bytes(in),
                in.readLong(),
                Binary.text(in));
    }

    private static void write(Skipped skipped, DataOutputView out) throws IOException {
        Binary.text(skipped.reason(), out);
        out.writeBoolean(skipped.time() != null);
        if (skipped.time() != null) {
            Binary.instant(skipped.time(), out);
        }
        write(skipped.origin(), out);
    }

    private static Skipped skipped(DataInputView in) throws IOException {
        String reason = Binary.text(in);
        Instant time = in.readBoolean() ? Binary.instant(in) : null;
        return new Skipped(reason, time, origin(in));
    }

    private static void write(Tallied tallied, DataOutputView out) throws IOException {
        out.writeInt(tallied.counts().size());
        for (Map.Entry<String, Long> count : tallied.counts().entrySet()) {
            Binary.text(count.getKey(), out);
            out.writeLong(count.getValue());
        }
    }

    private static Tallied tallied(DataInputView in) throws IOException {
        int size = in.readInt();
        Map<String, Long> counts = new HashMap<>();
        for (int i = 0; i < size; i++) {
            counts.put(Binary.text(in), in.readLong());
        }
        return new Tallied(counts);
    }

    private static void write(Origin origin, DataOutputView out) throws IOException {
        Binary.text(origin.topic(), out);
        out.writeInt(origin.partition());
        out.writeLong(origin.offset());
    }

    private static Origin origin(DataInputView in) throws IOException {
        return new Origin(Binary.text(in), in.readInt(), in.readLong());
    }

    /** Written into checkpoints. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<StreamEvent> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
