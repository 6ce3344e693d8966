package io.motengine.bench.swap;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was published when, and what went on at a time. */
final class Swaps {
    /** What the first event after a swap holds up, shows in those behind it. */
    private static final Duration AFTER = Duration.ofSeconds(1);

    /** What was decided since the last checkpoint is decided again. */
    private static final Duration BEFORE_CRASH = Duration.ofSeconds(5);

    private final List<Swap> swaps = new ArrayList<>();
    private final TreeMap<Instant, Swap> byTime = new TreeMap<>();
    private final TreeMap<Instant, Swap> byBegin = new TreeMap<>();
    private String submitted;
    private Instant started = Instant.MAX;
    private Instant crashed;
    private Instant recovered;

    /**
     * One release, published and swapped in.
     *
     * @param began when it was sent to be compiled
     * @param at from what event time on it decides
     * @param live when every task had said that it does
     * @param took how long every task needed until it was compiled and warmed up, milliseconds
     */
    record Swap(String release, Instant began, Instant prepared, Instant at, Instant live, long took) {}

    /** What went on beside an event. */
    enum Time {
        COMPILING("while a release is compiled and warmed up"),
        SWAP("the second after a swap"),
        START("until the job had caught up at its start"),
        CRASH("around the crash"),
        QUIET("otherwise");

        private final String words;

        Time(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    void started(Instant caughtUp) {
        started = caughtUp;
    }

    void submitted(String release) {
        submitted = release;
    }

    void add(Swap swap) {
        swaps.add(swap);
        byTime.put(swap.at(), swap);
        byBegin.put(swap.began(), swap);
    }

    void crashed(Instant from, Instant until) {
        crashed = from.minus(BEFORE_CRASH);
        recovered = until;
    }

    List<Swap> all() {
        return List.copyOf(swaps);
    }

    /** Who should have decided an event of this time. */
    String deciderAt(Instant time) {
        Map.Entry<Instant, Swap> swap = byTime.floorEntry(time);
        return swap == null ? submitted : swap.getValue().release();
    }

    Time at(Instant time) {
        if (time.isBefore(started)) {
            return Time.START;
        }
        if (crashed != null && !time.isBefore(crashed) && time.isBefore(recovered)) {
            return Time.CRASH;
        }
        Map.Entry<Instant, Swap> last = byTime.floorEntry(time);
        if (last != null && time.isBefore(last.getKey().plus(AFTER))) {
            return Time.SWAP;
        }
        Map.Entry<Instant, Swap> published = byBegin.floorEntry(time);
        boolean compiling =
                published != null && time.isBefore(published.getValue().prepared());
        return compiling ? Time.COMPILING : Time.QUIET;
    }
}
