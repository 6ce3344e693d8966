package io.motengine.cli.simulator;

import io.motengine.schemas.event.AppClick;
import io.motengine.schemas.event.HoldingUpdated;
import io.motengine.schemas.event.ServiceContact;
import java.time.LocalTime;

/** The day on which someone becomes a customer: a ticket, an account, a card, a first deposit, a first look at the app. */
final class Opening implements Habit {
    @Override
    public void plan(Day day) {
        Person person = day.person();
        Chance chance = day.chance();
        LocalTime ticket = chance.betweenHours(9, 16);
        day.at(
                ticket,
                account -> new ServiceContact("branch-ticket", person.profile().branch(), "account-opening"));
        long opened = chance.between(900, 2_400);
        day.after(ticket, opened, account -> person.profile());
        long seconds = opened + 60;
        for (HoldingUpdated holding : person.holdings()) {
            day.after(ticket, seconds, account -> holding);
            seconds += 30;
        }
        long first = chance.between(1, 50) * 100_000L;
        day.after(ticket, seconds + 300, account -> account.credit(first, "cash", null, "counter"));
        if (person.usesApp()) {
            AppClick click = new AppClick(
                    "home",
                    "view",
                    null,
                    person.id() + "-first",
                    "D" + person.id().substring(1),
                    null,
                    "app");
            day.after(ticket, seconds + chance.between(600, 7_200), account -> click);
        }
    }
}
