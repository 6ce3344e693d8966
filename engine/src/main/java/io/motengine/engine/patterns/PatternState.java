package io.motengine.engine.patterns;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;

/**
 * One pattern of one customer: the progress that no late event can change any more, the events that came after it, and what has
 * been raised from them.
 *
 * <p>What is true follows from the settled progress and the recent events in their order, each time anew; so the order of
 * arrival cannot matter as long as an event belongs among the recent ones.
 */
final class PatternState {
    /** Should more events than this be recent, the oldest are settled early: a late event then no longer comes before them. */
    static final int MOST_RECENT = 256;

    private final Progress settled;
    private final List<Occurrence> recent;
    private final SortedSet<Completion> raised;

    /** What has to be raised and retracted, and when the next wait ends. */
    record Difference(List<Completion> raise, List<Completion> retract, long nextDue) {
        static final Difference NONE = new Difference(List.of(), List.of(), Long.MAX_VALUE);

        boolean isEmpty() {
            return raise.isEmpty() && retract.isEmpty();
        }
    }

    PatternState() {
        this(new Progress(), new ArrayList<>(), Completion.set());
    }

    PatternState(Progress settled, List<Occurrence> recent, SortedSet<Completion> raised) {
        this.settled = settled;
        this.recent = recent;
        this.raised = raised;
    }

    Progress settled() {
        return settled;
    }

    List<Occurrence> recent() {
        return recent;
    }

    SortedSet<Completion> raised() {
        return raised;
    }

    boolean isEmpty() {
        return settled.chains().isEmpty() && recent.isEmpty() && raised.isEmpty();
    }

    /** Takes an event in; once only, however often it is told. */
    void insert(Occurrence event) {
        // Most come in their order.
        if (recent.isEmpty() || recent.get(recent.size() - 1).compareTo(event) < 0) {
            recent.add(event);
            return;
        }
        int at = Collections.binarySearch(recent, event);
        if (at < 0) {
            recent.add(-at - 1, event);
        }
    }

    /**
     * Works out what is true and compares it with what was raised.
     *
     * @param clock waits that end up to here have ended
     * @param floor events before this are settled; {@code Long.MIN_VALUE} settles none
     * @param older an event from before {@code floor}, or null: what it waits for in vain up to {@code floor} is not raised, since
     *     what would have prevented it may be just as late
     */
    Difference reckon(CompiledPattern pattern, long clock, long floor, Occurrence older) {
        SortedSet<Completion> past = settle(pattern, floor);
        forgetPreventers(pattern, floor);
        if (older != null && pattern.waits() && !past.isEmpty()) {
            past.removeIf(done -> done.instance().equals(older.instance()));
        }
        SortedSet<Completion> open = replay(pattern);
        if (past.isEmpty() && open.isEmpty() && raised.isEmpty()) {
            return Difference.NONE;
        }
        List<Completion> raise = new ArrayList<>();
        for (Completion done : past) {
            // What is settled is done with: should a source give an event's name a second time, it begins something
            // new.
            if (!raised.remove(done)) {
                raise.add(done);
            }
        }
        List<Completion> retract = List.of();
        if (!raised.isEmpty()) {
            retract = raised.stream().filter(done -> !open.contains(done)).toList();
            raised.removeAll(retract);
        }
        if (!open.isEmpty()) {
            open.removeAll(raised);
        }
        long nextDue = Long.MAX_VALUE;
        for (Completion done : open) {
            if (pattern.waits() && done.at() > clock) {
                nextDue = Math.min(nextDue, done.at());
            } else {
                raise.add(done);
                raised.add(done);
            }
        }
        return new Difference(raise, retract, nextDue);
    }

    private SortedSet<Completion> settle(CompiledPattern pattern, long floor) {
        int settling = Math.max(0, recent.size() - MOST_RECENT);
        while (settling < recent.size() && recent.get(settling).time() < floor) {
            settling++;
        }
        List<Occurrence> old = recent.subList(0, settling);
        if (settled.chains().isEmpty() && noneBegins(old)) {
            old.clear();
            return Completion.NONE;
        }
        SortedSet<Completion> completed = Completion.set();
        old.forEach(event -> settled.take(event, pattern, completed));
        old.clear();
        if (floor != Long.MIN_VALUE) {
            settled.endWaits(floor, pattern, completed);
            settled.forgetExpired(floor, pattern);
        }
        return completed;
    }

    /**
     * While nothing is under way, of the events that only prevent the newest alone matters: whatever may still begin before several
     * of them is prevented by that one too, since its wait does not end before it.
     */
    private void forgetPreventers(CompiledPattern pattern, long floor) {
        int last = recent.size() - 1;
        // With keys there may be several chains, which compete for room.
        if (last < 1
                || pattern.spec().by() != null
                || floor == Long.MIN_VALUE
                || pattern.end(floor) <= recent.get(last).time()
                || !settled.chains().isEmpty()
                || !raised.isEmpty()) {
            return;
        }
        for (Occurrence event : recent) {
            if (event.matched() != Occurrence.UNLESS) {
                return;
            }
        }
        recent.subList(0, last).clear();
    }

    private SortedSet<Completion> replay(CompiledPattern pattern) {
        if (settled.chains().isEmpty() && noneBegins(recent)) {
            return Completion.NONE;
        }
        SortedSet<Completion> completed = Completion.set();
        Progress progress = settled.copy();
        recent.forEach(event -> progress.take(event, pattern, completed));
        progress.endWaits(Long.MAX_VALUE, pattern, completed);
        return completed;
    }

    /** Without a beginning there is nothing to go on with, to prevent or to wait for. */
    private static boolean noneBegins(List<Occurrence> events) {
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).does(0)) {
                return false;
            }
        }
        return true;
    }

    /** The last moment at which anything of this can matter. */
    long until(CompiledPattern pattern) {
        long newestStart = recent.isEmpty()
                ? Long.MIN_VALUE
                : recent.get(recent.size() - 1).time();
        for (Chain chain : settled.chains().values()) {
            newestStart = Math.max(newestStart, chain.newestStart());
        }
        long until = newestStart == Long.MIN_VALUE ? newestStart : pattern.end(newestStart);
        for (Completion completion : raised) {
            until = Math.max(until, completion.at());
        }
        return until;
    }

    /** Drops everything under one key; returns whether there was anything. */
    boolean forget(String key) {
        boolean any = settled.chains().remove(key) != null;
        any |= recent.removeIf(event -> event.key().equals(key));
        any |= raised.removeIf(done -> done.key().equals(key));
        return any;
    }

    /** Two identities become one. */
    void merge(PatternState other) {
        settled.merge(other.settled);
        other.recent.forEach(this::insert);
        raised.addAll(other.raised);
    }
}
