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
 */
public final class CustomerStateCodec {
    private static final int VERSION = 2;

    private CustomerStateCodec() {}

    public static void write(CustomerState state, DataOutput out) throws IOException {
        byte[] record = record(state);
        out.writeByte(VERSION);
        out.writeInt(record.length);
        out.write(record);
    }

    public static CustomerState read(DataInput in) throws IOException {
        int version = in.readUnsignedByte();
        if (version == 1) {
            return CustomerStateV1.read(in);
        }
        if (version != VERSION) {
            throw new IOException("customer state: version " + version + " (expected: " + VERSION + " or older)");
        }
        byte[] record = new byte[in.readInt()];
        in.readFully(record);
        return state(new RecordReader(record));
    }

    /** The record alone, for those who know that it is of this version. */
    public static byte[] bytes(CustomerState state) {
        byte[] record = record(state);
        byte[] versioned = new byte[record.length + 1];
        versioned[0] = VERSION;
        System.arraycopy(record, 0, versioned, 1, record.length);
        return versioned;
    }

    /** Reads what {@link #bytes} wrote. */
    public static CustomerState state(byte[] versioned) {
        if (versioned.length == 0 || versioned[0] != VERSION) {
            throw new IllegalStateException("customer state: not of version " + VERSION);
        }
        return state(new RecordReader(versioned, 1, versioned.length - 1));
    }

    /** How many bytes of {@link #bytes} each part of the record takes, in the order in which they stand. */
    public static Map<String, Integer> sizes(CustomerState state) {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        int[] before = {-1};
        record(state, (part, end) -> {
            sizes.put(part, end - before[0]);
            before[0] = end;
        });
        return sizes;
    }

    private static byte[] record(CustomerState state) {
        return record(state, (part, end) -> {});
    }

    private static byte[] record(CustomerState state, ObjIntConsumer<String> ends) {
        RecordWriter out = new RecordWriter();
        RecordTimes times = new RecordTimes(anchor(state));
        out.text(state.customer);
        out.signed(times.anchor());
        out.hash32(state.metRelease);
        out.number(state.sequence);
        times.write(state.clock, out);
        times.write(state.highWater, out);
        times.write(state.lastActivity, out);
        times.write(state.since, out);
        times.write(state.nextTick, out);
        times.write(state.wakeAt, out);
        times.write(state.nextServiceTick, out);
        times.write(state.serviceWakeAt, out);
        times.write(state.nextWait, out);
        times.write(state.nextServiceWait, out);
        ends.accept("name and times", out.size());
        out.word(state.tier);
        RecordWords.write(state.segments, out);
        ends.accept("tier and segments", out.size());
        ProfileForm.write(state.profile, times, out);
        ends.accept("profile", out.size());
        LedgerForm.writeHoldings(state, times, out);
        ends.accept("holdings", out.size());
        LedgerForm.writeContacts(state, out);
        ends.accept("contacts", out.size());
        LedgerForm.writeOpenActions(state, times, out);
        ends.accept("open actions", out.size());
        TiesForm.write(state, times, out);
        ends.accept("ties and view", out.size());
        writeSeen(state.seen, times, out);
        ends.accept("seen events", out.size());
        state.stages.write(out);
        ends.accept("stages", out.size());
        state.scores.write(out);
        ends.accept("scores", out.size());
        state.features.write(out);
        ends.accept("features", out.size());
        state.patterns.write(out);
        ends.accept("patterns", out.size());
        return out.toBytes();
    }

    private static CustomerState state(RecordReader in) {
        CustomerState state = new CustomerState(in.text());
        RecordTimes times = new RecordTimes(in.signed());
        state.metRelease = in.hash32();
        state.sequence = in.number();
        state.clock = times.read(in);
        state.highWater = times.read(in);
        state.lastActivity = times.read(in);
        state.since = times.read(in);
        state.nextTick = times.read(in);
        state.wakeAt = times.read(in);
        state.nextServiceTick = times.read(in);
        state.serviceWakeAt = times.read(in);
        state.nextWait = times.read(in);
        state.nextServiceWait = times.read(in);
        state.tier = in.word();
        state.segments.addAll(RecordWords.read(in));
        state.profile = ProfileForm.read(times, in);
        LedgerForm.read(state, times, in);
        TiesForm.read(state, times, in);
        readSeen(state.seen, times, in);
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

    private static void writeSeen(SeenEvents seen, RecordTimes times, RecordWriter out) {
        out.number(seen.size());
        for (int i = 0; i < seen.size(); i++) {
            out.hash64(seen.hash(i));
            times.write(seen.time(i), out);
        }
    }

    private static void readSeen(SeenEvents seen, RecordTimes times, RecordReader in) {
        for (int left = in.count(); left > 0; left--) {
            seen.add(in.hash64(), times.read(in));
        }
    }
}
