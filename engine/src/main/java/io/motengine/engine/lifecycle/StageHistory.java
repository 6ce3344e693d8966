package io.motengine.engine.lifecycle;

import io.motengine.engine.facts.StageChanged;
import io.motengine.engine.record.RecordReader;
import io.motengine.engine.record.RecordWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The last stages of a customer, each since when (event time, epoch milliseconds). Mutable, with one owner at a time; part of the
 * customer's record.
 */
public final class StageHistory {
    /** Older ones are forgotten. */
    public static final int KEPT = 8;

    private final List<Entry> entries = new ArrayList<>(2);

    /** A stage, and when it began. */
    public record Entry(String stage, long since) {}

    /** Oldest first; the last is the current one. */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** Empty if the customer has none yet. */
    public String current() {
        return entries.isEmpty() ? "" : last().stage();
    }

    /** When the current stage began, or {@link Long#MIN_VALUE} if there is none. */
    public long since() {
        return entries.isEmpty() ? Long.MIN_VALUE : last().since();
    }

    /**
     * The customer stands in a stage at a time; tells if that is a change. A stage never begins before the one it follows.
     *
     * @param zone of the bank: days in a stage are calendar days
     */
    public Optional<StageChanged> enter(String stage, long at, ZoneId zone) {
        String from = current();
        if (from.equals(stage)) {
            return Optional.empty();
        }
        long since = Math.max(at, since());
        int days = entries.isEmpty() ? 0 : (int) ChronoUnit.DAYS.between(day(since(), zone), day(since, zone));
        entries.add(new Entry(stage, since));
        trim();
        return Optional.of(new StageChanged(from, stage, days));
    }

    /**
     * Takes in what was remembered under another identity. The current stage stays the one of this customer, unless that is the
     * initial one, or none, and the other has come further. Of the others, those that began before it become its past.
     */
    public void merge(StageHistory other, String initial) {
        boolean takesOther = !other.entries.isEmpty()
                && (entries.isEmpty()
                        || (current().equals(initial) && !other.current().equals(initial)));
        if (entries.isEmpty() && other.entries.isEmpty()) {
            return;
        }
        Entry now = takesOther ? other.last() : last();
        List<Entry> all = new ArrayList<>(entries);
        all.addAll(other.entries);
        all.removeIf(entry -> entry.since() >= now.since());
        all.sort(Comparator.comparingLong(Entry::since).thenComparing(Entry::stage));
        all.add(now);
        entries.clear();
        for (Entry entry : all) {
            if (!entry.stage().equals(current())) {
                entries.add(entry);
            } else if (entry.equals(now)) {
                // Waves count from the current stage's own beginning.
                entries.set(entries.size() - 1, now);
            }
        }
        trim();
    }

    public void write(RecordWriter out) {
        out.number(entries.size());
        for (Entry entry : entries) {
            out.word(entry.stage());
            out.time(entry.since());
        }
    }

    public static StageHistory read(RecordReader in) {
        StageHistory history = new StageHistory();
        for (int left = in.count(); left > 0; left--) {
            history.entries.add(new Entry(in.word(), in.time()));
        }
        return history;
    }

    private Entry last() {
        return entries.get(entries.size() - 1);
    }

    private void trim() {
        while (entries.size() > KEPT) {
            entries.remove(0);
        }
    }

    private static LocalDate day(long time, ZoneId zone) {
        return Instant.ofEpochMilli(time).atZone(zone).toLocalDate();
    }
}
