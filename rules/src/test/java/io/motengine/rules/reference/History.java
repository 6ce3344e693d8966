package io.motengine.rules.reference;

import io.motengine.rules.reference.Entry.Abandoned;
import io.motengine.rules.reference.Entry.Told;
import io.motengine.schemas.event.EventBody;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Everything that was ever decided about a customer. All questions are answered from the whole list, each time anew. */
final class History {
    private static final Duration DEDUPE_HORIZON = Duration.ofHours(24);

    private final List<Entry> entries = new ArrayList<>();
    private final List<Fact<EventBody>> events = new ArrayList<>();

    /** Events whose repetition would be known. */
    private final List<Told> remembered = new ArrayList<>();

    /** An event with the day that it fell on and its body as what it is. */
    record Fact<B>(Told told, LocalDate day, B body) {
        Instant time() {
            return told.time();
        }
    }

    void add(Entry entry) {
        entries.add(entry);
        if (entry instanceof Told told) {
            events.add(new Fact<>(told, Bank.day(told.time()), told.body()));
            remember(told);
        }
    }

    private Stream<Told> told() {
        return events.stream().map(Fact::told);
    }

    /** Events of one kind, in the order they came. */
    <B> List<Fact<B>> all(Class<B> kind) {
        return events.stream()
                .filter(fact -> kind.isInstance(fact.body()))
                .map(fact -> new Fact<>(fact.told(), fact.day(), kind.cast(fact.body())))
                .toList();
    }

    /** The newest transaction or click. */
    Optional<Instant> newestActivity() {
        return told().filter(Told::drivesTime).map(Told::time).max(Comparator.naturalOrder());
    }

    /** How far the customer's time has come: the very first event starts it, then activity and due work move it. */
    Optional<Instant> clock() {
        return clock(entries);
    }

    private static Optional<Instant> clock(List<Entry> entries) {
        Optional<Told> first = entries.stream()
                .filter(Told.class::isInstance)
                .map(Told.class::cast)
                .findFirst();
        return entries.stream()
                .filter(entry -> !(entry instanceof Told told) || told.drivesTime() || told.equals(first.orElseThrow()))
                .map(Entry::time)
                .max(Comparator.naturalOrder());
    }

    /** Whether an event of this source and id is still remembered: each event forgets what is beyond the horizon. */
    boolean remembers(Told event) {
        return remembered.stream().anyMatch(told -> told.name().equals(event.name()));
    }

    /** What customers did is judged by the newest of that; what is told of them later, by the newest that is known. */
    private void remember(Told event) {
        Instant done = newestActivity().orElse(Instant.MIN);
        Instant known = Stream.of(done, clock().orElseThrow(), event.time())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        remembered.removeIf(told -> {
            Instant newest = wholeMinute(told.time()).isAfter(wholeMinute(done)) ? known : done;
            return Duration.between(wholeMinute(told.time()), newest).compareTo(DEDUPE_HORIZON) > 0;
        });
        remembered.add(event);
    }

    /** Remembered is the minute at whose end, or in which, something was. */
    private static Instant wholeMinute(Instant time) {
        if (time.equals(Instant.MIN)) {
            return time;
        }
        Instant begun = time.truncatedTo(ChronoUnit.MINUTES);
        return begun.equals(time) ? time : begun.plus(1, ChronoUnit.MINUTES);
    }

    /** Loan forms that are open now, the next due first. */
    List<Abandoned> openForms() {
        return forms().open();
    }

    /** Loan forms that were found abandoned, less those of which a late click says otherwise. */
    Set<Abandoned> abandonedForms() {
        return forms().raised();
    }

    private LoanForms forms() {
        LoanForms forms = new LoanForms();
        entries.forEach(forms::take);
        return forms;
    }
}
