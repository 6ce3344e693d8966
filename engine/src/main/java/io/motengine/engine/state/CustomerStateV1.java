package io.motengine.engine.state;

import io.motengine.engine.features.FeatureMemory;
import io.motengine.engine.features.OldBuckets;
import io.motengine.engine.patterns.OpenPattern;
import io.motengine.schemas.money.Money;
import java.io.DataInput;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads records of version 1, which spelt every word and time out. Behind the version, which has been read. */
final class CustomerStateV1 {
    private static final int MANY = 0xffff;
    private static final int FIELDS_OF_PROFILE = 12;

    private CustomerStateV1() {}

    static CustomerState read(DataInput in) throws IOException {
        CustomerState state = new CustomerState(in.readUTF());
        state.sequence = in.readLong();
        state.clock = in.readLong();
        state.highWater = in.readLong();
        state.lastActivity = in.readLong();
        state.nextTick = in.readLong();
        state.wakeAt = in.readLong();
        state.tier = in.readUTF();
        readStage(state, in);
        state.segments = new TreeSet<>(readTexts(in));
        state.profile = readProfile(in);
        for (int left = readCount(in); left > 0; left--) {
            state.holdings.put(in.readUTF(), readHolding(in));
        }
        readSeen(state.seen, in);
        Map<String, OldBuckets> named = new TreeMap<>();
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            named.put(in.readUTF(), OldBuckets.read(in));
        }
        state.features = FeatureMemory.adopt(named);
        List<OpenPattern> open = new ArrayList<>();
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            open.add(new OpenPattern(in.readUTF(), in.readUTF(), in.readUTF(), in.readLong(), in.readLong()));
        }
        state.patterns.adopt(open);
        state.nextWait = state.patterns.nextDue();
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            state.contacts.add(Contact.of(in.readLong(), in.readUTF(), in.readUTF(), in.readUTF()));
        }
        // Version 1 showed nobody to anybody.
        state.shown.stale();
        return state;
    }

    /** That the customer was known by then is all that version 1 tells of since when figures count. */
    private static void readStage(CustomerState state, DataInput in) throws IOException {
        String stage = in.readUTF();
        long began = in.readLong();
        if (!stage.isEmpty()) {
            state.stages.enter(stage, began, ZoneOffset.UTC);
        }
        state.since = began == CustomerState.UNSET ? state.lastActivity : began;
    }

    private static void readSeen(SeenEvents seen, DataInput in) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            seen.addOld(in.readLong(), in.readLong());
        }
    }

    private static int readCount(DataInput in) throws IOException {
        int count = in.readUnsignedShort();
        return count < MANY ? count : in.readInt();
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
                null,
                FieldTimes.first(FIELDS_OF_PROFILE, in.readLong()));
    }

    private static HeldProduct readHolding(DataInput in) throws IOException {
        return new HeldProduct(
                in.readUTF(), in.readUTF(), readMoney(in), readDate(in), in.readBoolean(), in.readLong());
    }

    private static String readText(DataInput in) throws IOException {
        return in.readBoolean() ? in.readUTF() : null;
    }

    private static List<String> readTexts(DataInput in) throws IOException {
        int size = in.readUnsignedShort();
        List<String> texts = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            texts.add(in.readUTF());
        }
        return List.copyOf(texts);
    }

    private static LocalDate readDate(DataInput in) throws IOException {
        int day = in.readInt();
        return day == Integer.MIN_VALUE ? null : LocalDate.ofEpochDay(day);
    }

    private static Money readMoney(DataInput in) throws IOException {
        String currency = readText(in);
        return currency == null ? null : new Money(in.readLong(), currency);
    }
}
