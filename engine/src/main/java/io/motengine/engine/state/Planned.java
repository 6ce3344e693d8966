package io.motengine.engine.state;

import java.util.List;
import java.util.Map;

/**
 * What is to become of a candidate later: the customer's record remembers all that is needed to judge it anew.
 *
 * @param moment name of the moment
 * @param subject what the moment is about; empty if nothing particular
 * @param variables that content may show
 * @param instance what raised the moment, as actions carry it
 * @param happened when, event time, epoch milliseconds
 * @param from rung from which the ladder is to be tried
 * @param dueAt epoch milliseconds, the clock of governance; {@link CustomerState#NEVER} for what is only kept to be readdressed
 * @param expiresAt epoch milliseconds, the clock of governance
 * @param action the action that this follows upon or stands for
 */
public record Planned(
        Kind kind,
        String strategy,
        String moment,
        String subject,
        Map<String, String> variables,
        String instance,
        long happened,
        int from,
        int attempt,
        long dueAt,
        long expiresAt,
        String action) {
    public Planned {
        variables = Map.copyOf(variables);
    }

    /** The same, following upon another action. */
    public Planned after(String newAction, int newAttempt) {
        return new Planned(
                kind,
                strategy,
                moment,
                subject,
                variables,
                instance,
                happened,
                from,
                newAttempt,
                dueAt,
                expiresAt,
                newAction);
    }

    /** The same action with a team or branch that has taken it over: nothing follows upon it any more. */
    public Planned handed(String newAction, int newAttempt) {
        return new Planned(
                Kind.HANDED,
                strategy,
                moment,
                subject,
                variables,
                instance,
                happened,
                from,
                newAttempt,
                CustomerState.NEVER,
                expiresAt,
                newAction);
    }

    /** The same, to be tried from another rung. */
    public Planned from(int rung, int newAttempt) {
        return new Planned(
                kind,
                strategy,
                moment,
                subject,
                variables,
                instance,
                happened,
                rung,
                newAttempt,
                dueAt,
                expiresAt,
                action);
    }

    /** Why it waits. */
    public enum Kind {
        /** Other moments of the same burst may still come. */
        SETTLE(0),
        /** Quiet hours, or a channel that is closed: a contact is reserved for when it ends. */
        RELEASE(1),
        /** The next step of the ladder. */
        STEP(2),
        /** Is out, and may have to be said again elsewhere. */
        KEPT(3),
        /** Lost to an action that may yet be denied: next in line. */
        RIVAL(4),
        /** Is out with a team or branch that has taken it over, and stays theirs when the relationship manager changes. */
        HANDED(5);

        /** As it stands in records: never changed, never used again. */
        private final int number;

        private static final List<Kind> ALL = List.of(values());

        Kind(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }

        static Kind of(long number) {
            for (Kind kind : ALL) {
                if (kind.number == number) {
                    return kind;
                }
            }
            throw new IllegalStateException("kind of a plan: " + number + " (expected: 0 to 5)");
        }
    }
}
