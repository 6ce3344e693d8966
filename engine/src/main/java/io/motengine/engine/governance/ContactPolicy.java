package io.motengine.engine.governance;

import io.motengine.engine.release.Policy;
import io.motengine.engine.state.Contact;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/** Caps on marketing contacts over all channels. Service messages are never counted nor capped. */
final class ContactPolicy {
    private ContactPolicy() {}

    static Optional<Drop> check(Candidate candidate, Situation situation) {
        if (candidate.card().service()) {
            return Optional.empty();
        }
        Policy.Contacts caps = situation.policy().contacts();
        LocalDate today = day(situation.now(), situation);
        long thisDay = situation.contacts().stream()
                .filter(contact -> day(contact, situation).equals(today))
                .count();
        if (thisDay >= caps.perDay()) {
            return drop("day-cap", thisDay + " contacts on " + today + ", at most " + caps.perDay() + " a day");
        }
        LocalDate monday = monday(today);
        long thisWeek = situation.contacts().stream()
                .filter(contact -> monday(day(contact, situation)).equals(monday))
                .count();
        if (thisWeek >= caps.perWeek()) {
            return drop(
                    "week-cap",
                    thisWeek + " contacts in the week of " + monday + ", at most " + caps.perWeek() + " a week");
        }
        return Optional.empty();
    }

    private static LocalDate day(Contact contact, Situation situation) {
        return day(Instant.ofEpochMilli(contact.at()), situation);
    }

    private static LocalDate day(Instant time, Situation situation) {
        return time.atZone(situation.zone()).toLocalDate();
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static Optional<Drop> drop(String reason, String detail) {
        return Optional.of(new Drop(Layer.CONTACT_POLICY, reason, detail));
    }
}
