package io.motengine.engine.state;

import io.motengine.engine.features.FeatureMemory;
import io.motengine.engine.lifecycle.StageHistory;
import io.motengine.engine.patterns.PatternMemory;
import io.motengine.engine.scorecards.ScoreMemory;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    long since = UNSET;
    int metRelease;
    long nextTick = NEVER;
    long wakeAt = NEVER;
    long nextServiceTick = NEVER;
    long serviceWakeAt = NEVER;
    long nextWait = NEVER;
    long nextServiceWait = NEVER;
    // What is transient is not of the record: it is not written, and what is read has none of it.
    private transient boolean gone;
    transient int recordBytes;
    private transient Object workedOut;
    String tier = "";
    StageHistory stages;
    ScoreMemory scores;
    TreeSet<String> segments = new TreeSet<>();
    Profile profile = Profile.UNKNOWN;
    final TreeMap<String, HeldProduct> holdings = new TreeMap<>();
    final SeenEvents seen = new SeenEvents();
    FeatureMemory features;
    PatternMemory patterns;
    final List<Contact> contacts = new ArrayList<>();
    final List<OpenAction> openActions = new ArrayList<>();
    final List<Planned> planned = new ArrayList<>();
    final List<Refusal> refusals = new ArrayList<>();
    final List<Ended> ended = new ArrayList<>();
    final TreeMap<String, CreditLimit> limits = new TreeMap<>();
    long nextPlanned = NEVER;
    long nextServicePlanned = NEVER;
    final TreeMap<String, ListEntry> lists = new TreeMap<>();
    final TreeMap<Link, Link.Standing> links = new TreeMap<>();
    final TreeSet<String> goalsMet = new TreeSet<>();
    final Identity identity = new Identity();
    final Counted counted = new Counted();
    final Shown shown = new Shown();

    public CustomerState(String customer) {
        this(customer, new StageHistory(), new ScoreMemory(), new FeatureMemory(), new PatternMemory());
    }

    private CustomerState(
            String customer, StageHistory stages, ScoreMemory scores, FeatureMemory features, PatternMemory patterns) {
        this.customer = customer;
        this.stages = stages;
        this.scores = scores;
        this.features = features;
        this.patterns = patterns;
    }

    /** For who reads a record: it brings memories of its own, and there are none before. */
    static CustomerState beforeMemories(String customer) {
        return new CustomerState(customer, null, null, null, null);
    }

    public String customer() {
        return customer;
    }

    /** Everything but the name, the count of decisions and what identity says goes: nothing is due any more. */
    public void forgetAll() {
        forgetAllButArrivals();
        highWater = UNSET;
        seen.forget(time -> true);
    }

    /**
     * As {@link #forgetAll}, but for what it takes to tell duplicates and stragglers from what is still to come: the record has
     * been handed over, and events for it go on to another.
     */
    public void forgetAllButArrivals() {
        workedOut = null;
        CustomerState blank = new CustomerState(customer);
        clock = blank.clock;
        lastActivity = blank.lastActivity;
        since = blank.since;
        // Memories are blank again, and have met no release yet.
        metRelease = blank.metRelease;
        nextTick = blank.nextTick;
        nextServiceTick = blank.nextServiceTick;
        nextWait = blank.nextWait;
        nextServiceWait = blank.nextServiceWait;
        tier = blank.tier;
        stages = blank.stages;
        scores = blank.scores;
        segments = blank.segments;
        profile = blank.profile;
        holdings.clear();
        features = blank.features;
        patterns = blank.patterns;
        contacts.clear();
        openActions.clear();
        planned.clear();
        refusals.clear();
        ended.clear();
        limits.clear();
        nextPlanned = blank.nextPlanned;
        nextServicePlanned = blank.nextServicePlanned;
        lists.clear();
        links.clear();
        goalsMet.clear();
        counted.clear();
        shown.forget();
    }

    /** When the next thing is due (event time), or {@link #NEVER}. */
    public long nextDue() {
        return Math.min(nextServiceDue(), nextOtherDue());
    }

    /** When something is due next that a service message may come of (event time), or {@link #NEVER}. */
    public long nextServiceDue() {
        return Math.min(Math.min(nextServiceTick, nextServiceWait), nextServicePlanned);
    }

    /** When anything else is due next (event time), or {@link #NEVER}. */
    public long nextOtherDue() {
        long counts = counted.isEmpty() ? NEVER : counted.nextDue();
        return Math.min(counts, Math.min(Math.min(nextTick, nextWait), Math.min(nextPlanned, shown.dueAt())));
    }

    /** The earlier of the daily ticks due, of service or not. */
    public long nextAnyTick() {
        return Math.min(nextTick, nextServiceTick);
    }

    /** The timer that the shell has set for this customer (event time), or {@link #NEVER}. */
    public long wakeAt() {
        return wakeAt;
    }

    /** Remembers the timer that the shell has set. */
    public void wakeAt(long epochMillis) {
        wakeAt = epochMillis;
    }

    /** The timer that the shell has set for what is of service (event time), or {@link #NEVER}. */
    public long serviceWakeAt() {
        return serviceWakeAt;
    }

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

    /** Something that drives time came, and did not need to be about this record. */
    public void reached(long time) {
        highWater = Math.max(highWater, time);
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

    /** Time of the earliest event ever taken in, or {@link #UNSET}: before it nothing is known of the customer. */
    public long since() {
        return since;
    }

    /** An event of this time has been taken in. */
    public void known(long time) {
        since = since == UNSET ? time : Math.min(since, time);
    }

    /** Whether the record has been looked at by this release, by a hash of its id; remembers that it now has. */
    public boolean meets(int release) {
        boolean first = metRelease != release;
        metRelease = release;
        return first;
    }

    /** Whether it was this release that looked at the record last, by a hash of its id. */
    public boolean hasMet(int release) {
        return metRelease == release;
    }

    /** Whether nothing was ever taken in: there is no record yet of a customer of this name. */
    public boolean isBlank() {
        return since == UNSET && sequence == 0;
    }

    /** How many bytes the record took when it was last read or written; 0 before. */
    public int recordBytes() {
        return recordBytes;
    }

    /** The next daily tick that is not of service (event time), or {@link #NEVER}. */
    public long nextTick() {
        return nextTick;
    }

    public void nextTick(long at) {
        nextTick = at;
    }

    /** The next daily tick of service (event time), or {@link #NEVER}. */
    public long nextServiceTick() {
        return nextServiceTick;
    }

    public void nextServiceTick(long at) {
        nextServiceTick = at;
    }

    /** Ends of the earliest waits of patterns, of those that are not of service and of those that are. */
    public void nextWaits(long others, long service) {
        nextWait = others;
        nextServiceWait = service;
    }

    /** When the earliest plan is due, of those that are not of service and of those that are. */
    public void nextPlans(long others, long service) {
        nextPlanned = others;
        nextServicePlanned = service;
    }

    /** The earlier of the plans due, of service or not. */
    public long nextAnyPlan() {
        return Math.min(nextPlanned, nextServicePlanned);
    }

    /** What the engine has worked out of the record and could work out again; null if nothing. No part of the record. */
    public Object workedOut() {
        return workedOut;
    }

    /** Null once more is told of the customer than what they do. */
    public void workedOut(Object known) {
        workedOut = known;
    }

    /** The record is to be dropped: nothing is left to be remembered. */
    public void vanish() {
        gone = true;
    }

    public boolean isGone() {
        return gone;
    }

    public String tier() {
        return tier;
    }

    public String stage() {
        return stages.current();
    }

    /** When the stage began, or {@link #UNSET}. */
    public long stageSince() {
        return stages.since();
    }

    /** The last stages, the present one included. */
    public StageHistory stages() {
        return stages;
    }

    public ScoreMemory scores() {
        return scores;
    }

    public Set<String> segments() {
        return segments;
    }

    /** Remembers what rules have concluded at {@code time}. The zone is the bank's. */
    public void concluded(String newTier, String newStage, Set<String> newSegments, long time, ZoneId zone) {
        tier = newTier;
        if (!newStage.isEmpty() && stages.enter(newStage, time, zone).isPresent()) {
            goalsMet.clear();
        }
        if (!isIn(newSegments)) {
            segments = new TreeSet<>(newSegments);
        }
    }

    /** Whether these are the customer's segments. */
    @SuppressWarnings("ReferenceEquality") // what has not moved is most often the very same set
    public boolean isIn(Set<String> others) {
        return others == segments || others.equals(segments);
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

    public FeatureMemory features() {
        return features;
    }

    public PatternMemory patterns() {
        return patterns;
    }

    /** Marketing contacts that caps still look at, oldest first. */
    public List<Contact> contacts() {
        return contacts;
    }

    /** Actions that are out and have not ended, oldest first. */
    public List<OpenAction> openActions() {
        return openActions;
    }

    /** The action of this id, if it is out. */
    public Optional<OpenAction> openAction(String id) {
        for (OpenAction open : openActions) {
            if (open.id().equals(id)) {
                return Optional.of(open);
            }
        }
        return Optional.empty();
    }

    /** What is to become of candidates later, in the order in which it was planned. */
    public List<Planned> planned() {
        return planned;
    }

    /** What the customer has refused, oldest first. */
    public List<Refusal> refusals() {
        return refusals;
    }

    /** Actions that have ended, the earliest first, for as long as channels may still speak of them. */
    public List<Ended> ended() {
        return ended;
    }

    /** What risk has pre-approved, by product. */
    public Map<String, CreditLimit> limits() {
        return limits;
    }

    /** By label. */
    public Map<String, ListEntry> lists() {
        return lists;
    }

    /** What the customer master says, and the lists that the customer is on, on a day in the bank's zone; sorted. */
    public List<String> labelsOn(LocalDate day) {
        if (lists.isEmpty() && profile.labels().size() <= 1) {
            return profile.labels();
        }
        TreeSet<String> labels = new TreeSet<>(profile.labels());
        lists.forEach((label, entry) -> {
            if (entry.holdsOn(day)) {
                labels.add(label);
            }
        });
        return List.copyOf(labels);
    }

    /** How the ties to other customers stand. */
    public Map<Link, Link.Standing> links() {
        return links;
    }

    /** Strategies with waves whose goal has been met since the present stage began. */
    public Set<String> goalsMet() {
        return goalsMet;
    }

    public Identity identity() {
        return identity;
    }

    /** What the customer has of things that are counted across customers. */
    public Counted counted() {
        return counted;
    }

    /** What other channels have been shown of this customer. */
    public Shown shown() {
        return shown;
    }
}
