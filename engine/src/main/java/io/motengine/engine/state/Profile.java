package io.motengine.engine.state;

import io.motengine.schemas.event.ProfileUpdated;
import io.motengine.schemas.money.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * What the customer master has said so far; null where it has said nothing.
 *
 * @param riskGrade 1 (R1) to 5 (R5); 0 if never assessed
 * @param aum in the base currency
 * @param reportedAt of each field, in the order of this record: an older report of a field changes nothing
 */
public record Profile(
        String kind,
        LocalDate birthDate,
        LocalDate openedOn,
        int riskGrade,
        Money aum,
        String timeZone,
        String language,
        String branch,
        String relationshipManager,
        List<String> consents,
        List<String> labels,
        List<String> blocks,
        String preferredChannel,
        FieldTimes reportedAt) {
    static final int FIELDS = 13;

    public static final Profile UNKNOWN = new Profile(
            "person",
            null,
            null,
            0,
            null,
            null,
            "zh",
            null,
            null,
            List.of(),
            List.of(),
            List.of(),
            null,
            FieldTimes.none(FIELDS));

    /** With a report taken in; what it leaves out stays. The order in which reports come does not matter. */
    public Profile updated(ProfileUpdated report, long time) {
        Integer grade = report.riskGrade() == null ? null : report.riskGrade().charAt(1) - '0';
        Newest newest = new Newest(reportedAt);
        return new Profile(
                newest.of(0, kind, report.kind(), time),
                newest.of(1, birthDate, report.birthDate(), time),
                newest.of(2, openedOn, report.openedOn(), time),
                newest.of(3, riskGrade, grade, time),
                newest.of(4, aum, report.aum(), time),
                newest.of(5, timeZone, report.timeZone(), time),
                newest.of(6, language, report.language(), time),
                newest.of(7, branch, report.branch(), time),
                newest.of(8, relationshipManager, report.relationshipManager(), time),
                newest.of(9, consents, report.consents(), time),
                newest.of(10, labels, report.labels(), time),
                newest.of(11, blocks, report.blocks(), time),
                newest.of(12, preferredChannel, report.preferredChannel(), time),
                newest.times());
    }

    /** What two identities of one customer were known by: of each field what was reported last. */
    Profile merged(Profile other) {
        Newest newest = new Newest(reportedAt);
        FieldTimes theirs = other.reportedAt;
        return new Profile(
                newest.of(0, kind, other.kind, theirs.of(0)),
                newest.of(1, birthDate, other.birthDate, theirs.of(1)),
                newest.of(2, openedOn, other.openedOn, theirs.of(2)),
                newest.of(3, riskGrade, other.riskGrade, theirs.of(3)),
                newest.of(4, aum, other.aum, theirs.of(4)),
                newest.of(5, timeZone, other.timeZone, theirs.of(5)),
                newest.of(6, language, other.language, theirs.of(6)),
                newest.of(7, branch, other.branch, theirs.of(7)),
                newest.of(8, relationshipManager, other.relationshipManager, theirs.of(8)),
                newest.of(9, consents, other.consents, theirs.of(9)),
                newest.of(10, labels, other.labels, theirs.of(10)),
                newest.of(11, blocks, other.blocks, theirs.of(11)),
                newest.of(12, preferredChannel, other.preferredChannel, theirs.of(12)),
                newest.times());
    }

    /** Of two reports of a field the newer; of two of the same millisecond the greater, so that their order does not matter. */
    private static final class Newest {
        private final long[] times;

        Newest(FieldTimes known) {
            times = known.copy();
        }

        <T> T of(int field, T known, T reported, long time) {
            if (reported == null || time == CustomerState.UNSET || time < times[field]) {
                return known;
            }
            if (time == times[field] && String.valueOf(known).compareTo(String.valueOf(reported)) >= 0) {
                return known;
            }
            times[field] = time;
            return reported;
        }

        FieldTimes times() {
            return FieldTimes.of(times);
        }
    }
}
