package io.motengine.rules.reference;

import io.motengine.rules.reference.Entry.Abandoned;
import io.motengine.rules.reference.Entry.Told;
import io.motengine.schemas.event.Feedback;
import io.motengine.schemas.event.ProfileUpdated;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Who of the candidates goes out, by {@code policy.yaml}: eligibility, caps, arbitration, channel. */
final class Candidates {
    private static final int PER_DAY = 1;
    private static final int PER_WEEK = 3;

    private static final Set<Feedback.Outcome> UNDER_WAY =
            EnumSet.of(Feedback.Outcome.DELIVERED, Feedback.Outcome.OPENED, Feedback.Outcome.CLICKED);

    private static final Set<String> PEOPLE = Set.of("rm-task", "wecom");

    private final List<Contact> contacts = new ArrayList<>();
    private final List<Out> out = new ArrayList<>();

    /** What may have to go another way. */
    private final List<Out> kept = new ArrayList<>();

    /** An action that its channel has not ended yet. */
    private record Out(Candidate candidate, String id, String channel, Instant expires) {}

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
            out.removeIf(action -> action.id().equals(feedback.actionId()));
        }
    }

    /** Success: what is still out is called back. */
    void meetGoals(Told event, View view) {
        if (Stream.concat(out.stream(), kept.stream()).noneMatch(action -> isMet(action, event))) {
            return;
        }
        expire(event.time());
        for (Out action : List.copyOf(out)) {
            if (isMet(action, event)) {
                view.cancelled(action.candidate().card().id(), action.channel(), event.time());
                out.remove(action);
            }
        }
        kept.removeIf(action -> isMet(action, event));
    }

    private static boolean isMet(Out action, Told event) {
        return action.candidate().card().goal().equals(event.type());
    }

    /** What could not be delivered goes by another channel of its ladder, if policy lets it, and by none twice. */
    void fallBack(Feedback feedback, Person person, Instant now, View view) {
        if (feedback.outcome() != Feedback.Outcome.NOT_DELIVERED) {
            return;
        }
        for (Out action : List.copyOf(kept)) {
            if (action.id().equals(feedback.actionId())) {
                kept.remove(action);
                Card left = action.candidate().card().without(action.channel());
                if (!left.ladder().isEmpty()) {
                    again(action, left, person, now, view);
                }
            }
        }
    }

    private void again(Out action, Card card, Person person, Instant now, View view) {
        String drop = drop(card, person, now, contacts);
        if (drop.isEmpty()) {
            issue(new Candidate(card, action.candidate().moment()), person, now, action.expires(), view);
        } else {
            view.dropped(card.id(), drop, action.candidate().moment().instance());
        }
    }

    private void issue(Candidate candidate, Person person, Instant now, Instant expires, View view) {
        Card card = candidate.card();
        String channel = card.ladder().stream()
                .filter(person.consents()::contains)
                .findFirst()
                .orElseThrow();
        String id = candidate.action() + "@" + channel;
        expire(now);
        contacts.add(new Contact(now, id));
        out.add(new Out(candidate, id, channel, expires));
        kept.add(new Out(candidate, id, channel, expires));
        view.action(id, card.id(), channel, candidate.moment().instance(), now);
    }

    /** Nobody is approached against their will, and tasks go to the new manager. */
    void profileChanged(ProfileUpdated report, boolean managerIsNew, Person person, Instant now, View view) {
        if (report.blocks() != null && person.blocked()) {
            cancel(action -> true, now, view);
        }
        if (report.consents() != null) {
            cancel(action -> !person.consents().contains(action.channel()), now, view);
        }
        for (Out action : managerIsNew ? List.copyOf(kept) : List.<Out>of()) {
            if (out.contains(action) && PEOPLE.contains(action.channel())) {
                readdress(action, now, view);
            }
        }
    }

    private void cancel(Predicate<Out> which, Instant now, View view) {
        expire(now);
        for (Out action : List.copyOf(out)) {
            if (which.test(action)) {
                view.cancelled(action.candidate().card().id(), action.channel(), now);
                out.remove(action);
                kept.remove(action);
            }
        }
    }

    private void readdress(Out action, Instant now, View view) {
        Candidate candidate = action.candidate();
        Out again = new Out(candidate, action.id() + "@again", action.channel(), action.expires());
        view.cancelled(candidate.card().id(), action.channel(), now);
        out.remove(action);
        out.add(again);
        kept.replaceAll(old -> old.equals(action) ? again : old);
        contacts.replaceAll(
                contact -> contact.action().equals(action.id()) ? new Contact(contact.at(), again.id()) : contact);
        view.action(
                again.id(),
                candidate.card().id(),
                action.channel(),
                candidate.moment().instance(),
                now);
    }

    /** What has ended needs nothing more. */
    void expire(Instant now) {
        out.removeIf(action -> !action.expires().isAfter(now));
        kept.removeIf(action -> !out.contains(action));
    }

    /** What came of a form that turns out not to have been abandoned is called back; whoever saw it, saw it. */
    void callBack(Abandoned form, Instant now, View view) {
        for (Out action : List.copyOf(out)) {
            if (Moment.of(form).contains(action.candidate().moment())) {
                view.cancelled(action.candidate().card().id(), action.channel(), now);
                out.remove(action);
                kept.remove(action);
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
            issue(candidate, person, now, now.plus(Duration.ofDays(card.expiresAfterDays())), view);
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
