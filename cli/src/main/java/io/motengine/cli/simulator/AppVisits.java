package io.motengine.cli.simulator;

import io.motengine.schemas.event.AppClick;
import java.time.LocalTime;
import java.util.List;

/** Visits to the app: a few pages each; some look at wealth products, some start a loan application, not all send it. */
final class AppVisits implements Habit {
    private static final double VISITS_A_DAY = 0.25;
    private static final double APPLICATIONS_A_DAY = 0.008;
    private static final double ABANDONED = 0.35;
    private static final List<String> PAGES = List.of("home", "home", "transfer", "cards", "wealth");
    private static final String LOAN = "consumer-loan";

    @Override
    public void plan(Day day) {
        if (!day.person().usesApp()) {
            return;
        }
        for (int visit = day.chance().times(VISITS_A_DAY * day.activity()); visit > 0; visit--) {
            visit(day, "s" + visit);
        }
        if (day.chance().happens(APPLICATIONS_A_DAY)) {
            apply(day);
        }
    }

    private static void visit(Day day, String session) {
        Chance chance = day.chance();
        LocalTime opened = chance.awake();
        long seconds = 0;
        for (int page = chance.between(2, 6); page > 0; page--) {
            click(day, opened, seconds, chance.oneOf(PAGES), "view", null, session);
            seconds += chance.between(5, 90);
        }
    }

    private static void apply(Day day) {
        Chance chance = day.chance();
        LocalTime opened = chance.awake();
        click(day, opened, 0, "home", "view", null, "loan");
        click(day, opened, 25, "loan-application", "view", LOAN, "loan");
        click(day, opened, 60, "loan-application", "start", LOAN, "loan");
        if (!chance.happens(ABANDONED)) {
            click(day, opened, chance.between(150, 540), "loan-application", "submit", LOAN, "loan");
        }
    }

    private static void click(
            Day day, LocalTime from, long seconds, String page, String action, String product, String session) {
        String customer = day.person().id();
        AppClick click = new AppClick(
                page,
                action,
                product,
                customer + "-" + day.date().toEpochDay() + "-" + session,
                "D" + customer.substring(1),
                null,
                "app");
        day.after(from, seconds, account -> click);
    }
}
