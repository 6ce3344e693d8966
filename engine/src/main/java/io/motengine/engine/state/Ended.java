package io.motengine.engine.state;

import java.util.Comparator;
import java.util.List;

/**
 * An action that has ended, remembered so that what a channel says of it late is known to be about something.
 *
 * @param day since 1970, UTC, the clock of governance
 * @param action 32 bits of the action's id
 */
public record Ended(long day, int action) {
    /** So long after its end an action is known, the day on which it ends not counted. */
    public static final int DAYS = 14;

    /** Whoever gets more messages than this in that time is known by the newest. */
    private static final int MOST = 64;

    private static final long DAY = 24L * 60 * 60 * 1_000;
    private static final Comparator<Ended> ORDER =
            Comparator.comparingLong(Ended::day).thenComparingInt(Ended::action);

    /** Adds an action that ended at {@code at} (epoch milliseconds), and forgets those that ended too long before. */
    public static void add(List<Ended> ended, String actionId, long at) {
        Ended one = new Ended(Math.floorDiv(at, DAY), Contact.key(actionId));
        if (ended.stream().noneMatch(other -> other.action == one.action)) {
            ended.add(one);
        }
        tidy(ended);
    }

    /** As if all had ended with one customer. */
    static void merge(List<Ended> into, List<Ended> others) {
        others.stream().filter(one -> !into.contains(one)).forEach(into::add);
        tidy(into);
    }

    private static void tidy(List<Ended> ended) {
        ended.sort(ORDER);
        if (!ended.isEmpty()) {
            long newest = ended.get(ended.size() - 1).day;
            ended.removeIf(one -> one.day < newest - DAYS);
        }
        if (ended.size() > MOST) {
            ended.subList(0, ended.size() - MOST).clear();
        }
    }

    public boolean isOf(String actionId) {
        return action == Contact.key(actionId);
    }
}
