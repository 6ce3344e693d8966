package io.motengine.engine.release;

import io.motengine.engine.events.Condition;
import io.motengine.engine.events.EventMember;
import io.motengine.engine.events.KnownEvents;
import java.util.List;
import java.util.Map;

/** Checks what is said about an event: its type, and conditions on its members. */
final class EventCheck {
    private final KnownEvents events;
    private final Report report;

    /** Takes what was found and expected at a JSON pointer, unless it holds. */
    @FunctionalInterface
    interface Report {
        boolean require(boolean holds, String pointer, String found, String expected);
    }

    EventCheck(KnownEvents events, Report report) {
        this.events = events;
        this.report = report;
    }

    /** The fact class of a type, or null after reporting that there is none. */
    Class<?> event(String pointer, String event) {
        Class<?> type = event == null ? null : events.factOf(event);
        report.require(
                type != null, pointer, "event: " + event, Spelling.choices(String.valueOf(event), events.types()));
        return type;
    }

    /** @param type null if it is not known: then its conditions cannot be checked */
    void where(String pointer, Class<?> type, Map<String, Condition> where) {
        if (type == null) {
            return;
        }
        where.forEach((name, condition) -> {
            EventMember member = member(pointer + "/" + name, type, name);
            report.require(
                    member == null
                            || condition == null
                            || !condition.isRange()
                            || member.kind() == EventMember.Kind.MONEY
                            || member.kind() == EventMember.Kind.NUMBER,
                    pointer + "/" + name,
                    "a range of " + name,
                    "a member that is money or a number");
        });
    }

    /** The member, or null after reporting that there is none. */
    EventMember member(String pointer, Class<?> type, String name) {
        EventMember member = name == null ? null : EventMember.of(type, name);
        List<String> names = EventMember.names(type);
        report.require(
                member != null,
                pointer,
                "member: " + name,
                Spelling.suggestion(String.valueOf(name), names) + "a member of " + type.getSimpleName() + ": "
                        + String.join(", ", names));
        return member;
    }
}
