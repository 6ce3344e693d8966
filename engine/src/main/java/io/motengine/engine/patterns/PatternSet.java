package io.motengine.engine.patterns;

import io.motengine.engine.events.EventFilter;
import io.motengine.engine.events.EventMember;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** The declared patterns of a release: which events open them, which close them in time. */
public final class PatternSet {
    private static final Comparator<OpenPattern> DUE_ORDER = Comparator.comparingLong(OpenPattern::deadline)
            .thenComparing(OpenPattern::pattern)
            .thenComparing(OpenPattern::by);

    private final List<Pattern> patterns;

    /** One pattern, ready to match. */
    private record Pattern(PatternSpec spec, EventFilter open, EventFilter unless, EventMember openBy, EventMember by) {
        private Pattern(PatternSpec spec, Function<String, Class<?>> factOfType) {
            this(
                    spec,
                    filter(spec.open(), factOfType),
                    filter(spec.unless(), factOfType),
                    member(spec, spec.open(), factOfType),
                    member(spec, spec.unless(), factOfType));
        }

        private static EventFilter filter(PatternSpec.Step step, Function<String, Class<?>> factOfType) {
            return new EventFilter(step.event(), factOfType.apply(step.event()), step.where());
        }

        private static EventMember member(
                PatternSpec spec, PatternSpec.Step step, Function<String, Class<?>> factOfType) {
            return spec.by() == null ? null : EventMember.of(factOfType.apply(step.event()), spec.by());
        }
    }

    /**
     * Ready to match.
     *
     * @param factOfType class of the facts that events of a type become
     */
    public PatternSet(List<PatternSpec> specs, Function<String, Class<?>> factOfType) {
        this.patterns =
                specs.stream().map(spec -> new Pattern(spec, factOfType)).toList();
    }

    /**
     * Takes an event in: it closes what it prevents and opens what it begins. A second opening with the same correlation
     * replaces the first, so the wait counts from the last time the customer began.
     *
     * @param instance the event as {@code source/id}
     * @param open the customer's open instances; changed in place
     */
    public void add(String type, Object body, long time, String instance, List<OpenPattern> open) {
        for (Pattern pattern : patterns) {
            String id = pattern.spec().id();
            if (pattern.unless().matches(type, body)) {
                String by = pattern.by() == null ? "" : pattern.by().text(body);
                open.removeIf(o -> o.pattern().equals(id) && o.by().equals(by) && o.openedAt() <= time);
            }
            if (pattern.open().matches(type, body)) {
                String by = pattern.openBy() == null ? "" : pattern.openBy().text(body);
                open.removeIf(o -> o.pattern().equals(id) && o.by().equals(by) && o.openedAt() <= time);
                if (open.stream().noneMatch(o -> o.pattern().equals(id) && o.by().equals(by))) {
                    open.add(new OpenPattern(
                            id,
                            by,
                            instance,
                            time,
                            time + pattern.spec().within().toMillis()));
                }
                keepNewest(id, pattern.spec().limit(), open);
            }
        }
        open.sort(DUE_ORDER);
    }

    private static void keepNewest(String id, int limit, List<OpenPattern> open) {
        while (open.stream().filter(o -> o.pattern().equals(id)).count() > limit) {
            OpenPattern oldest = open.stream()
                    .filter(o -> o.pattern().equals(id))
                    .min(Comparator.comparingLong(OpenPattern::openedAt).thenComparing(OpenPattern::by))
                    .orElseThrow();
            open.remove(oldest);
        }
    }
}
