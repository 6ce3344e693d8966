package io.motengine.rules.reference;

import io.motengine.rules.reference.Entry.Abandoned;
import io.motengine.rules.reference.Entry.Told;
import io.motengine.schemas.event.Feedback;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Who of the candidates goes out, by {@code policy.yaml}: eligibility, caps, arbitration, channel. */
final class Candidates {
    private static final int PER_DAY = 1;
    private static final int PER_WEEK = 3;

    private static final Set<Feedback.Outcome> UNDER_WAY =
            EnumSet.of(Feedback.Outcome.DELIVERED, Feedback.Outcome.OPENED, Feedback.Outcome.CLICKED);

    private final List<Contact> contacts = new ArrayList<>();
    private final List<Out> out = new ArrayList<>();

    /** An action that its channel has not ended yet. */
    private record Out(Candidate candidate, String channel, Instant expires) {}

    private record Contact(Instant at, String action) {}

    private record Candidate(Card card, Moment moment) {
        String action() {
            return card.id() + "@" + moment.instance();
        }
    }

    /** Nobody was contacted if it was not delivered. */
    void take(Feedback feedback) {
        if (feedback.outcome() == Feedback.Outcome.NOT_DELIVERED) {
            contacts.removeIf(contact -> contact.action().equals(feedback.actionId()));
        }
        if (!UNDER_WAY.contains(feedback.outcome())) {
            out.removeIf(action -> action.candidate().action().equals(feedback.actionId()));
        }
    }

    /** Success: what is still out is called back. */
    void meetGoals(Told event, View view) {
        List<Out> met = out.stream()
                .filter(action -> action.candidate().card().goal().equals(event.type()))
                .toList();
        if (!met.isEmpty()) {
            expire(event.time());
        }
        for (Out action : met) {
            if (out.remove(action)) {
                view.cancelled(action.candidate().card().id(), action.channel(), event.time());
            }
        }
    }

    void fallBack(Feedback feedback, Person person, Instant now, View view) {}

    private void expire(Instant now) {
        out.removeIf(action -> !action.expires().isAfter(now));
    }

    /** What came of a form that turns out not to have been abandoned is called back; whoever saw it, saw it. */
    void callBack(Abandoned form, Instant now, View view) {
        for (Out action : List.copyOf(out)) {
            if (Moment.of(form).contains(action.candidate().moment())) {
                view.cancelled(action.candidate().card().id(), action.channel(), now);
                out.remove(action);
            }
        }
    }

    /** Writes into the view what becomes of each candidate for these moments. */
    void judge(List<Moment> moments, Standing standing, Person person, Instant now, View view) {
        List<Candidate> candidates = moments.stream()
                .flatMap(moment -> Card.ALL.stream()
                        .filter(card -> card.moment().equals(moment.name()))
                        .filter(card -> card.audience().test(standing, person))
                        .map(card -> new Candidate(card, moment)))
                .sorted(Comparator.comparing(
                                (Candidate candidate) -> -candidate.card().priority())
                        .thenComparing(candidate -> candidate.card().id())
                        .thenComparing(candidate -> candidate.moment().instance()))
                .toList();
        boolean won = false;
        List<Contact> before = List.copyOf(contacts);
        for (Candidate candidate : candidates) {
            Card card = candidate.card();
            String drop = drop(card, person, now, before);
            if (!drop.isEmpty() || won) {
                view.dropped(
                        card.id(),
                        drop.isEmpty() ? "outranked" : drop,
                        candidate.moment().instance());
                continue;
            }
            won = true;
            contacts.add(new Contact(now, candidate.action()));
            String channel = card.ladder().stream()
                    .filter(person.consents()::contains)
                    .findFirst()
                    .orElseThrow();
            expire(now);
            out.add(new Out(candidate, channel, now.plus(Duration.ofDays(card.expiresAfterDays()))));
            view.action(
                    candidate.action(), card.id(), channel, candidate.moment().instance(), now);
        }
    }

    private static String drop(Card card, Person person, Instant now, List<Contact> contacts) {
        LocalDate today = Bank.day(now);
        if (today.isAfter(Card.VALID_UNTIL)) {
            return "not-valid";
        }
        if (person.blocked()) {
            return "blocked";
        }
        if (card.riskGrade() > person.riskGrade()) {
            return "unsuitable";
        }
        if (card.ladder().stream().noneMatch(person.consents()::contains)) {
            return "no-consent";
        }
        List<LocalDate> days =
                contacts.stream().map(contact -> Bank.day(contact.at())).toList();
        if (days.stream().filter(today::equals).count() >= PER_DAY) {
            return "day-cap";
        }
        LocalDate monday = Bank.monday(today);
        return days.stream().map(Bank::monday).filter(monday::equals).count() >= PER_WEEK ? "week-cap" : "";
    }
}
