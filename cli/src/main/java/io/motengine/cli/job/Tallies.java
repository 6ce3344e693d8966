package io.motengine.cli.job;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The job's exact counts, which survive its crashes. Every event that it read has ended as exactly one of decided, duplicate,
 * skipped, dead letter.
 */
public record Tallies(SortedMap<String, Long> byName) {
    /** Of a job that tells nothing. */
    public static final Tallies NONE = new Tallies(Map.of());

    public Tallies(Map<String, Long> byName) {
        this(new TreeMap<>(byName));
    }

    public long decided() {
        return of("decided");
    }

    /** Events seen before. */
    public long duplicates() {
        return of("duplicates");
    }

    /** Events of a type that the release does not listen to, or without a customer. */
    public long skipped() {
        return of("skipped");
    }

    public long deadLetters() {
        return of("dead-letters");
    }

    /** Of the events that have ended, those that the job had told itself: they stand in no file. */
    public long heard() {
        return of("heard");
    }

    /** Events that the job told itself and had not come to when it ended; a live job goes on with them. */
    public long unheard() {
        return of("told") - heard();
    }

    /** Events that have ended in any way. */
    public long ended() {
        return decided() + duplicates() + skipped() + deadLetters();
    }

    /** The parts of a count, such as moments by name. */
    public SortedMap<String, Long> under(String name) {
        SortedMap<String, Long> parts = new TreeMap<>();
        byName.forEach((full, count) -> {
            if (full.startsWith(name + ".")) {
                parts.put(full.substring(name.length() + 1), count);
            }
        });
        return parts;
    }

    private long of(String name) {
        return byName.getOrDefault(name, 0L);
    }
}
