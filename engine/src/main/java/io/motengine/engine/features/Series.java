package io.motengine.engine.features;

import io.motengine.engine.events.Condition;
import io.motengine.engine.events.EventMember;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Something kept of some events, for every feature that can be read from it. */
final class Series {
    /** How far behind the newest event a reading may lie of a customer who has done nothing by which lateness could be judged. */
    private static final long LONGEST_LAG = 7L * 24 * 60 * 60 * 1_000;

    private final String identity;
    private final Kept kept;
    private final EventMember of;
    private final Grid grid;
    private int window;

    Series(FeatureSpec spec, Kept kept, EventMember of, Grid grid, String currency) {
        this.kept = kept;
        this.of = of;
        this.grid = grid;
        this.identity = identity(spec, kept, of, grid, currency);
        this.window = spec.buckets();
    }

    /**
     * All that makes two series the same: neither a feature's id nor its window is in it, so that renaming keeps the data and
     * another window keeps what still holds.
     */
    private static String identity(FeatureSpec spec, Kept kept, EventMember of, Grid grid, String currency) {
        StringBuilder text = new StringBuilder(spec.event());
        for (Map.Entry<String, Condition> entry : new TreeMap<>(spec.where()).entrySet()) {
            Condition asked = entry.getValue();
            text.append('\n').append(entry.getKey()).append('=');
            new TreeSet<>(asked.values())
                    .forEach(value -> text.append(value.length()).append(':').append(value));
            if (asked.isRange()) {
                text.append(asked.atLeast() == null ? "" : asked.atLeast().stripTrailingZeros())
                        .append('~')
                        .append(asked.below() == null ? "" : asked.below().stripTrailingZeros());
            }
        }
        text.append("\n\n").append(kept).append(' ').append(grid.identity());
        if (of != null) {
            text.append(' ').append(of.name()).append(of.kind() == EventMember.Kind.MONEY ? " " + currency : "");
        }
        return text.toString();
    }

    String identity() {
        return identity;
    }

    Grid grid() {
        return grid;
    }

    Kept kept() {
        return kept;
    }

    /** Another feature reads this series too. */
    void cover(int buckets) {
        window = Math.max(window, buckets);
    }

    Slot empty() {
        return switch (kept) {
            case COUNT, SUM, MIN, MAX, FIRST_DAY, LAST_TIME -> new Buckets(kept, grid);
            case FIRST, LAST -> new EdgeValues(kept, grid, !isAmount());
            case DISTINCT -> new DistinctValues(grid);
        };
    }

    /** A slot of which these are the bytes. */
    Slot read(byte[] bytes, int offset, int length, long anchor) {
        Slot slot = empty();
        if (length > 0) {
            slot.read(new BitReader(bytes, offset, length), anchor);
        }
        return slot;
    }

    /** Whether an event has what is kept here. */
    boolean wants(Object body) {
        return of == null
                || (isAmount() ? of.number(body) != null : !of.text(body).isEmpty());
    }

    /**
     * Takes an event that {@link #wants} approved of.
     *
     * @param settled no reading will be of an earlier time (epoch milliseconds); {@link Slot#UNSET} if that cannot be told
     */
    void take(Object body, long time, long settled, Slot slot) {
        long bucket = grid.index(time);
        long newest = slot.isEmpty() || bucket >= slot.last() ? time : grid.start(slot.last());
        slot.take(arrival(body, bucket, time), grid.index(Math.max(settled, newest - LONGEST_LAG)), window);
    }

    /** Forgets what nobody will ask for again; see {@link #take}. */
    void tidy(long settled, Slot slot) {
        long newest = slot.isEmpty() ? Slot.UNSET + LONGEST_LAG : grid.start(slot.last());
        long behind = Math.max(settled, newest - LONGEST_LAG);
        if (behind != Slot.UNSET) {
            slot.tidy(grid.index(behind), window);
        }
    }

    private Arrival arrival(Object body, long bucket, long time) {
        return switch (kept) {
            case COUNT -> new Arrival(bucket, time, 1, null);
            case SUM, MIN, MAX -> new Arrival(bucket, time, of.number(body), null);
            case FIRST_DAY -> new Arrival(bucket, time, grid.dayOfMonth(time), null);
            case LAST_TIME -> new Arrival(bucket, time, time, null);
            case FIRST, LAST ->
                isAmount()
                        ? new Arrival(bucket, time, of.number(body), null)
                        : new Arrival(bucket, time, 0, of.text(body));
            case DISTINCT -> new Arrival(bucket, time, DistinctValues.hash(of.text(body)), null);
        };
    }

    private boolean isAmount() {
        return of != null && (of.kind() == EventMember.Kind.MONEY || of.kind() == EventMember.Kind.NUMBER);
    }
}
