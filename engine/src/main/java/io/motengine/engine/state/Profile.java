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
 * @param reportedAt event time of the newest report, epoch milliseconds: an older report changes nothing
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
        long reportedAt) {
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
            CustomerState.UNSET);

    /** With a report taken in; what it leaves out stays. */
    public Profile updated(ProfileUpdated report, long time) {
        if (time < reportedAt) {
            return this;
        }
        return new Profile(
                either(report.kind(), kind),
                either(report.birthDate(), birthDate),
                either(report.openedOn(), openedOn),
                report.riskGrade() == null ? riskGrade : report.riskGrade().charAt(1) - '0',
                either(report.aum(), aum),
                either(report.timeZone(), timeZone),
                either(report.language(), language),
                either(report.branch(), branch),
                either(report.relationshipManager(), relationshipManager),
                either(report.consents(), consents),
                either(report.labels(), labels),
                either(report.blocks(), blocks),
                time);
    }

    private static <T> T either(T reported, T known) {
        return reported == null ? known : reported;
    }
}
