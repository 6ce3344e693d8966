package io.motengine.engine.state;

import io.motengine.engine.features.Buckets;
import io.motengine.engine.patterns.OpenPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All that the engine remembers of one customer: read once and written once for each event.
 *
 * <p>Mutable, with one owner at a time. All times are epoch milliseconds.
 */
public final class CustomerState {
    /** No time at all: nothing is due, nothing was seen. */
    public static final long NEVER = Long.MAX_VALUE;

    /** Before anything was seen. */
    public static final long UNSET = Long.MIN_VALUE;

    final String customer;
    long sequence;
    long clock = UNSET;
    long highWater = UNSET;
    long lastActivity = UNSET;
    long nextTick = NEVER;
    long wakeAt = NEVER;
    long serviceWakeAt = NEVER;
    String tier = "";
    String stage = "";
    long stageSince = UNSET;
    TreeSet<String> segments = new TreeSet<>();
    Profile profile = Profile.UNKNOWN;
    final TreeMap<String, HeldProduct> holdings = new TreeMap<>();
    final SeenEvents seen = new SeenEvents();
    final TreeMap<String, Buckets> features = new TreeMap<>();
    final List<OpenPattern> openPatterns = new ArrayList<>();
    final List<Contact> contacts = new ArrayList<>();

    public CustomerState(String customer) {
        this.customer = customer;
    }

    public String customer() {
        return customer;
    }

    /** When the next thing is due (event time), or {@link #NEVER}. */
    public long nextDue() {
        long next = nextTick;
        for (OpenPattern open : openPatterns) {
            next = Math.min(next, open.deadline());
        }
        return next;
    }

    /** The timer that the shell has set for this customer (event time), or {@link #NEVER}. */
    public long wakeAt() {
        return wakeAt;
    }

    /** Remembers the timer that the shell has set. */
    public void wakeAt(long epochMillis) {
        wakeAt = epochMillis;
    }

    /** When the next service work is due (event time), or {@link #NEVER}; {@link #nextDue} counts it too. */
    public long nextServiceDue() {
        return NEVER;
    }

    /** The timer that the shell has set for service work (event time), or {@link #NEVER}. */
    public long serviceWakeAt() {
        return serviceWakeAt;
    }

    /** Remembers the timer that the shell has set for service work. */
    public void serviceWakeAt(long epochMillis) {
        serviceWakeAt = epochMillis;
    }

    /** How many inputs have been decided for this customer. */
    public long sequence() {
        return sequence;
    }

    /** Counts one more decided input and returns its number, from 1. */
    public long nextSequence() {
        return ++sequence;
    }

    /** Up to where (event time) due work has run, or {@link #UNSET}. */
    public long clock() {
        return clock;
    }

    public void advanceClock(long to) {
        clock = Math.max(clock, to);
    }

    /** The newest event that drives time, or {@link #UNSET}; lateness is judged against it. */
    public long highWater() {
        return highWater;
    }

    /** The customer was seen doing something at {@code time}. */
    public void active(long time) {
        highWater = Math.max(highWater, time);
        lastActivity = Math.max(lastActivity, time);
    }

    /** The newest transaction or click, or {@link #UNSET}. */
    public long lastActivity() {
        return lastActivity;
    }

    public void nextTick(long at) {
        nextTick = at;
    }

    public long nextTick() {
        return nextTick;
    }

    public String tier() {
        return tier;
    }

    public String stage() {
        return stage;
    }

    /** When the stage began, or {@link #UNSET}. */
    public long stageSince() {
        return stageSince;
    }

    public Set<String> segments() {
        return segments;
    }

    /** Remembers what rules have concluded at {@code time}. */
    public void concluded(String newTier, String newStage, Set<String> newSegments, long time) {
        tier = newTier;
        if (!stage.equals(newStage)) {
            stage = newStage;
            stageSince = time;
        }
        if (!segments.equals(newSegments)) {
            segments = new TreeSet<>(newSegments);
        }
    }

    public Profile profile() {
        return profile;
    }

    public void profile(Profile newProfile) {
        profile = newProfile;
    }

    /** By holding id. */
    public Map<String, HeldProduct> holdings() {
        return holdings;
    }

    public SeenEvents seen() {
        return seen;
    }

    /** By feature id. */
    public Map<String, Buckets> features() {
        return features;
    }

    public List<OpenPattern> openPatterns() {
        return openPatterns;
    }

    /** Marketing contacts that caps still look at, oldest first. */
    public List<Contact> contacts() {
        return contacts;
    }
}
