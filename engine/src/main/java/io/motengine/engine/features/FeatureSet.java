package io.motengine.engine.features;

import io.motengine.engine.events.EventFilter;
import io.motengine.engine.events.EventMember;
import io.motengine.schemas.money.Money;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The declared features of a release: how events change them, and the fact that rules read. */
public final class FeatureSet {
    private final List<Feature> features;
    private final ZoneId zone;
    private final String currency;
    private final MethodHandle newFact;

    /** One feature with what it takes to keep and show it. */
    private record Feature(FeatureSpec spec, EventFilter filter, EventMember of, MethodHandle setter) {}

    /**
     * Ready to run.
     *
     * @param factOfType class of the facts that events of a type become
     * @param factType class that {@link #declaration} compiled to
     * @param zone of the bank: days begin at its midnight
     * @param currency base currency of sums
     */
    public FeatureSet(
            List<FeatureSpec> specs,
            Function<String, Class<?>> factOfType,
            Class<?> factType,
            ZoneId zone,
            String currency) {
        this.zone = zone;
        this.currency = currency;
        try {
            MethodHandles.Lookup lookup = MethodHandles.publicLookup();
            this.newFact = lookup.findConstructor(factType, MethodType.methodType(void.class))
                    .asType(MethodType.methodType(Object.class));
            List<Feature> ready = new ArrayList<>();
            for (FeatureSpec spec : specs) {
                MethodHandle setter = lookup.findVirtual(
                                factType, setterName(spec.id()), MethodType.methodType(void.class, valueType(spec)))
                        .asType(MethodType.methodType(void.class, Object.class, Object.class));
                EventMember of = spec.of() == null ? null : EventMember.of(factOfType.apply(spec.event()), spec.of());
                ready.add(new Feature(
                        spec, new EventFilter(spec.event(), factOfType.apply(spec.event()), spec.where()), of, setter));
            }
            this.features = List.copyOf(ready);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the Features fact does not have what was declared: " + e, e);
        }
    }

    /** The DRL declaration of the {@code Features} fact: counts are {@code long}, sums are money in the base currency. */
    public static String declaration(List<FeatureSpec> specs) {
        StringBuilder drl = new StringBuilder("import io.motengine.schemas.money.Money\ndeclare Features\n");
        for (FeatureSpec spec : specs) {
            drl.append("    ")
                    .append(spec.id())
                    .append(" : ")
                    .append(valueType(spec).getSimpleName())
                    .append('\n');
        }
        return drl.append("end\n").toString();
    }

    /** Takes an event into the buckets that it touches. */
    public void add(String type, Object body, long time, Map<String, Buckets> state) {
        for (Feature feature : features) {
            if (feature.filter().matches(type, body)) {
                long amount = 1;
                if (feature.of() != null) {
                    Money money = feature.of().money(body);
                    amount = money == null ? 0 : money.minor();
                }
                state.computeIfAbsent(feature.spec().id(), id -> new Buckets())
                        .add(
                                bucket(feature.spec(), time),
                                amount,
                                feature.spec().buckets());
            }
        }
    }

    /** The features as they stand at {@code time}. */
    public Snapshot at(long time, Map<String, Buckets> state) {
        try {
            Object fact = newFact.invokeExact();
            Object[] values = new Object[features.size()];
            for (int i = 0; i < values.length; i++) {
                Feature feature = features.get(i);
                Buckets buckets = state.get(feature.spec().id());
                long sum = buckets == null
                        ? 0
                        : buckets.sum(
                                bucket(feature.spec(), time), feature.spec().buckets());
                values[i] = feature.of() == null ? (Object) sum : new Money(sum, currency);
                feature.setter().invokeExact(fact, values[i]);
            }
            return new Snapshot(fact, values);
        } catch (Throwable e) {
            throw new IllegalStateException("cannot fill the Features fact: " + e, e);
        }
    }

    /** Features at one time. */
    public final class Snapshot {
        private final Object fact;
        private final Object[] values;

        private Snapshot(Object fact, Object[] values) {
            this.fact = fact;
            this.values = values;
        }

        /** As rules read them. */
        public Object fact() {
            return fact;
        }

        /** As text by name, for the decision record; few events get one, so it is made only when asked for. */
        public Map<String, String> texts() {
            Map<String, String> texts = new TreeMap<>();
            for (int i = 0; i < values.length; i++) {
                texts.put(features.get(i).spec().id(), values[i].toString());
            }
            return texts;
        }
    }

    private long bucket(FeatureSpec spec, long time) {
        long offset = zone.getRules().getOffset(Instant.ofEpochMilli(time)).getTotalSeconds() * 1_000L;
        return Math.floorDiv(time + offset, spec.bucket().toMillis());
    }

    private static Class<?> valueType(FeatureSpec spec) {
        return spec.aggregate() == FeatureSpec.Aggregate.SUM ? Money.class : long.class;
    }

    private static String setterName(String id) {
        return "set" + Character.toUpperCase(id.charAt(0)) + id.substring(1);
    }
}
