package io.motengine.rules.reference;

import io.motengine.rules.reference.Entry.Abandoned;
import io.motengine.rules.reference.Entry.Tick;
import io.motengine.rules.reference.Entry.Told;
import io.motengine.schemas.event.AppClick;
import io.motengine.schemas.event.CreditApplicationChanged;
import io.motengine.schemas.event.EventBody;
import io.motengine.schemas.event.Feedback;
import io.motengine.schemas.event.HoldingUpdated;
import io.motengine.schemas.event.ProfileUpdated;
import io.motengine.schemas.event.ServiceContact;
import io.motengine.schemas.event.TransactionPosted;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The whole of {@code rules/} for one customer, slow and obvious: keeps every event and works everything out anew from all of
 * them. Written from the content of the release and the design, so that it can disagree with the engine.
 *
 * <p>The clock is event time, as in a replay of history.
 */
final class ReferenceModel {
    /** Stands for an action that the customer never got. */
    static final String UNKNOWN_ACTION = "unknown";

    private static final Duration CORRECTION_ALLOWANCE = Duration.ofHours(6);

    private final History history = new History();
    private final Candidates candidates = new Candidates();
    private Standing standing = Standing.NONE;

    /** Whether any rule, feature, pattern, policy or goal looks at such events. */
    static boolean listensTo(EventBody body) {
        return body instanceof TransactionPosted
                || body instanceof AppClick
                || body instanceof ProfileUpdated
                || body instanceof HoldingUpdated
                || body instanceof ServiceContact
                || body instanceof CreditApplicationChanged
                || body instanceof Feedback;
    }

    /** Runs what is due up to the event's time, then the event. */
    View take(Told event) {
        View view = new View();
        runDue(event.time(), view);
        String status = judged(event);
        if (status.equals("decided")) {
            candidates.expire(event.time());
            decide(event, view);
            formsThatWereAbandonedBefore().forEach(form -> decide(form, view));
        }
        view.status(status);
        view.standing(standing.tier(), standing.stage(), standing.stageSince(), standing.payroll());
        view.due(nextDue().map(Entry::time).orElse(null));
        return view;
    }

    private String judged(Told event) {
        if (!hasRates(event.body())) {
            return "rate-missing";
        }
        if (history.remembers(event)) {
            return "duplicate";
        }
        if (event.body() instanceof Feedback feedback && feedback.actionId().equals(UNKNOWN_ACTION)) {
            return "unknown-action";
        }
        Instant newest = history.newestActivity().orElse(Instant.MIN);
        boolean tooLate =
                event.drivesTime() && event.time().plus(CORRECTION_ALLOWANCE).isBefore(newest);
        return tooLate ? "too-late" : "decided";
    }

    private static boolean hasRates(EventBody body) {
        if (body instanceof TransactionPosted posted) {
            return Bank.hasRate(posted.amount());
        }
        if (body instanceof HoldingUpdated held) {
            return Bank.hasRate(held.amount());
        }
        return !(body instanceof ProfileUpdated profile) || Bank.hasRate(profile.aum());
    }

    private void runDue(Instant upTo, View view) {
        for (Optional<Entry> due = nextDue();
                due.isPresent() && !due.get().time().isAfter(upTo);
                due = nextDue()) {
            decide(due.get(), view);
        }
    }

    /** The tick goes before a form of the same instant. */
    private Optional<Entry> nextDue() {
        Optional<Entry> tick = nextTick();
        Optional<Abandoned> form = history.openForms().stream().findFirst();
        boolean tickFirst = tick.isPresent()
                && (form.isEmpty() || !tick.get().time().isAfter(form.get().time()));
        return tickFirst ? tick : form.map(Entry.class::cast);
    }

    /** The first 08:00 after the customer's clock, on a day that {@code calendar.yaml} names. */
    private Optional<Entry> nextTick() {
        Optional<Instant> clock = history.clock();
        return clock.flatMap(now -> tickDays()
                .map(Bank::tickOn)
                .filter(tick -> tick.isAfter(now))
                .min(Instant::compareTo)
                .map(Tick::new));
    }

    private Stream<LocalDate> tickDays() {
        Person person = new Person(history);
        List<LocalDate> days = new ArrayList<>();
        person.wealth().forEach(held -> days.add(held.maturesOn().minusDays(3)));
        if (person.openedOn() != null) {
            days.add(person.openedOn().plusDays(4));
            days.add(person.openedOn().plusDays(91));
        }
        history.newestActivity().ifPresent(newest -> days.add(Bank.day(newest).plusDays(90)));
        return days.stream();
    }

    /** What a late click has made of the past. */
    private List<Abandoned> formsThatWereAbandonedBefore() {
        Instant clock = history.clock().orElseThrow();
        return history.openForms().stream()
                .filter(form -> !form.time().isAfter(clock))
                .toList();
    }

    /** What is told about a customer late, or turns out late, is about the customer of today. */
    private Instant asOf(Entry cause) {
        Instant clock = history.clock().orElse(cause.time());
        boolean told = cause instanceof Abandoned || (cause instanceof Told event && !event.drivesTime());
        return told && clock.isAfter(cause.time()) ? clock : cause.time();
    }

    private void decide(Entry cause, View view) {
        Set<Abandoned> before = history.abandonedForms();
        boolean managed = new Person(history).hasRelationshipManager();
        history.add(cause);
        Set<Abandoned> still = history.abandonedForms();
        before.stream().filter(form -> !still.contains(form)).forEach(form -> {
            view.retracted(form.pattern());
            candidates.callBack(form, cause.time(), view);
        });
        if (cause instanceof Told told && told.body() instanceof Feedback feedback) {
            candidates.take(feedback);
        }
        Person person = new Person(history);
        if (cause instanceof Told told) {
            candidates.meetGoals(told, view);
            if (told.body() instanceof Feedback feedback) {
                candidates.fallBack(feedback, person, told.time(), view);
            } else if (told.body() instanceof ProfileUpdated report) {
                boolean managerIsNew = managed != person.hasRelationshipManager();
                candidates.profileChanged(report, managerIsNew, person, told.time(), view);
            }
        }
        standing = standing.after(cause, asOf(cause), history, person);
        List<Moment> moments = Moment.of(cause, person);
        moments.forEach(moment -> view.moment(moment.name(), moment.instance(), cause.time()));
        candidates.judge(moments, standing, person, cause.time(), view);
    }
}
