package io.motengine.engine.patterns;

import io.motengine.engine.events.Condition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One pattern, slow and obvious: keeps every event since a key last began afresh, and looks for a chain by trying every first
 * step, the latest first.
 */
public final class NaivePatterns {
    private final PatternSpec spec;
    private final List<String> steps;
    private final long within;
    private final TreeMap<String, List<Told>> since = new TreeMap<>();
    private final TreeMap<String, Told> waiting = new TreeMap<>();
    private final List<Completed> completed = new ArrayList<>();

    private NaivePatterns(PatternSpec spec) {
        this.spec = spec;
        this.within = spec.within().toMillis();
        this.steps = spec.steps().stream()
                .flatMap(step -> java.util.Collections.nCopies(step.times(), words(step)).stream())
                .toList();
    }

    private static String words(PatternSpec.Step step) {
        Condition condition = step.where().values().iterator().next();
        return String.join("", condition.values());
    }

    /** All completions, waits that end after the last event included; the earliest first. */
    public static List<Completed> of(PatternSpec spec, List<Told> events) {
        NaivePatterns patterns = new NaivePatterns(spec);
        events.stream()
                .sorted(Comparator.comparingLong(Told::time).thenComparingInt(told -> Occurrence.hash(told.instance())))
                .forEach(patterns::take);
        patterns.endWaits(Long.MAX_VALUE);
        patterns.completed.sort(Comparator.comparingLong(Completed::at).thenComparing(Completed::subject));
        return patterns.completed;
    }

    private void take(Told told) {
        endWaits(told.time());
        String key = spec.by() == null ? "" : told.product();
        if (spec.unless() != null && is(told, words(spec.unless()))) {
            since.remove(key);
            waiting.remove(key);
        }
        if (steps.stream().noneMatch(step -> is(told, step))) {
            return;
        }
        Optional<Told> first = latestFirst(key, told);
        if (first.isPresent()) {
            complete(key, first.get(), told);
        } else {
            if (is(told, steps.get(0))) {
                makeRoom(key, told.time());
            }
            since.computeIfAbsent(key, absent -> new ArrayList<>()).add(told);
        }
        endWaits(told.time());
    }

    private void complete(String key, Told first, Told last) {
        since.remove(key);
        if (spec.unless() == null) {
            completed.add(new Completed(spec.id(), key, first.instance(), last.time()));
            return;
        }
        makeRoom(key, last.time());
        waiting.put(key, first);
    }

    private static boolean is(Told told, String words) {
        return words.contains(told.what());
    }

    /** The latest first step from which a chain ends at {@code last}. */
    private Optional<Told> latestFirst(String key, Told last) {
        if (!is(last, steps.get(steps.size() - 1))) {
            return Optional.empty();
        }
        List<Told> all = new ArrayList<>(since.getOrDefault(key, List.of()));
        all.add(last);
        for (int first = all.size() - 1; first >= 0; first--) {
            boolean inTime = last.time() - all.get(first).time() <= within;
            if (inTime && leads(all.subList(first, all.size()))) {
                return Optional.of(all.get(first));
            }
        }
        return Optional.empty();
    }

    /** Whether the first and the last event, and some between them, are the steps. */
    private boolean leads(List<Told> events) {
        if (steps.size() == 1) {
            return events.size() == 1;
        }
        if (events.size() < 2 || !is(events.get(0), steps.get(0))) {
            return false;
        }
        int step = 1;
        for (Told between : events.subList(1, events.size() - 1)) {
            if (step < steps.size() - 1 && is(between, steps.get(step))) {
                step++;
            }
        }
        return step == steps.size() - 1;
    }

    /** When each key that is under way last began. */
    private Map<String, Long> underWay(long now) {
        Map<String, Long> begun = new HashMap<>();
        waiting.forEach((key, first) -> begun.put(key, first.time()));
        since.forEach((key, events) -> events.stream()
                .filter(told -> is(told, steps.get(0)) && now - told.time() <= within)
                .forEach(told -> begun.merge(key, told.time(), Math::max)));
        return begun;
    }

    private void makeRoom(String key, long now) {
        Map<String, Long> begun = underWay(now);
        if (begun.containsKey(key) || begun.size() < spec.limit()) {
            return;
        }
        String oldest = begun.entrySet().stream()
                .min(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElseThrow();
        since.remove(oldest);
        waiting.remove(oldest);
    }

    private void endWaits(long upTo) {
        List<String> ended = waiting.keySet().stream()
                .filter(key -> waiting.get(key).time() + within <= upTo)
                .toList();
        for (String key : ended) {
            Told first = Objects.requireNonNull(waiting.remove(key));
            completed.add(new Completed(spec.id(), key, first.instance(), first.time() + within));
        }
    }
}
