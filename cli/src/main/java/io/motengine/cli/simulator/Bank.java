package io.motengine.cli.simulator;

import io.motengine.schemas.event.HoldingUpdated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A simulated bank: what its systems send, in order of the simulated time. It reads no clock, and the same plan always gives
 * the same events.
 */
public final class Bank {
    private final BankPlan plan;
    private final BankClock clock;
    private final List<Person> people;

    public Bank(BankPlan plan) {
        this.plan = plan;
        this.clock = new BankClock(plan.zone());
        Population population = new Population(plan);
        this.people = IntStream.range(0, plan.customers())
                .mapToObj(population::person)
                .toList();
    }

    /** How many events {@link #opening} gives. */
    public long openingSize() {
        return atStart().mapToLong(person -> 1 + person.holdings().size()).sum();
    }

    /** Who the customers are and what they hold when the simulation begins. */
    public Stream<BankEvent> opening() {
        return atStart().flatMap(this::introduced);
    }

    /** What happens from the start on, without end, by time. */
    public Iterator<BankEvent> life() {
        List<Account> accounts = people.stream()
                .map(person -> new Account(person.accountId(), person.openingBalance()))
                .toList();
        return Stream.iterate(plan.firstDay(), day -> day.plusDays(1))
                .flatMap(day -> happenings(day, accounts).stream())
                .filter(event -> !event.time().isBefore(plan.start()))
                .iterator();
    }

    private Stream<Person> atStart() {
        return people.stream().filter(person -> person.isCustomerOn(plan.firstDay()));
    }

    private Stream<BankEvent> introduced(Person person) {
        List<BankEvent> events = new ArrayList<>();
        Instant time = plan.start().minusSeconds(3600);
        events.add(new BankEvent(
                person.id() + "-opening", Sources.of(person.profile()), person.id(), time, person.profile()));
        for (HoldingUpdated holding : person.holdings()) {
            events.add(new BankEvent(
                    holding.holdingId() + "-opening", Sources.of(holding), person.id(), time.plusSeconds(1), holding));
        }
        return events.stream();
    }

    private List<BankEvent> happenings(LocalDate date, List<Account> accounts) {
        List<BankEvent> events = new ArrayList<>();
        for (Person person : people) {
            Day day = new Day(person, date, Chance.of(plan.seed(), person.index(), date.toEpochDay()), plan.activity());
            if (person.openedOn().equals(date)) {
                new Opening().plan(day);
            } else if (person.isCustomerOn(date)) {
                Habit.OF_CUSTOMERS.forEach(habit -> habit.plan(day));
            }
            day.live(accounts.get(person.index()), clock, events::add);
        }
        events.sort(BankEvent.IN_TIME);
        return events;
    }
}
