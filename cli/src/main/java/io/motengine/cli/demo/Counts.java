package io.motengine.cli.demo;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts by name; written by one thread and read by others. */
public final class Counts {
    private final ConcurrentHashMap<String, LongAdder> byName = new ConcurrentHashMap<>();

    public void add(String name) {
        byName.computeIfAbsent(name, unknown -> new LongAdder()).increment();
    }

    public long of(String name) {
        LongAdder count = byName.get(name);
        return count == null ? 0 : count.sum();
    }

    public long total() {
        return byName.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /** As they stand now, by name. */
    public SortedMap<String, Long> all() {
        SortedMap<String, Long> all = new TreeMap<>();
        byName.forEach((name, count) -> all.put(name, count.sum()));
        return all;
    }
}
