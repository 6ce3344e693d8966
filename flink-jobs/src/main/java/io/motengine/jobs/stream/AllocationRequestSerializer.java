package io.motengine.jobs.stream;

import io.motengine.engine.allocate.Need;
import io.motengine.jobs.stream.AllocationRequest.Claim;
import io.motengine.jobs.stream.AllocationRequest.Correct;
import io.motengine.jobs.stream.AllocationRequest.GiveBack;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Binary form of a request between operators; it stands in no operator's state. */
public final class AllocationRequestSerializer extends ImmutableSerializer<AllocationRequest> {
    private static final long serialVersionUID = 1L;
    public static final AllocationRequestSerializer INSTANCE = new AllocationRequestSerializer();
    public static final TypeInformation<AllocationRequest> TYPE =
            new ConcreteTypeInfo<>(AllocationRequest.class, INSTANCE);

    private static final int CLAIM = 0;
    private static final int GIVE_BACK = 1;
    private static final int CORRECT = 2;

    @Override
    public void serialize(AllocationRequest request, DataOutputView out) throws IOException {
        if (request instanceof Claim claim) {
            out.writeByte(CLAIM);
            claim(claim, out);
        } else if (request instanceof GiveBack back) {
            out.writeByte(GIVE_BACK);
            Binary.text(back.resource(), out);
            Binary.text(back.claim(), out);
        } else if (request instanceof Correct correct) {
            out.writeByte(CORRECT);
            Binary.text(correct.resource(), out);
            Binary.text(correct.id(), out);
            out.writeLong(correct.change());
            out.writeLong(correct.budgetChange());
        }
    }

    private static void claim(Claim claim, DataOutputView out) throws IOException {
        Binary.text(claim.customer(), out);
        Binary.text(claim.action(), out);
        Binary.instant(claim.time(), out);
        out.writeInt(claim.needs().size());
        for (Need need : claim.needs()) {
            Binary.text(need.resource(), out);
            Binary.text(need.claim(), out);
            out.writeLong(need.most());
            out.writeLong(need.cost());
            out.writeLong(need.mostCost());
        }
        OutputRecordSerializer.INSTANCE.serialize(claim.record(), out);
    }

    @Override
    public AllocationRequest deserialize(DataInputView in) throws IOException {
        int kind = in.readUnsignedByte();
        return switch (kind) {
            case CLAIM -> claim(in);
            case GIVE_BACK -> new GiveBack(Binary.text(in), Binary.text(in));
            case CORRECT -> new Correct(Binary.text(in), Binary.text(in), in.readLong(), in.readLong());
            default -> throw new IOException("allocation request: kind " + kind + " (expected: 0 to 2)");
        };
    }

    private static Claim claim(DataInputView in) throws IOException {
        String customer = Binary.text(in);
        String action = Binary.text(in);
        Instant time = Binary.instant(in);
        int size = in.readInt();
        List<Need> needs = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            needs.add(new Need(Binary.text(in), Binary.text(in), in.readLong(), in.readLong(), in.readLong()));
        }
        return new Claim(customer, action, time, needs, OutputRecordSerializer.INSTANCE.deserialize(in));
    }

    @Override
    public TypeSerializerSnapshot<AllocationRequest> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Written into checkpoints. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<AllocationRequest> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
