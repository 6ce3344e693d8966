package io.motengine.engine.state;

import io.motengine.engine.record.RecordReader;
import io.motengine.engine.record.RecordWriter;

/** A profile in a record. Most fields were reported at the same time, which then stands once. */
final class ProfileForm {
    private ProfileForm() {}

    static void write(Profile profile, RecordTimes times, RecordWriter out) {
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
        long before = CustomerState.UNSET;
        for (int field = 0; field < Profile.FIELDS; field++) {
            long time = profile.reportedAt().of(field);
            out.flag(time != before);
            if (time != before) {
                times.write(time, out);
                before = time;
            }
        }
    }

    static Profile read(RecordTimes times, RecordReader in) {
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
                readTimes(times, in));
    }

    private static FieldTimes readTimes(RecordTimes times, RecordReader in) {
        long[] fields = new long[Profile.FIELDS];
        long time = CustomerState.UNSET;
        for (int field = 0; field < fields.length; field++) {
            time = in.flag() ? times.read(in) : time;
            fields[field] = time;
        }
        return FieldTimes.of(fields);
    }
}
