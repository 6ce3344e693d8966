package io.motengine.rules.reference;

import io.motengine.rules.reference.Entry.Told;
import io.motengine.schemas.event.ServiceContact;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Who the customer is after a decision, by {@code segments/} and {@code stages/}; an empty text if nothing was concluded yet.
 *
 * @param stageSince event time of the decision that began the stage; null before the first
 */
record Standing(String tier, String stage, Instant stageSince, boolean payroll) {
    static final Standing NONE = new Standing("", "", null, false);

    /** What follows from {@code cause}, looked at as of a time; a tier or stage that nothing concludes stays. */
    Standing after(Entry cause, Instant asOf, History history, Person person) {
        LocalDate today = Bank.day(asOf);
        Figures figures = new Figures(history, today);
        String newTier = tier(person, today, figures);
        String newStage = stage(cause, history, person, today, figures);
        return new Standing(
                newTier, newStage, newStage.equals(stage) ? stageSince : begun(asOf), figures.salaries90d() >= 1);
    }

    /** Also for an event that comes late, no stage begins before the one that it follows. */
    private Instant begun(Instant asOf) {
        return stageSince == null || asOf.isAfter(stageSince) ? asOf : stageSince;
    }

    private String tier(Person person, LocalDate today, Figures figures) {
        if (!person.isPerson()) {
            return tier;
        }
        BigDecimal aum = Bank.yuan(person.aum());
        long age = person.age(today);
        if (Bank.atLeast(aum, 6_000_000)) {
            return "private-banking";
        }
        if (Bank.atLeast(aum, 500_000)) {
            return "mid-to-high-end";
        }
        if (Bank.atLeast(aum, 50_000)) {
            return age < 60 ? "B" : "C";
        }
        boolean young = age >= 0 && age < 35;
        return young || figures.clicks30d() >= 20 ? "A" : "D";
    }

    /** Asked in the order of {@code policy.yaml}, for the first stage concluded there holds. */
    private String stage(Entry cause, History history, Person person, LocalDate today, Figures figures) {
        long silentDays = history.newestActivity()
                .map(newest -> ChronoUnit.DAYS.between(Bank.day(newest), today))
                .orElse(0L);
        long sinceOpening = person.daysSinceOpening(today);
        if (silentDays >= 90) {
            return "dormant";
        }
        boolean opening = sinceOpening >= 0 && sinceOpening < 4;
        if (opening || (sinceOpening < 0 && isTicket(cause))) {
            return "first-contact";
        }
        if (sinceOpening >= 4 && sinceOpening <= 90) {
            return "honeymoon";
        }
        if (sinceOpening > 90) {
            BigDecimal out = figures.outflow7d();
            return Bank.atLeast(out, 20_000) && out.compareTo(figures.inflow30d()) > 0 ? "at-risk" : "rising";
        }
        return stage;
    }

    private static boolean isTicket(Entry cause) {
        return cause instanceof Told told
                && told.body() instanceof ServiceContact contact
                && contact.kind().equals("branch-ticket");
    }
}
