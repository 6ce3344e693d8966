package io.motengine.bench.peers.flink;

import io.motengine.bench.peers.moments.PlainEvent;
import io.motengine.bench.peers.moments.PlainEvent.Click;
import io.motengine.bench.peers.moments.PlainEvent.Posting;
import io.motengine.jobs.stream.ConcreteTypeInfo;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Compact form of an event between operators and in state: reflection would cost peers more than what they do. */
public final class PlainEventSerializer extends TypeSerializerSingleton<PlainEvent> {
    private static final long serialVersionUID = 1L;
    public static final PlainEventSerializer INSTANCE = new PlainEventSerializer();
    public static final TypeInformation<PlainEvent> TYPE = new ConcreteTypeInfo<>(PlainEvent.class, INSTANCE);

    @Override
    public void serialize(PlainEvent event, DataOutputView out) throws IOException {
        out.writeBoolean(event instanceof Click);
        out.writeUTF(event.id());
        out.writeUTF(event.customer());
        out.writeLong(event.time());
        if (event instanceof Click click) {
            out.writeUTF(click.page());
            out.writeUTF(click.action());
            out.writeUTF(click.product());
        } else if (event instanceof Posting posting) {
            out.writeBoolean(posting.credit());
            out.writeLong(posting.amount());
            out.writeLong(posting.balance());
            out.writeUTF(posting.category());
            out.writeUTF(posting.bank());
            out.writeUTF(posting.merchant());
            out.writeUTF(posting.channel());
        }
    }

    @Override
    public PlainEvent deserialize(DataInputView in) throws IOException {
        boolean click = in.readBoolean();
        String id = in.readUTF();
        String customer = in.readUTF();
        long time = in.readLong();
        return click
                ? new Click(id, customer, time, in.readUTF(), in.readUTF(), in.readUTF())
                : new Posting(
                        id,
                        customer,
                        time,
                        in.readBoolean(),
                        in.readLong(),
                        in.readLong(),
                        in.readUTF(),
                        in.readUTF(),
                        in.readUTF(),
                        in.readUTF());
    }

    @Override
    public boolean isImmutableType() {
        return true;
    }

    @Override
    public PlainEvent createInstance() {
        return null;
    }

    @Override
    public PlainEvent copy(PlainEvent from) {
        return from;
    }

    @Override
    public PlainEvent copy(PlainEvent from, PlainEvent reuse) {
        return from;
    }

    @Override
    public int getLength() {
        return -1;
    }

    @Override
    public PlainEvent deserialize(PlainEvent reuse, DataInputView in) throws IOException {
        return deserialize(in);
    }

    @Override
    public void copy(DataInputView in, DataOutputView out) throws IOException {
        serialize(deserialize(in), out);
    }

    @Override
    public TypeSerializerSnapshot<PlainEvent> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Written into checkpoints. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<PlainEvent> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
