package io.motengine.cli.simulator;

import io.motengine.schemas.event.EventBody;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** One day in one customer's life: habits plan deeds, and the day lets them happen in order of time. */
final class Day {
    private final Person person;
    private final LocalDate date;
    private final Chance chance;
    private final double activity;
    private final List<Planned> planned = new ArrayList<>();

    Day(Person person, LocalDate date, Chance chance, double activity) {
        this.person = person;
        this.date = date;
        this.chance = chance;
        this.activity = activity;
    }

    Person person() {
        return person;
    }

    LocalDate date() {
        return date;
    }

    Chance chance() {
        return chance;
    }

    double activity() {
        return activity;
    }

    /** Plans a deed; it looks at the account when its time has come, and gives null if it cannot happen then. */
    void at(LocalTime time, Function<Account, EventBody> deed) {
        planned.add(new Planned(time, deed));
    }

    /** As {@link #at}, some seconds later; what would fall on the next day does not happen. */
    void after(LocalTime time, long seconds, Function<Account, EventBody> deed) {
        long second = time.toSecondOfDay() + seconds;
        if (second < 24 * 3600) {
            at(LocalTime.ofSecondOfDay(second), deed);
        }
    }

    void live(Account account, BankClock clock, Consumer<BankEvent> events) {
        planned.sort(Comparator.comparing(Planned::time));
        int number = 0;
        for (Planned each : planned) {
            EventBody body = each.deed.apply(account);
            if (body != null) {
                events.accept(new BankEvent(
                        "%s-%d-%d".formatted(person.id(), date.toEpochDay(), number++),
                        Sources.of(body),
                        person.id(),
                        clock.instant(date, each.time),
                        body));
            }
        }
    }

    private record Planned(LocalTime time, Function<Account, EventBody> deed) {}
}
