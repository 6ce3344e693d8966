package io.motengine.engine.state;

import io.motengine.engine.features.FeatureMemory;
import io.motengine.engine.features.OldBuckets;
import io.motengine.engine.patterns.OpenPattern;
import io.motengine.engine.record.RecordReader;
import io.motengine.engine.record.RecordWriter;
import io.motengine.schemas.money.Money;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The versioned binary form of a {@link CustomerState}.
 *
 * <p>The first byte is the version. A new version gets a reader of its own beside the old ones: a savepoint of every earlier
 * version restores.
 */
public final class CustomerStateCodec {
    private static final int VERSION = 2;
    private static final int NAMED_FEATURES = 1;
    private static final int MANY = 0xffff;

    private CustomerStateCodec() {}

    public static void write(CustomerState state, DataOutput out) throws IOException {
        out.writeByte(VERSION);
        out.writeUTF(state.customer);
        out.writeLong(state.sequence);
        out.writeLong(state.clock);
        out.writeLong(state.highWater);
        out.writeLong(state.lastActivity);
        out.writeLong(state.nextTick);
        out.writeLong(state.wakeAt);
        out.writeUTF(state.tier);
        out.writeUTF(state.stage);
        out.writeLong(state.stageSince);
        writeTexts(List.copyOf(state.segments), out);
        writeProfile(state.profile, out);
        writeCount(state.holdings.size(), out);
        for (var entry : state.holdings.entrySet()) {
            out.writeUTF(entry.getKey());
            writeHolding(entry.getValue(), out);
        }
        state.seen.write(out);
        RecordWriter features = new RecordWriter();
        state.features.write(features);
        out.writeInt(features.size());
        out.write(features.toBytes());
        out.writeShort(state.openPatterns.size());
        for (OpenPattern open : state.openPatterns) {
            out.writeUTF(open.pattern());
            out.writeUTF(open.by());
            out.writeUTF(open.instance());
            out.writeLong(open.openedAt());
            out.writeLong(open.deadline());
        }
        out.writeShort(state.contacts.size());
        for (Contact contact : state.contacts) {
            out.writeLong(contact.at());
            out.writeUTF(contact.actionId());
            out.writeUTF(contact.strategy());
            out.writeUTF(contact.channel());
        }
    }

    public static CustomerState read(DataInput in) throws IOException {
        int version = in.readUnsignedByte();
        if (version < NAMED_FEATURES || version > VERSION) {
            throw new IOException("customer state: version " + version + " (expected: " + VERSION + " or older)");
        }
        CustomerState state = new CustomerState(in.readUTF());
        state.sequence = in.readLong();
        state.clock = in.readLong();
        state.highWater = in.readLong();
        state.lastActivity = in.readLong();
        state.nextTick = in.readLong();
        state.wakeAt = in.readLong();
        state.tier = in.readUTF();
        state.stage = in.readUTF();
        state.stageSince = in.readLong();
        state.segments = new TreeSet<>(readTexts(in));
        state.profile = readProfile(in);
        for (int left = readCount(in); left > 0; left--) {
            state.holdings.put(in.readUTF(), readHolding(in));
        }
        state.seen.readFrom(in);
        state.features = version == NAMED_FEATURES ? namedFeatures(in) : features(in);
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            state.openPatterns.add(
                    new OpenPattern(in.readUTF(), in.readUTF(), in.readUTF(), in.readLong(), in.readLong()));
        }
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            state.contacts.add(new Contact(in.readLong(), in.readUTF(), in.readUTF(), in.readUTF()));
        }
        return state;
    }

    private static FeatureMemory namedFeatures(DataInput in) throws IOException {
        Map<String, OldBuckets> named = new TreeMap<>();
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            named.put(in.readUTF(), OldBuckets.read(in));
        }
        return FeatureMemory.adopt(named);
    }

    private static FeatureMemory features(DataInput in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return FeatureMemory.read(new RecordReader(bytes));
    }

    /** Two bytes for all but absurd records; a count that does not fit them must not spoil the record. */
    private static void writeCount(int count, DataOutput out) throws IOException {
        out.writeShort(Math.min(count, MANY));
        if (count >= MANY) {
            out.writeInt(count);
        }
    }

    private static int readCount(DataInput in) throws IOException {
        int count = in.readUnsignedShort();
        return count < MANY ? count : in.readInt();
    }

    private static void writeProfile(Profile profile, DataOutput out) throws IOException {
        writeText(profile.kind(), out);
        writeDate(profile.birthDate(), out);
        writeDate(profile.openedOn(), out);
        out.writeByte(profile.riskGrade());
        writeMoney(profile.aum(), out);
        writeText(profile.timeZone(), out);
        writeText(profile.language(), out);
        writeText(profile.branch(), out);
        writeText(profile.relationshipManager(), out);
        writeTexts(profile.consents(), out);
        writeTexts(profile.labels(), out);
        writeTexts(profile.blocks(), out);
        out.writeLong(profile.reportedAt());
    }

    private static Profile readProfile(DataInput in) throws IOException {
        return new Profile(
                readText(in),
                readDate(in),
                readDate(in),
                in.readByte(),
                readMoney(in),
                readText(in),
                readText(in),
                readText(in),
                readText(in),
                readTexts(in),
                readTexts(in),
                readTexts(in),
                in.readLong());
    }

    private static void writeHolding(HeldProduct held, DataOutput out) throws IOException {
        out.writeUTF(held.product());
        out.writeUTF(held.family());
        writeMoney(held.amount(), out);
        writeDate(held.maturesOn(), out);
        out.writeBoolean(held.active());
        out.writeLong(held.reportedAt());
    }

    private static HeldProduct readHolding(DataInput in) throws IOException {
        return new HeldProduct(
                in.readUTF(), in.readUTF(), readMoney(in), readDate(in), in.readBoolean(), in.readLong());
    }

    private static void writeText(String text, DataOutput out) throws IOException {
        out.writeBoolean(text != null);
        if (text != null) {
            out.writeUTF(text);
        }
    }

    private static String readText(DataInput in) throws IOException {
        return in.readBoolean() ? in.readUTF() : null;
    }

    private static void writeTexts(List<String> texts, DataOutput out) throws IOException {
        out.writeShort(texts.size());
        for (String text : texts) {
            out.writeUTF(text);
        }
    }

    private static List<String> readTexts(DataInput in) throws IOException {
        int size = in.readUnsignedShort();
        List<String> texts = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            texts.add(in.readUTF());
        }
        return List.copyOf(texts);
    }

    private static void writeDate(LocalDate date, DataOutput out) throws IOException {
        out.writeInt(date == null ? Integer.MIN_VALUE : Math.toIntExact(date.toEpochDay()));
    }

    private static LocalDate readDate(DataInput in) throws IOException {
        int day = in.readInt();
        return day == Integer.MIN_VALUE ? null : LocalDate.ofEpochDay(day);
    }

    private static void writeMoney(Money money, DataOutput out) throws IOException {
        writeText(money == null ? null : money.currency(), out);
        if (money != null) {
            out.writeLong(money.minor());
        }
    }

    private static Money readMoney(DataInput in) throws IOException {
        String currency = readText(in);
        return currency == null ? null : new Money(in.readLong(), currency);
    }
}
