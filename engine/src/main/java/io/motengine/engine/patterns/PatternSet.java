package io.motengine.engine.patterns;

import io.motengine.engine.events.EventMember;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The declared patterns of a release.
 *
 * <p>What is true of a customer follows from the set of events alone: within the correction allowance the order of arrival does
 * not matter, since a late event raises what it completes and retracts what it would have prevented. Events of one millisecond
 * are ordered by a hash of source and id.
 *
 * <p>Immutable and safe to share between threads; the memories are not. All times are epoch milliseconds, event time.
 */
public final class PatternSet {
    private final Map<String, List<Watch>> watches = new HashMap<>();
    private final Map<Integer, CompiledPattern> patterns = new HashMap<>();
    private final long allowance;
    private final int layout;

    /**
     * Compiles declarations that have been checked.
     *
     * @param factOfType the fact's class of each event type
     * @param correctionAllowance how far behind the customer's newest event another may come and still count in its place
     */
    public PatternSet(List<PatternSpec> specs, Function<String, Class<?>> factOfType, Duration correctionAllowance) {
        this.allowance = correctionAllowance.toMillis();
        // Shared, for each has code of its own that must become warm.
        Map<String, Map<String, EventMember>> members = new HashMap<>();
        for (PatternSpec spec : specs) {
            CompiledPattern pattern = new CompiledPattern(spec);
            patterns.put(pattern.hash(), pattern);
            for (String type : types(spec)) {
                watches.computeIfAbsent(type, absent -> new ArrayList<>())
                        .add(new Watch(
                                pattern,
                                type,
                                name -> members.computeIfAbsent(type, of -> new HashMap<>())
                                        .computeIfAbsent(name, of -> EventMember.of(factOfType.apply(type), of))));
            }
        }
        // Zero is the layout of a memory that has met no release.
        int sum = patterns.keySet().stream().mapToInt(Integer::intValue).sum();
        this.layout = sum == 0 ? 1 : sum;
    }

    private static Set<String> types(PatternSpec spec) {
        TreeSet<String> types = new TreeSet<>();
        Stream.concat(spec.steps().stream(), Stream.ofNullable(spec.unless())).forEach(step -> types.add(step.event()));
        return types;
    }

    /**
     * Brings a memory into line with this release: forgets patterns that are gone or declared anew. Must come before anything
     * else is asked of a memory that another release has had; costs next to nothing if it has met this one.
     */
    public void meet(PatternMemory memory) {
        if (memory.layout() == layout) {
            return;
        }
        for (OpenPattern open : memory.take(layout, patterns::containsKey)) {
            patterns.values().stream()
                    .filter(pattern -> isTheSame(pattern, open))
                    .forEach(pattern -> adopt(open, pattern, memory));
        }
    }

    private static boolean isTheSame(CompiledPattern pattern, OpenPattern open) {
        return pattern.id().equals(open.pattern())
                && pattern.waits()
                && pattern.length() == 1
                && pattern.end(open.openedAt()) == open.deadline();
    }

    private static void adopt(OpenPattern open, CompiledPattern pattern, PatternMemory memory) {
        Slice slice = memory.slice(pattern.hash());
        slice.state()
                .settled()
                .chains()
                .computeIfAbsent(open.by(), absent -> new Chain())
                .await(new Start(open.openedAt(), open.instance()));
        slice.reckon(pattern, Long.MIN_VALUE, Long.MIN_VALUE, null);
    }

    /**
     * Takes an event in, once: the caller has left out duplicates.
     *
     * <p>Waits that end at or before {@code clock} count as ended, whether {@link #due} has been asked for them or not.
     *
     * @param body the event's fact
     * @param instance the event as {@code source/id}; asked for only if the event is part of a pattern
     * @param clock how far the customer's time has come
     * @param highWater the customer's newest event that drives time, this one included; {@code Long.MIN_VALUE} if none. What is
     *     older than this less the allowance is settled. An event older still is taken in as if everything settled had come
     *     before it; what it then waits for in vain up to there is not raised.
     */
    public Changes add(
            String type,
            Object body,
            long time,
            Supplier<String> instance,
            long clock,
            long highWater,
            PatternMemory memory) {
        List<Watch> watching = watches.get(type);
        if (watching == null) {
            return Changes.NONE;
        }
        Differences differences = null;
        boolean any = false;
        long floor = floor(highWater);
        String name = null;
        int hash = 0;
        for (Watch watch : watching) {
            int matched = watch.matched(body);
            if (matched != 0) {
                if (name == null) {
                    name = instance.get();
                    hash = Occurrence.hash(name);
                }
                Occurrence event = Occurrence.of(time, hash, watch.key(body), matched, name);
                Slice slice = memory.slice(watch.pattern().hash());
                slice.state().insert(event);
                PatternState.Difference difference =
                        slice.reckon(watch.pattern(), clock, floor, time < floor ? event : null);
                if (!difference.isEmpty()) {
                    differences = differences == null ? new Differences() : differences;
                    differences.add(watch.pattern(), difference);
                }
                any = true;
            }
        }
        if (any) {
            memory.sweep(floor);
        }
        return differences == null ? Changes.NONE : differences.changes();
    }

    /** Earliest end of a wait of the patterns that are, or are not, of service; {@code Long.MAX_VALUE} if none. */
    public long nextDue(PatternMemory memory, boolean service) {
        long next = Long.MAX_VALUE;
        for (Slice slice : memory.slices()) {
            // Few slices wait for anything: only those are worth looking up.
            if (slice.nextDue() < next && patterns.get(slice.pattern()).spec().service() == service) {
                next = slice.nextDue();
            }
        }
        return next;
    }

    /** Completes every wait that ends at or before {@code upTo}; the earliest first, then by pattern and key. */
    public List<Completed> due(long upTo, PatternMemory memory) {
        return due(upTo, memory, true, true);
    }

    /** As {@link #due(long, PatternMemory)}, of the patterns only that are, or are not, of service. */
    public List<Completed> due(long upTo, PatternMemory memory, boolean service) {
        return due(upTo, memory, service, !service);
    }

    private List<Completed> due(long upTo, PatternMemory memory, boolean service, boolean others) {
        Differences differences = new Differences();
        for (Slice slice : memory.slices()) {
            if (slice.nextDue() <= upTo) {
                CompiledPattern pattern = patterns.get(slice.pattern());
                if (pattern.spec().service() ? service : others) {
                    differences.add(pattern, slice.reckon(pattern, upTo, Long.MIN_VALUE, null));
                }
            }
        }
        return differences.changes().completed();
    }

    /**
     * Two identities become one: what both have done counts together. Both memories must have met this release.
     *
     * <p>Exact while nothing of the pattern is settled in both; of what is settled, the later chain and wait of each key holds.
     *
     * @param into takes everything in
     * @param from is left as it was
     * @return what is true only now, and what was raised of one and is not true of both
     */
    public Changes merge(PatternMemory into, PatternMemory from, long clock, long highWater) {
        Differences differences = new Differences();
        long floor = floor(highWater);
        for (Slice slice : from.slices()) {
            CompiledPattern pattern = patterns.get(slice.pattern());
            Slice merged = into.slice(slice.pattern());
            merged.state().merge(slice.state());
            differences.add(pattern, merged.reckon(pattern, clock, floor, null));
        }
        into.sweep(floor);
        return differences.changes();
    }

    /** Drops all that is under way, and all that was raised, under one key: it names somebody who is to be forgotten. */
    public void forget(String key, PatternMemory memory) {
        for (Slice slice : memory.slices()) {
            if (slice.state().forget(key)) {
                slice.reckon(patterns.get(slice.pattern()), Long.MIN_VALUE, Long.MIN_VALUE, null);
            }
        }
        memory.sweep(Long.MIN_VALUE);
    }

    private long floor(long highWater) {
        return highWater == Long.MIN_VALUE ? Long.MIN_VALUE : highWater - allowance;
    }
}
