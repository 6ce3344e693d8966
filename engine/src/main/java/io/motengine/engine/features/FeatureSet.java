package io.motengine.engine.features;

import io.motengine.engine.record.Hashes;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * The declared features of a release: how events change them, and the fact that rules read. Immutable and shared.
 *
 * <p>Events may come in any order, and what is read does not depend on it, as long as nothing is read of a time further behind the
 * customer's newest time-driving event than the correction allowance (for events of a customer who has none: seven days behind
 * the newest event). An event that is told twice counts twice: recognising that is the caller's.
 */
public final class FeatureSet {
    private static final int TEXT_DECIMALS = 4;
    private final List<Feature> features;
    private final List<Series> series;
    private final FeaturePlan plan;
    private final FeatureFact facts;
    private final ZoneId zone;
    private final long allowance;
    private final int[] keys;
    private final Directory directory;
    private final int layout;
    private final Map<String, Integer> numbers = new HashMap<>();

    /**
     * Ready to run.
     *
     * @param factType class that {@link FeaturePlan#source} compiled to
     * @param correctionAllowance how far behind the newest time-driving event another may come
     */
    public FeatureSet(FeaturePlan plan, Class<?> factType, ZoneId zone, Duration correctionAllowance) {
        this.plan = plan;
        this.features = plan.features();
        this.series = plan.series();
        this.facts = new FeatureFact(factType);
        this.zone = zone;
        this.allowance = correctionAllowance.toMillis();
        this.keys = plan.keys();
        this.directory = new Directory(keys);
        // A layout's hash is never 0: that is a record which has met no release.
        features.forEach(feature -> numbers.put(feature.spec().id(), numbers.size()));
        this.layout = Math.max(1, Hashes.of32(Arrays.toString(keys)) & Integer.MAX_VALUE);
    }

    List<Series> series() {
        return series;
    }

    /**
     * Makes a record fit this release, before anything else is asked of it: series no longer declared go, new ones begin. All that
     * it costs when nothing changed is the comparison of two numbers.
     *
     * @param at epoch milliseconds, no earlier than any event told so far, {@link Long#MIN_VALUE} if there is none: new series of a known customer count what is later
     */
    public void meet(FeatureMemory memory, long at) {
        if (memory.layout() == layout) {
            return;
        }
        boolean isNew = memory.isNew();
        Map<Integer, byte[]> known = memory.old() == null && !isNew ? memory.contents() : Map.of();
        long anchor = isNew ? 0 : known.isEmpty() ? Math.floorDiv(at, Grid.DAY) : memory.anchor();
        byte[][] contents = new byte[keys.length][];
        for (int i = 0; i < keys.length; i++) {
            byte[] kept = isNew ? new byte[0] : known.get(keys[i]);
            contents[i] = kept == null ? begun(series.get(i), memory, at, anchor) : kept;
        }
        memory.lay(layout, anchor, directory, contents);
    }

    private byte[] begun(Series of, FeatureMemory memory, long at, long anchor) {
        Slot slot = of.empty();
        FeatureSpec told = memory.old() == null ? null : told(of, memory.old());
        if (told == null) {
            // Of whom nothing has been told yet, or who was forgotten, nothing is missed either.
            if (at != Slot.UNSET) {
                // An event of that very millisecond may have been told before.
                slot.since(at + 1);
            }
        } else {
            memory.old().get(told.id()).into((Buckets) slot, of.grid(), told.buckets());
        }
        return slot.toBytes(anchor);
    }

    /** The feature of format 1 that tells most of a series: the one with the longest window. */
    private FeatureSpec told(Series of, Map<String, OldBuckets> old) {
        FeatureSpec longest = null;
        for (Feature feature : features) {
            FeatureSpec spec = feature.spec();
            boolean same = spec.aggregate() == Aggregate.COUNT || spec.aggregate() == Aggregate.SUM;
            if (same && feature.sources().get(0).series() == of && old.containsKey(spec.id())) {
                longest = longest == null || spec.buckets() > longest.buckets() ? spec : longest;
            }
        }
        return longest;
    }

    /**
     * Takes an event into the series that it touches; all others stay as they are, unread.
     *
     * @param body the fact of that type, money in the base currency
     * @param time of the event, epoch milliseconds
     * @param highWater the customer's newest time-driving event, epoch milliseconds; {@link Long#MIN_VALUE} if there is none
     * @return whether any feature is about this event
     */
    public boolean add(String type, Object body, long time, long highWater, FeatureMemory memory) {
        requireMet(memory);
        long settled = highWater < Slot.UNSET + allowance ? Slot.UNSET : highWater - allowance;
        boolean any = false;
        for (FeaturePlan.Group group : plan.groups(type, body)) {
            if (!group.filter().matches(type, body)) {
                continue;
            }
            for (Feature.Source source : group.series()) {
                Series touched = source.series();
                if (touched.wants(body)) {
                    any = true;
                    touched.take(body, time, settled, memory.slotToChange(source.position(), touched));
                    if (touched.kept() == Kept.FIRST_DAY) {
                        memory.usualDayChanged();
                    }
                }
            }
        }
        if (any) {
            memory.keepNear(Math.floorDiv(time, Grid.DAY), settled, series);
        }
        return any;
    }

    /**
     * The features as they stand at a time. Nothing is computed before it is asked for, from the memory as it then is.
     *
     * @param customerSince when the customer became known (epoch milliseconds), {@link Long#MIN_VALUE} if that cannot be told: no
     *     feature has counted before
     */
    public Snapshot at(long time, FeatureMemory memory, long customerSince) {
        requireMet(memory);
        return new Snapshot(time, memory, customerSince);
    }

    private void requireMet(FeatureMemory memory) {
        if (memory.layout() != layout) {
            throw new IllegalStateException("features: a record of another release (expected: meet() first)");
        }
    }

    /** Features at one time, each computed once at most. */
    public final class Snapshot implements IntFunction<Object> {
        /** Values are few, of however many features: rows are made for those that are read. */
        private static final int ROW = 32;

        private final long time;
        private final FeatureMemory memory;
        private final long customerSince;
        private final int row = Math.min(ROW, 2 * features.size());
        private final Object[][] values = new Object[(2 * features.size() + ROW - 1) / ROW][];
        private long sinceMillis;
        private String since;

        private Snapshot(long time, FeatureMemory memory, long customerSince) {
            this.time = time;
            this.memory = memory;
            this.customerSince = customerSince;
        }

        /** As rules read them. */
        public Object fact() {
            return facts.fact(this);
        }

        /** The value of a feature by its number, or whether it is complete by its number plus that of all features. */
        @Override
        public Object apply(int number) {
            if (values[number / ROW] == null) {
                values[number / ROW] = new Object[row];
            }
            Object[] row = values[number / ROW];
            if (row[number % ROW] == null) {
                Feature feature = features.get(number % features.size());
                row[number % ROW] = number < features.size()
                        ? feature.value(time, memory, customerSince)
                        : (Object) feature.complete(time, feature.since(memory, customerSince));
            }
            return row[number % ROW];
        }

        /** The value of a feature by its id; null if none is declared. */
        public Object value(String id) {
            Integer number = numbers.get(id);
            return number == null ? null : apply(number);
        }

        /**
         * As text by name, for the decision record; few events get one, so it is made only when asked for. A feature that has not
         * counted for its whole window says since when it has.
         */
        public Map<String, String> texts() {
            Map<String, String> texts = new TreeMap<>();
            for (int i = 0; i < features.size(); i++) {
                boolean complete = (Boolean) apply(i + features.size());
                String value = text(apply(i));
                texts.put(features.get(i).spec().id(), complete ? value : value + since(features.get(i)));
            }
            return texts;
        }

        /** Most features began to count together. */
        private String since(Feature feature) {
            long millis = feature.since(memory, customerSince);
            if (since == null || sinceMillis != millis) {
                sinceMillis = millis;
                since = " (since " + LocalDate.ofInstant(Instant.ofEpochMilli(millis), zone) + ")";
            }
            return since;
        }

        private static String text(Object value) {
            return value instanceof Double number
                    ? new BigDecimal(number)
                            .setScale(TEXT_DECIMALS, RoundingMode.HALF_EVEN)
                            .stripTrailingZeros()
                            .toPlainString()
                    : value.toString();
        }
    }
}
