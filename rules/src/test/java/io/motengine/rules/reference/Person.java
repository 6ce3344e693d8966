package io.motengine.rules.reference;

import io.motengine.rules.reference.History.Fact;
import io.motengine.schemas.event.HoldingUpdated;
import io.motengine.schemas.event.ProfileUpdated;
import io.motengine.schemas.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** What the bank knows of a customer: of all reports, the newest word on each thing. */
final class Person {
    private final List<Fact<ProfileUpdated>> reports;
    private final Map<String, HoldingUpdated> holdings;

    Person(History history) {
        reports = history.all(ProfileUpdated.class);
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

    /** What the newest report that has the member says, however late older ones come; of two of the same time the greater. */
    private <T> T last(Function<ProfileUpdated, T> member, T unknown) {
        return reports.stream()
                .filter(report -> member.apply(report.body()) != null)
                .max(Comparator.comparing((Fact<ProfileUpdated> report) -> report.time())
                        .thenComparing(report -> member.apply(report.body()).toString()))
                .map(report -> member.apply(report.body()))
                .orElse(unknown);
    }

    boolean isPerson() {
        return last(ProfileUpdated::kind, "person").equals("person");
    }

    /** Of two reports of one instant the greater text holds, once both are in yuan. */
    Money aum() {
        return last(
                report -> report.aum() == null
                        ? null
                        : Money.of(Bank.yuan(report.aum()).toPlainString(), "CNY"),
                null);
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

    /** An empty text if the customer has none. */
    String preferredChannel() {
        return last(ProfileUpdated::preferredChannel, "");
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
