package io.motengine.cli.demo;

import io.motengine.schemas.action.ActionIssued;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** All that a run counts. Written by the feed and the reader of outputs, read by the screen. */
public final class Figures {
    private static final int SHOWN_ACTIONS = 6;
    private static final long LONGEST_MILLIS = 3_600_000;
    private final Counts events = new Counts();
    private final Counts moments = new Counts();
    private final Counts actions = new Counts();
    private final Counts cancelled = new Counts();
    private final Counts dropped = new Counts();
    private final Counts deadLetters = new Counts();
    private final Counts repeats = new Counts();
    private final Counts views = new Counts();
    private final Counts told = new Counts();
    private final AtomicLong unreadable = new AtomicLong();
    private final Histogram latency = new ConcurrentHistogram(LONGEST_MILLIS, 3);
    private final Deque<ActionIssued> latest = new ArrayDeque<>();
    private final StoryBoard stories;

    Figures(StoryBoard stories) {
        this.stories = stories;
    }

    /** How the stories go. */
    StoryBoard stories() {
        return stories;
    }

    /** Sent, by type. */
    public Counts events() {
        return events;
    }

    /** Raised, by name. */
    public Counts moments() {
        return moments;
    }

    /** Issued, by channel. */
    public Counts actions() {
        return actions;
    }

    /** Issued earlier and taken back, by reason. */
    public Counts cancelled() {
        return cancelled;
    }

    /** Candidates that did not become an action, by layer and reason. */
    public Counts dropped() {
        return dropped;
    }

    /** By code. */
    public Counts deadLetters() {
        return deadLetters;
    }

    /** Seen again after a crash: decisions, actions with the same content, actions with different content. */
    public Counts repeats() {
        return repeats;
    }

    /** Of customers, for all channels to see: shown, forgotten. */
    public Counts views() {
        return views;
    }

    /** What the engine told itself about other customers, by type. */
    public Counts told() {
        return told;
    }

    /** Outputs that do not keep to the contract. */
    public AtomicLong unreadable() {
        return unreadable;
    }

    void latency(long millis) {
        latency.recordValue(Math.min(LONGEST_MILLIS, Math.max(0, millis)));
    }

    /** From the moment at which the event came into Kafka to the moment at which the action could be read. */
    Latency latency() {
        return new Latency(
                latency.getTotalCount(),
                latency.getValueAtPercentile(50),
                latency.getValueAtPercentile(99),
                latency.getMaxValue());
    }

    void latest(ActionIssued action) {
        synchronized (latest) {
            latest.addFirst(action);
            if (latest.size() > SHOWN_ACTIONS) {
                latest.removeLast();
            }
        }
    }

    /** Newest first. */
    List<ActionIssued> latest() {
        synchronized (latest) {
            return List.copyOf(latest);
        }
    }

    /**
     * Event produced to action readable.
     *
     * @param count actions measured
     * @param p50 milliseconds
     * @param p99 milliseconds
     * @param max milliseconds
     */
    record Latency(long count, long p50, long p99, long max) {}
}
