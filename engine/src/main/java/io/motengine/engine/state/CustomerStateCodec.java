package io.motengine.engine.state;

import io.motengine.engine.features.FeatureMemory;
import io.motengine.engine.lifecycle.StageHistory;
import io.motengine.engine.patterns.PatternMemory;
import io.motengine.engine.record.RecordReader;
import io.motengine.engine.record.RecordWriter;
import io.motengine.engine.scorecards.ScoreMemory;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ObjIntConsumer;

/**
 * The versioned binary form of a {@link CustomerState}.
 *
 * <p>The first byte is the version. A new version gets a reader of its own beside the old ones: a savepoint of every earlier
 * version restores.
 *
 * <p>Version 2 is final and pinned by kept records. A part that is added stands under a presence bit, so that a record without it is
 * what it was; anything else is version 3.
 *
 * <p>Whoever reads or writes many of them uses {@link CustomerRecords}.
 */
public final class CustomerStateCodec {
    private static final int VERSION = 2;
    private static final int VERSION_BYTES = 1;

    /** All but features, of most customers. */
    static final int USUAL_BYTES = 1_024;

    private static final byte[] NOTHING = {};

    private CustomerStateCodec() {}

    public static void write(CustomerState state, DataOutput out) throws IOException {
        write(state, forOne(state), out);
    }

    static void write(CustomerState state, RecordWriter versioned, DataOutput out) throws IOException {
        write(state, versioned);
        state.recordBytes = versioned.size();
        out.writeByte(VERSION);
        writeLength(versioned.size() - VERSION_BYTES, out);
        versioned.writeTo(out, VERSION_BYTES);
    }

    public static CustomerState read(DataInput in) throws IOException {
        return read(in, new RecordReader(NOTHING));
    }

    static CustomerState read(DataInput in, RecordReader reader) throws IOException {
        int version = in.readUnsignedByte();
        if (version == 1) {
            return CustomerStateV1.read(in);
        }
        if (version != VERSION) {
            throw new IOException("customer state: version " + version + " (expected: " + VERSION + " or older)");
        }
        byte[] record = new byte[readLength(in)];
        in.readFully(record);
        reader.begin(record, 0, record.length);
        CustomerState state = state(reader);
        state.recordBytes = VERSION_BYTES + record.length;
        return state;
    }

    /** Seven bits a byte, lowest first. */
    private static void writeLength(int length, DataOutput out) throws IOException {
        int rest = length;
        while (rest > 0x7f) {
            out.writeByte((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        out.writeByte(rest);
    }

    private static int readLength(DataInput in) throws IOException {
        int length = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += 7) {
            int octet = in.readUnsignedByte();
            length |= (octet & 0x7f) << shift;
            if ((octet & 0x80) == 0) {
                return length;
            }
        }
        throw new IOException("customer state: a length of more than five bytes");
    }

    /** The record alone, for those who know that it is of this version. */
    public static byte[] bytes(CustomerState state) {
        RecordWriter out = forOne(state);
        write(state, out);
        return out.toBytes();
    }

    /** Reads what {@link #bytes} wrote. */
    public static CustomerState state(byte[] versioned) {
        return state(versioned, new RecordReader(NOTHING));
    }

    static CustomerState state(byte[] versioned, RecordReader reader) {
        if (versioned.length == 0 || versioned[0] != VERSION) {
            throw new IllegalStateException("customer state: not of version " + VERSION);
        }
        reader.begin(versioned, VERSION_BYTES, versioned.length - VERSION_BYTES);
        return state(reader);
    }

    /** How many bytes of {@link #bytes} each part of the record takes, in the order in which they stand. */
    public static Map<String, Integer> sizes(CustomerState state) {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        int[] before = {0};
        write(state, forOne(state), (part, end) -> {
            sizes.put(part, end - before[0]);
            before[0] = end;
        });
        return sizes;
    }

    private static RecordWriter forOne(CustomerState state) {
        // Features are most of a record that is larger than others.
        return new RecordWriter(USUAL_BYTES + state.features.size());
    }

    static void write(CustomerState state, RecordWriter out) {
        write(state, out, (part, end) -> {});
    }

    private static void write(CustomerState state, RecordWriter out, ObjIntConsumer<String> ends) {
        out.octet(VERSION);
        long anchor = anchor(state);
        out.text(state.customer);
        out.anchor(anchor);
        out.hash32(state.metRelease);
        out.number(state.sequence);
        out.time(state.clock);
        out.time(state.highWater);
        out.time(state.lastActivity);
        out.time(state.since);
        out.time(state.nextTick);
        out.time(state.wakeAt);
        out.time(state.nextServiceTick);
        out.time(state.serviceWakeAt);
        out.time(state.nextWait);
        out.time(state.nextServiceWait);
        ends.accept("name and times", out.size());
        out.word(state.tier);
        RecordWords.write(state.segments, out);
        ends.accept("tier and segments", out.size());
        ProfileForm.write(state.profile, out);
        ends.accept("profile", out.size());
        LedgerForm.writeHoldings(state, out);
        ends.accept("holdings", out.size());
        ContactsForm.write(state.contacts, anchor, out);
        ends.accept("contacts", out.size());
        LedgerForm.writeOpenActions(state, out);
        ends.accept("open actions", out.size());
        TiesForm.write(state, out);
        ends.accept("ties and view", out.size());
        state.seen.write(anchor, out);
        ends.accept("seen events", out.size());
        state.stages.write(out);
        ends.accept("stages", out.size());
        state.scores.write(out);
        ends.accept("scores", out.size());
        state.features.write(out);
        ends.accept("features", out.size());
        state.patterns.write(out);
        ends.accept("patterns", out.size());
    }

    private static CustomerState state(RecordReader in) {
        CustomerState state = CustomerState.beforeMemories(in.text());
        long anchor = in.anchor();
        state.metRelease = in.hash32();
        state.sequence = in.number();
        state.clock = in.time();
        state.highWater = in.time();
        state.lastActivity = in.time();
        state.since = in.time();
        state.nextTick = in.time();
        state.wakeAt = in.time();
        state.nextServiceTick = in.time();
        state.serviceWakeAt = in.time();
        state.nextWait = in.time();
        state.nextServiceWait = in.time();
        state.tier = in.word();
        state.segments.addAll(RecordWords.read(in));
        state.profile = ProfileForm.read(in);
        LedgerForm.read(state, anchor, in);
        TiesForm.read(state, in);
        state.seen.read(anchor, in);
        state.stages = StageHistory.read(in);
        state.scores = ScoreMemory.read(in);
        state.features = FeatureMemory.read(in);
        state.patterns = PatternMemory.read(in);
        return state;
    }

    private static long anchor(CustomerState state) {
        long newest = Math.max(state.clock, state.highWater);
        return newest == CustomerState.UNSET ? 0 : newest;
    }
}
