package io.motengine.engine.patterns;

import java.util.ArrayList;
import java.util.List;

/**
 * How far one key has come: for each step the latest start from which all steps up to it have been done, and the start whose
 * wait is running.
 *
 * <p>A start further on is never later than one not so far on, since it has passed through all steps before.
 */
final class Chain {
    private final List<Start> reached;
    private Start awaited;

    Chain() {
        this(List.of(), null);
    }

    Chain(List<Start> reached, Start awaited) {
        this.reached = new ArrayList<>(reached);
        this.awaited = awaited;
    }

    Chain copy() {
        return new Chain(reached, awaited);
    }

    List<Start> reached() {
        return reached;
    }

    /** Null if no wait is running. */
    Start awaited() {
        return awaited;
    }

    boolean isEmpty() {
        return reached.isEmpty() && awaited == null;
    }

    /** When what is newest here began. */
    long newestStart() {
        long newest = awaited == null ? Long.MIN_VALUE : awaited.time();
        return reached.isEmpty() ? newest : Math.max(newest, reached.get(0).time());
    }

    /** The start that an event at {@code time} may take past {@code step}, or null. */
    Start startBefore(int step, long time, CompiledPattern pattern) {
        if (step > reached.size()) {
            return null;
        }
        Start start = reached.get(step - 1);
        return start.time() <= time && time <= pattern.end(start.time()) ? start : null;
    }

    /** Step done from {@code start}; what came from a later start stays, should an event be older than what is settled. */
    void reach(int step, Start start) {
        if (step == reached.size()) {
            reached.add(start);
        } else if (reached.get(step).time() <= start.time()) {
            reached.set(step, start);
        }
    }

    /** All steps done: the next completion needs new ones. */
    void forgetSteps() {
        reached.clear();
    }

    /** Waits from {@code start}; a newer wait goes before an older one. */
    void await(Start start) {
        if (awaited == null || awaited.time() <= start.time()) {
            awaited = start;
        }
    }

    void stopWaiting() {
        awaited = null;
    }

    /** Whatever began until {@code time} has been prevented. */
    void prevent(long time) {
        reached.removeIf(start -> start.time() <= time);
        if (awaited != null && awaited.time() <= time) {
            awaited = null;
        }
    }

    /** Forgets starts whose time had run out before {@code time}. */
    void forgetExpired(long time, CompiledPattern pattern) {
        reached.removeIf(start -> pattern.end(start.time()) < time);
    }

    /** Two identities become one: what is later holds. */
    void merge(Chain other) {
        for (int step = 0; step < other.reached.size(); step++) {
            reach(step, other.reached.get(step));
        }
        if (other.awaited != null) {
            await(other.awaited);
        }
    }
}
