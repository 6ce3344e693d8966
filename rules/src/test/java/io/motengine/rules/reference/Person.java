package io.motengine.rules.reference;

import io.motengine.rules.reference.History.Fact;
import io.motengine.schemas.event.HoldingUpdated;
import io.motengine.schemas.event.ProfileUpdated;
import io.motengine.schemas.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** What the bank knows of a customer: of all reports, in the order they came, those that were newer than the one before. */
final class Person {
    private final List<ProfileUpdated> reports;
    private final Map<String, HoldingUpdated> holdings;

    Person(History history) {
        reports = inOrder(history.all(ProfileUpdated.class));
        holdings = new TreeMap<>();
        Map<String, Instant> newest = new TreeMap<>();
        for (Fact<HoldingUpdated> report : history.all(HoldingUpdated.class)) {
            String id = report.body().holdingId();
            if (!report.time().isBefore(newest.getOrDefault(id, Instant.MIN))) {
                newest.put(id, report.time());
                holdings.put(id, report.body());
            }
        }
    }

    private static List<ProfileUpdated> inOrder(List<Fact<ProfileUpdated>> reports) {
        Instant[] newest = {Instant.MIN};
        return reports.stream()
                .filter(report -> !report.time().isBefore(newest[0]))
                .peek(report -> newest[0] = report.time())
                .map(Fact::body)
                .toList();
    }

    /** The last that any report said; what a report leaves out stays. */
    private <T> T last(Function<ProfileUpdated, T> member, T unknown) {
        T known = unknown;
        for (ProfileUpdated report : reports) {
            T said = member.apply(report);
            known = said == null ? known : said;
        }
        return known;
    }

    boolean isPerson() {
        return last(ProfileUpdated::kind, "person").equals("person");
    }

    Money aum() {
        return last(ProfileUpdated::aum, null);
    }

    /** -1 if the birthday is unknown. */
    long age(LocalDate today) {
        LocalDate birth = last(ProfileUpdated::birthDate, null);
        return birth == null ? -1 : ChronoUnit.YEARS.between(birth, today);
    }

    LocalDate openedOn() {
        return last(ProfileUpdated::openedOn, null);
    }

    /** -1 if there is no account. */
    long daysSinceOpening(LocalDate today) {
        return openedOn() == null ? -1 : ChronoUnit.DAYS.between(openedOn(), today);
    }

    int riskGrade() {
        return Integer.parseInt(last(ProfileUpdated::riskGrade, "R0").substring(1));
    }

    boolean hasRelationshipManager() {
        return last(ProfileUpdated::relationshipManager, null) != null;
    }

    List<String> consents() {
        return last(ProfileUpdated::consents, List.of());
    }

    boolean blocked() {
        return !last(ProfileUpdated::blocks, List.of()).isEmpty();
    }

    /** Wealth products that are held and have an end, by id. */
    List<HoldingUpdated> wealth() {
        return holdings.values().stream()
                .filter(held -> held.status() == HoldingUpdated.Status.ACTIVE)
                .filter(held -> held.family().equals("wealth") && held.maturesOn() != null)
                .toList();
    }
}
