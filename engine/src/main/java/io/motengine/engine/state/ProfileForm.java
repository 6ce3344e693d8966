package io.motengine.engine.state;

import io.motengine.engine.record.RecordReader;
import io.motengine.engine.record.RecordWriter;
import io.motengine.schemas.money.Money;
import java.time.LocalDate;
import java.util.List;

/** A profile in a record. Most fields were reported at the same time, which then stands once. */
final class ProfileForm {
    /** Fields that have their place; what came later stands behind them, if it was ever reported. */
    private static final int FIRST = 12;

    private static final int PREFERRED_CHANNEL = 12;

    private ProfileForm() {}

    static void write(Profile profile, RecordWriter out) {
        boolean known = !profile.equals(Profile.UNKNOWN);
        out.flag(known);
        if (!known) {
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
        if (hasPreference(profile.reportedAt())) {
            out.time(profile.reportedAt().of(PREFERRED_CHANNEL));
            out.word(profile.preferredChannel());
        }
    }

    private static boolean hasPreference(FieldTimes times) {
        return times.of(PREFERRED_CHANNEL) != CustomerState.UNSET;
    }

    /** A bit for each field whose time is not that of the field before; of later fields, for each that was ever reported. */
    private static void writeTimes(FieldTimes times, RecordWriter out) {
        long others = hasPreference(times) ? 1L << PREFERRED_CHANNEL : 0;
        for (int field = 0; field < FIRST; field++) {
            others |= times.of(field) == before(times, field) ? 0 : 1L << field;
        }
        out.number(others);
        for (int field = 0; field < FIRST; field++) {
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
        String kind = in.word();
        LocalDate birthDate = RecordWords.readDate(in);
        LocalDate openedOn = RecordWords.readDate(in);
        int riskGrade = in.octet();
        Money aum = RecordWords.readMoney(in);
        String timeZone = in.word();
        String language = in.word();
        String branch = in.word();
        String relationshipManager = in.word();
        List<String> consents = RecordWords.read(in);
        List<String> labels = RecordWords.read(in);
        List<String> blocks = RecordWords.read(in);
        long[] times = new long[Profile.FIELDS];
        boolean preference = readTimes(times, in);
        times[PREFERRED_CHANNEL] = preference ? in.time() : CustomerState.UNSET;
        return new Profile(
                kind,
                birthDate,
                openedOn,
                riskGrade,
                aum,
                timeZone,
                language,
                branch,
                relationshipManager,
                consents,
                labels,
                blocks,
                preference ? in.word() : null,
                FieldTimes.of(times));
    }

    /** Whether a preferred channel follows. */
    private static boolean readTimes(long[] times, RecordReader in) {
        long others = in.number();
        long time = CustomerState.UNSET;
        for (int field = 0; field < FIRST; field++) {
            time = ((others >> field) & 1) != 0 ? in.time() : time;
            times[field] = time;
        }
        return ((others >> PREFERRED_CHANNEL) & 1) != 0;
    }
}
