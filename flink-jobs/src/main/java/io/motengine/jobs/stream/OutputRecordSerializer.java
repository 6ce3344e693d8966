package io.motengine.jobs.stream;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Binary form of an output record between operators; it never stands in state. */
public final class OutputRecordSerializer extends ImmutableSerializer<OutputRecord> {
    private static final long serialVersionUID = 1L;
    public static final OutputRecordSerializer INSTANCE = new OutputRecordSerializer();
    public static final TypeInformation<OutputRecord> TYPE = new ConcreteTypeInfo<>(OutputRecord.class, INSTANCE);

    @Override
    public void serialize(OutputRecord output, DataOutputView out) throws IOException {
        Binary.text(output.topic(), out);
        Binary.bytes(output.key(), out);
        Binary.bytes(output.value(), out);
        out.writeInt(output.headers().size());
        for (Map.Entry<String, String> header : output.headers().entrySet()) {
            Binary.text(header.getKey(), out);
            Binary.text(header.getValue(), out);
        }
    }

    @Override
    public OutputRecord deserialize(DataInputView in) throws IOException {
        String topic = Binary.text(in);
        byte[] key = Binary.bytes(in);
        byte[] value = Binary.bytes(in);
        int size = in.readInt();
        Map<String, String> headers = new HashMap<>();
        for (int i = 0; i < size; i++) {
            headers.put(Binary.text(in), Binary.text(in));
        }
        return new OutputRecord(topic, key, value, headers);
    }

    @Override
    public TypeSerializerSnapshot<OutputRecord> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Written into checkpoints. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<OutputRecord> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
