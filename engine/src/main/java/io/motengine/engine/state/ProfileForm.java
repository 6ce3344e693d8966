package io.motengine.engine.state;

import io.motengine.engine.record.RecordReader;
import io.motengine.engine.record.RecordWriter;

/** A profile in a record. Most fields were reported at the same time, which then stands once. */
final class ProfileForm {
    private ProfileForm() {}

    static void write(Profile profile, RecordWriter out) {
        out.flag(!profile.equals(Profile.UNKNOWN));
        if (profile.equals(Profile.UNKNOWN)) {
            return;
        }
        out.word(profile.kind());
        RecordWords.write(profile.birthDate(), out);
        RecordWords.write(profile.openedOn(), out);
        out.octet(profile.riskGrade());
        RecordWords.write(profile.aum(), out);
        out.word(profile.timeZone());
        out.word(profile.language());
        out.word(profile.branch());
        out.word(profile.relationshipManager());
        RecordWords.write(profile.consents(), out);
        RecordWords.write(profile.labels(), out);
        RecordWords.write(profile.blocks(), out);
        writeTimes(profile.reportedAt(), out);
    }

    /** A bit for each field whose time is not that of the field before. */
    private static void writeTimes(FieldTimes times, RecordWriter out) {
        long others = 0;
        for (int field = 0; field < Profile.FIELDS; field++) {
            others |= times.of(field) == before(times, field) ? 0 : 1L << field;
        }
        out.number(others);
        for (int field = 0; field < Profile.FIELDS; field++) {
            if (((others >> field) & 1) != 0) {
                out.time(times.of(field));
            }
        }
    }

    private static long before(FieldTimes times, int field) {
        return field == 0 ? CustomerState.UNSET : times.of(field - 1);
    }

    static Profile read(RecordReader in) {
        if (!in.flag()) {
            return Profile.UNKNOWN;
        }
        return new Profile(
                in.word(),
                RecordWords.readDate(in),
                RecordWords.readDate(in),
                in.octet(),
                RecordWords.readMoney(in),
                in.word(),
                in.word(),
                in.word(),
                in.word(),
                RecordWords.read(in),
                RecordWords.read(in),
                RecordWords.read(in),
                readTimes(in));
    }

    private static FieldTimes readTimes(RecordReader in) {
        long[] fields = new long[Profile.FIELDS];
        long others = in.number();
        long time = CustomerState.UNSET;
        for (int field = 0; field < fields.length; field++) {
            time = ((others >> field) & 1) != 0 ? in.time() : time;
            fields[field] = time;
        }
        return FieldTimes.of(fields);
    }
}
