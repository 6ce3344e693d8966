package io.motengine.jobs.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.state.CustomerState;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshotSerializationUtil;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
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
