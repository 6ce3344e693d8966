package io.motengine.jobs.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.state.CustomerState;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshotSerializationUtil;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;

class CustomerStateSerializerTest {
    private static final CustomerStateSerializer SERIALIZER = CustomerStateSerializer.INSTANCE;

    @Test
    void aCopyIsIndependent() {
        CustomerState state = new CustomerState("c-1");
        state.wakeAt(7);

        CustomerState copy = SERIALIZER.copy(state);
        state.wakeAt(8);

        assertThat(copy.customer()).isEqualTo("c-1");
        assertThat(copy.wakeAt()).isEqualTo(7);
    }

    @Test
    void recordsMoveUnreadBetweenStreams() throws IOException {
        CustomerState state = new CustomerState("c-1");
        state.nextSequence();
        DataOutputSerializer out = new DataOutputSerializer(16);
        SERIALIZER.serialize(state, out);
        DataOutputSerializer moved = new DataOutputSerializer(16);

        SERIALIZER.copy(new DataInputDeserializer(out.getCopyOfBuffer()), moved);

        assertThat(moved.getCopyOfBuffer()).isEqualTo(out.getCopyOfBuffer());
        assertThat(SERIALIZER
                        .deserialize(new DataInputDeserializer(moved.getCopyOfBuffer()))
                        .sequence())
                .isOne();
    }

    /** One for every user, since each learns; and all of them write and read the same. */
    @Test
    void duplicatesAreOfTheirOwnAndDoTheSame() throws IOException, ClassNotFoundException {
        CustomerState state = new CustomerState("c-1");
        state.concluded("B", "honeymoon", Set.of("payroll", "explorer"), 1_000, ZoneOffset.UTC);
        DataOutputSerializer expected = new DataOutputSerializer(16);
        SERIALIZER.serialize(state, expected);
        TypeSerializer<CustomerState> duplicate = SERIALIZER.duplicate();
        TypeSerializer<CustomerState> shipped = InstantiationUtil.clone(duplicate);

        for (TypeSerializer<CustomerState> serializer : List.of(duplicate, shipped, shipped.duplicate(), duplicate)) {
            DataOutputSerializer out = new DataOutputSerializer(16);
            serializer.serialize(serializer.deserialize(new DataInputDeserializer(expected.getCopyOfBuffer())), out);
            assertThat(out.getCopyOfBuffer()).isEqualTo(expected.getCopyOfBuffer());
            assertThat(serializer).isEqualTo(SERIALIZER);
        }
        assertThat(duplicate.duplicate()).isNotSameAs(duplicate).isNotSameAs(SERIALIZER);
    }

    @Test
    void whatACheckpointSaysOfItIsUnderstood() throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        TypeSerializerSnapshotSerializationUtil.writeSerializerSnapshot(out, SERIALIZER.snapshotConfiguration());
        // Savepoints name it so: a class that moves can no longer be restored.
        assertThat(SERIALIZER.snapshotConfiguration().getClass())
                .hasToString("class io.motengine.jobs.decide.CustomerStateSerializer$Snapshot");

        TypeSerializerSnapshot<CustomerState> read = TypeSerializerSnapshotSerializationUtil.readSerializerSnapshot(
                new DataInputDeserializer(out.getCopyOfBuffer()), getClass().getClassLoader());

        assertThat(SERIALIZER
                        .snapshotConfiguration()
                        .resolveSchemaCompatibility(read)
                        .isCompatibleAsIs())
                .isTrue();
        assertThat(read.restoreSerializer()).isEqualTo(SERIALIZER);
    }
}
