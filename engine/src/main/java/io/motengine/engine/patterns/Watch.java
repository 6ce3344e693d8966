package io.motengine.engine.patterns;

import io.motengine.engine.events.EventFilter;
import io.motengine.engine.events.EventMember;
import java.util.ArrayList;
import java.util.List;

/** What one pattern looks for in the events of one type. */
final class Watch {
    private final CompiledPattern pattern;
    private final String type;
    private final EventMember by;
    private final List<EventFilter> filters = new ArrayList<>();
    private final List<Integer> bits = new ArrayList<>();

    Watch(CompiledPattern pattern, String type, Class<?> fact) {
        this.pattern = pattern;
        this.type = type;
        PatternSpec spec = pattern.spec();
        this.by = spec.by() == null ? null : EventMember.of(fact, spec.by());
        look(spec.unless(), Occurrence.UNLESS, fact);
        for (int step = 0; step < spec.steps().size(); step++) {
            look(spec.steps().get(step), Occurrence.FIRST_STEP << step, fact);
        }
    }

    private void look(PatternSpec.Step step, int bit, Class<?> fact) {
        if (step != null && step.event().equals(type)) {
            filters.add(new EventFilter(type, fact, step.where()));
            bits.add(bit);
        }
    }

    CompiledPattern pattern() {
        return pattern;
    }

    /** A bit for each part of the pattern that the event is, as in {@link Occurrence#matched()}. */
    int matched(Object body) {
        int matched = 0;
        for (int i = 0; i < filters.size(); i++) {
            if (filters.get(i).matches(type, body)) {
                matched |= bits.get(i);
            }
        }
        return matched;
    }

    String key(Object body) {
        return by == null ? "" : by.text(body);
    }
}
