package io.motengine.engine.features;

import io.motengine.engine.events.Condition;
import io.motengine.engine.events.EventFilter;
import io.motengine.engine.events.EventMember;
import io.motengine.engine.events.FilterIndex;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** What must be kept for the declared features, and which feature reads what of it. Immutable once made. */
public final class FeaturePlan {
    private final Function<String, Class<?>> factOfType;
    private final ZoneId zone;
    private final String currency;
    private final ToIntFunction<String> hash;
    private final TreeMap<Integer, Series> byKey = new TreeMap<>();
    private final Map<Integer, String> firstReader = new TreeMap<>();
    private final List<Feature> features = new ArrayList<>();
    private final Map<String, List<Group>> groups = new HashMap<>();
    private final Map<String, FilterIndex<Group>> index = new HashMap<>();
    private final Map<String, Map<String, EventMember>> members = new HashMap<>();
    private String clash;

    /** Series of the same events, each once. */
    record Group(Map<String, Condition> where, EventFilter filter, List<Feature.Source> series) {}

    /**
     * Plans features that have been checked.
     *
     * @param factOfType class of the fact for an event type
     * @param zone of the bank: days and months begin at its midnight
     * @param currency base currency, in which all money arrives
     */
    public FeaturePlan(List<FeatureSpec> specs, Function<String, Class<?>> factOfType, ZoneId zone, String currency) {
        this(specs, factOfType, zone, currency, Directory::key);
    }

    FeaturePlan(
            List<FeatureSpec> specs,
            Function<String, Class<?>> factOfType,
            ZoneId zone,
            String currency,
            ToIntFunction<String> hash) {
        this.factOfType = factOfType;
        this.zone = zone;
        this.currency = currency;
        this.hash = hash;
        for (FeatureSpec spec : specs) {
            series(spec).forEach(series -> declare(spec, series));
        }
        for (FeatureSpec spec : specs) {
            Feature feature = feature(spec);
            features.add(feature);
            group(spec, feature);
        }
        groups.forEach(
                (type, ofType) -> index.put(type, new FilterIndex<>(factOfType.apply(type), ofType, Group::where)));
    }

    /** Two features whose series cannot be told apart by their keys; a change of either's bucket resolves it. */
    public Optional<String> clash() {
        return Optional.ofNullable(clash);
    }

    /** Java source of the class {@code Features}, with a getter for each feature. */
    public String source(String packageName) {
        return FeatureFact.source(packageName, features);
    }

    /** Ids of the features whose value is money. */
    public Set<String> money() {
        return features.stream()
                .filter(feature -> feature.kind() == ValueKind.MONEY)
                .map(feature -> feature.spec().id())
                .collect(Collectors.toSet());
    }

    List<Feature> features() {
        return features;
    }

    /** Series by position, which is the order of their keys. */
    List<Series> series() {
        return List.copyOf(byKey.values());
    }

    int[] keys() {
        return byKey.keySet().stream().mapToInt(Integer::intValue).toArray();
    }

    /** Those whose filter may match. */
    List<Group> groups(String eventType, Object body) {
        FilterIndex<Group> ofType = index.get(eventType);
        return ofType == null ? List.of() : ofType.candidates(body);
    }

    private EventMember member(String event, String name) {
        return members.computeIfAbsent(event, type -> new HashMap<>())
                .computeIfAbsent(name, member -> EventMember.of(factOfType.apply(event), member));
    }

    private List<Series> series(FeatureSpec spec) {
        EventMember of = spec.of() == null ? null : member(spec.event(), spec.of());
        Grid grid = new Grid(spec.bucket(), zone);
        return kept(spec).stream()
                .map(kept -> new Series(spec, kept, of, grid, currency))
                .toList();
    }

    private static List<Kept> kept(FeatureSpec spec) {
        return switch (spec.aggregate()) {
            case COUNT -> List.of(Kept.COUNT);
            case SUM -> List.of(Kept.SUM);
            case MIN -> List.of(Kept.MIN);
            case MAX -> List.of(Kept.MAX);
            case AVERAGE -> List.of(Kept.SUM, Kept.COUNT);
            case DISTINCT -> List.of(Kept.DISTINCT);
            case FIRST -> List.of(Kept.FIRST);
            case LAST -> List.of(Kept.LAST);
            case TIME_SINCE_LAST -> List.of(Kept.LAST_TIME);
            case USUAL_DAY -> List.of(Kept.FIRST_DAY);
            case MEAN, DEVIATION -> List.of(spec.of() == null ? Kept.COUNT : Kept.SUM);
        };
    }

    private void declare(FeatureSpec spec, Series series) {
        int key = hash.applyAsInt(series.identity());
        Series known = byKey.putIfAbsent(key, series);
        if (known == null) {
            firstReader.put(key, spec.id());
        } else if (known.identity().equals(series.identity())) {
            known.cover(spec.buckets());
        } else {
            clash = firstReader.get(key) + " and " + spec.id();
        }
    }

    private Feature feature(FeatureSpec spec) {
        List<Feature.Source> sources = series(spec).stream()
                .map(series -> hash.applyAsInt(series.identity()))
                .map(key -> new Feature.Source(byKey.headMap(key).size(), byKey.get(key)))
                .toList();
        EventMember of = spec.of() == null ? null : member(spec.event(), spec.of());
        return new Feature(spec, ValueKind.of(spec.aggregate(), of), currency, sources);
    }

    private void group(FeatureSpec spec, Feature feature) {
        List<Group> ofType = groups.computeIfAbsent(spec.event(), type -> new ArrayList<>());
        Group group = ofType.stream()
                .filter(one -> one.where().equals(spec.where()))
                .findFirst()
                .orElse(null);
        if (group == null) {
            EventFilter filter = new EventFilter(spec.event(), spec.where(), name -> member(spec.event(), name));
            group = new Group(spec.where(), filter, new ArrayList<>());
            ofType.add(group);
        }
        for (Feature.Source source : feature.sources()) {
            if (!group.series().contains(source)) {
                group.series().add(source);
            }
        }
    }
}
