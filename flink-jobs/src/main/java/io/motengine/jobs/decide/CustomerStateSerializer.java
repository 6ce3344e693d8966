package io.motengine.jobs.decide;

import io.motengine.engine.state.CustomerRecords;
import io.motengine.engine.state.CustomerState;
import io.motengine.engine.state.CustomerStateCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Hands a customer's record to the engine's own codec, which puts its version into every record.
 *
 * <p>{@link #INSTANCE} is for everybody. What Flink reads and writes state with is a {@link #duplicate} of it, as every user of a
 * serializer has one: that one is for one thread, and can know words that it has met.
 */
final class CustomerStateSerializer extends TypeSerializer<CustomerState> {
    private static final long serialVersionUID = 1L;
    private static final int TYPICAL_BYTES = 1024;
    static final CustomerStateSerializer INSTANCE = new CustomerStateSerializer(null);

    /** Null for everybody's, and for one that has come as Java's own bytes, until it is duplicated. */
    private final transient CustomerRecords records;

    private CustomerStateSerializer(CustomerRecords records) {
        this.records = records;
    }

    @Override
    public void serialize(CustomerState state, DataOutputView out) throws IOException {
        if (records == null) {
            CustomerStateCodec.write(state, out);
        } else {
            records.write(state, out);
        }
    }

    @Override
    public CustomerState deserialize(DataInputView in) throws IOException {
        return records == null ? CustomerStateCodec.read(in) : records.read(in);
    }

    @Override
    public CustomerState deserialize(CustomerState reuse, DataInputView in) throws IOException {
        return deserialize(in);
    }

    @Override
    public CustomerState copy(CustomerState from) {
        try {
            DataOutputSerializer out = new DataOutputSerializer(TYPICAL_BYTES);
            serialize(from, out);
            return deserialize(new DataInputDeserializer(out.getSharedBuffer(), 0, out.length()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public CustomerState copy(CustomerState from, CustomerState reuse) {
        return copy(from);
    }

    @Override
    public void copy(DataInputView in, DataOutputView out) throws IOException {
        serialize(deserialize(in), out);
    }

    @Override
    public CustomerState createInstance() {
        return null;
    }

    @Override
    public boolean isImmutableType() {
        return false;
    }

    @Override
    public TypeSerializer<CustomerState> duplicate() {
        return new CustomerStateSerializer(new CustomerRecords());
    }

    @Override
    public int getLength() {
        return -1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CustomerStateSerializer;
    }

    @Override
    public int hashCode() {
        return CustomerStateSerializer.class.hashCode();
    }

    @Override
    public TypeSerializerSnapshot<CustomerState> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Written into checkpoints. Says nothing but its own version: which form a record has, the record itself says. */
    public static final class Snapshot implements TypeSerializerSnapshot<CustomerState> {
        private static final int VERSION = 1;

        @Override
        public int getCurrentVersion() {
            return VERSION;
        }

        @Override
        public void writeSnapshot(DataOutputView out) {
            // Nothing beyond the version, which Flink writes.
        }

        @Override
        public void readSnapshot(int version, DataInputView in, ClassLoader loader) throws IOException {
            if (version != VERSION) {
                throw new IOException("customer state serializer version: " + version + " (expected: " + VERSION + ")");
            }
        }

        @Override
        public TypeSerializer<CustomerState> restoreSerializer() {
            return INSTANCE;
        }

        @Override
        public TypeSerializerSchemaCompatibility<CustomerState> resolveSchemaCompatibility(
                TypeSerializerSnapshot<CustomerState> old) {
            return old instanceof Snapshot
                    ? TypeSerializerSchemaCompatibility.compatibleAsIs()
                    : TypeSerializerSchemaCompatibility.incompatible();
        }
    }
}
