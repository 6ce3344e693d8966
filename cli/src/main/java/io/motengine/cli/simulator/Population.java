package io.motengine.cli.simulator;

import static io.motengine.cli.simulator.Account.CURRENCY;

import io.motengine.schemas.event.ProfileUpdated;
import io.motengine.schemas.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Makes the people of the simulated bank, each by chance of their own. */
final class Population {
    private static final int BRANCHES = 40;
    private static final long WEALTHY = 500_000_00L;
    private static final List<Integer> PAYDAYS = List.of(10, 10, 10, 15, 15, 5, 11, 20, 25, 28);
    private static final List<String> EMPLOYERS_BANKS = List.of("ICBC", "CCB", "CMB");
    private final BankPlan plan;

    Population(BankPlan plan) {
        this.plan = plan;
    }

    Person person(int index) {
        Chance chance = Chance.of(plan.seed(), index);
        String id = "C%07d".formatted(index);
        boolean company = chance.happens(0.03);
        int age = chance.between(18, 80);
        long aum = Math.round(chance.around(company ? 400_000_00L : 60_000_00L * (0.4 + age / 60.0), 1.3));
        LocalDate openedOn = openedOn(chance);
        long salary = Math.round(chance.around(9_000_00, 0.45));
        boolean paid = !company && age < 60 && chance.happens(0.7);
        ProfileUpdated profile = profile(chance, company, age, aum, openedOn);
        return new Person(
                index,
                id,
                profile,
                openedOn,
                paid ? chance.oneOf(PAYDAYS) : 0,
                salary,
                chance.happens(0.3) ? chance.oneOf(EMPLOYERS_BANKS) : null,
                openedOn.isBefore(plan.firstDay()) ? Math.round(aum * chance.between(0.1, 0.6)) : 0,
                chance.happens(age < 60 ? 0.9 : 0.4),
                Holdings.of(chance, id, aum, openedOn, plan.firstDay()));
    }

    /** One in twenty came within the honeymoon's 90 days, a few come in the days that will be simulated. */
    private LocalDate openedOn(Chance chance) {
        if (chance.happens(0.006)) {
            return plan.firstDay().plusDays(chance.between(0, 3));
        }
        boolean recent = chance.happens(0.05);
        return plan.firstDay().minusDays(recent ? chance.between(1, 90) : chance.between(90, 4_000));
    }

    private ProfileUpdated profile(Chance chance, boolean company, int age, long aum, LocalDate openedOn) {
        return new ProfileUpdated(
                company ? "company" : "person",
                company ? null : plan.firstDay().minusYears(age).minusDays(chance.between(0, 365)),
                openedOn,
                "R" + chance.between(1, 6),
                new Money(aum, CURRENCY),
                plan.zone().getId(),
                chance.happens(0.93) ? "zh" : "en",
                "B%03d".formatted(chance.between(1, BRANCHES + 1)),
                aum >= WEALTHY || chance.happens(0.1) ? "RM%04d".formatted(chance.between(1, 400)) : null,
                consents(chance),
                List.of(),
                chance.happens(0.004) ? List.of(chance.oneOf(List.of("collections", "bereavement"))) : List.of(),
                null);
    }

    private static List<String> consents(Chance chance) {
        List<String> consents = new ArrayList<>();
        consent(chance, 0.85, "app-push", consents);
        consent(chance, 0.8, "sms", consents);
        consent(chance, 0.95, "in-app", consents);
        consent(chance, 0.6, "wecom", consents);
        consent(chance, 0.4, "call", consents);
        consent(chance, 0.75, "rm-task", consents);
        return consents;
    }

    private static void consent(Chance chance, double probability, String channel, List<String> consents) {
        if (chance.happens(probability)) {
            consents.add(channel);
        }
    }
}
