package io.motengine.bench.peers.flink;

import io.motengine.bench.peers.moments.Detected;
import io.motengine.jobs.stream.ConcreteTypeInfo;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** A detected moment on its way to the sink. */
public final class DetectedSerializer extends TypeSerializerSingleton<Detected> {
    private static final long serialVersionUID = 1L;
    public static final DetectedSerializer INSTANCE = new DetectedSerializer();
    public static final TypeInformation<Detected> TYPE = new ConcreteTypeInfo<>(Detected.class, INSTANCE);

    @Override
    public void serialize(Detected detected, DataOutputView out) throws IOException {
        out.writeUTF(detected.moment());
        out.writeUTF(detected.customer());
    }

    @Override
    public Detected deserialize(DataInputView in) throws IOException {
        return new Detected(in.readUTF(), in.readUTF());
    }

    @Override
    public boolean isImmutableType() {
        return true;
    }

    @Override
    public Detected createInstance() {
        return null;
    }

    @Override
    public Detected copy(Detected from) {
        return from;
    }

    @Override
    public Detected copy(Detected from, Detected reuse) {
        return from;
    }

    @Override
    public int getLength() {
        return -1;
    }

    @Override
    public Detected deserialize(Detected reuse, DataInputView in) throws IOException {
        return deserialize(in);
    }

    @Override
    public void copy(DataInputView in, DataOutputView out) throws IOException {
        serialize(deserialize(in), out);
    }

    @Override
    public TypeSerializerSnapshot<Detected> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Written into checkpoints. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<Detected> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
