package io.motengine.engine.patterns;

import io.motengine.engine.events.EventFilter;
import io.motengine.engine.events.EventMember;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What one pattern looks for in the events of one type. */
final class Watch {
    private final CompiledPattern pattern;
    private final String type;
    private final EventMember by;
    private final List<Look> looks = new ArrayList<>();

    private record Look(EventFilter filter, int bit) {}

    /** @param members of the events of that type, by name */
    Watch(CompiledPattern pattern, String type, Function<String, EventMember> members) {
        this.pattern = pattern;
        this.type = type;
        PatternSpec spec = pattern.spec();
        this.by = spec.by() == null ? null : members.apply(spec.by());
        look(spec.unless(), Occurrence.UNLESS, members);
        for (int step = 0; step < spec.steps().size(); step++) {
            look(spec.steps().get(step), Occurrence.FIRST_STEP << step, members);
        }
    }

    private void look(PatternSpec.Step step, int bit, Function<String, EventMember> members) {
        if (step != null && step.event().equals(type)) {
            looks.add(new Look(new EventFilter(type, step.where(), members), bit));
        }
    }

    CompiledPattern pattern() {
        return pattern;
    }

    /** A bit for each part of the pattern that the event is, as in {@link Occurrence#matched()}. */
    int matched(Object body) {
        int matched = 0;
        for (Look look : looks) {
            if (look.filter().matches(type, body)) {
                matched |= look.bit();
            }
        }
        return matched;
    }

    String key(Object body) {
        return by == null ? "" : by.text(body);
    }
}
