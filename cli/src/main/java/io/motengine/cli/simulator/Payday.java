package io.motengine.cli.simulator;

import java.time.LocalTime;

/** The salary comes on its day of the month, as the employers' batches are booked; bills go out when it is there. */
final class Payday implements Habit {
    @Override
    public void plan(Day day) {
        Person person = day.person();
        if (person.payday() != day.date().getDayOfMonth()) {
            return;
        }
        LocalTime paid = day.chance().betweenHours(8, 17);
        day.at(paid, account -> account.credit(person.salary(), "salary", person.employersBank(), "batch"));
        for (int bill = 0; bill < day.chance().between(1, 4); bill++) {
            long fen = Math.round(person.salary() * day.chance().between(0.01, 0.12));
            long wait = day.chance().between(600, 6 * 3600);
            day.after(paid, wait, account -> account.debit(fen, "bill", null, "4900", "app"));
        }
    }
}
