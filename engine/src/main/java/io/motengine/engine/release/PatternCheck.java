package io.motengine.engine.release;

import io.motengine.engine.events.Condition;
import io.motengine.engine.events.EventMember;
import io.motengine.engine.patterns.PatternSpec;
import io.motengine.engine.release.ReleaseException.Finding;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Checks the patterns of a release: names that must exist, values that must make sense together. */
final class PatternCheck {
    private static final String FILE = "patterns.yaml";
    private static final Pattern KEBAB = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Duration LONGEST = Duration.ofDays(400);
    private static final int HIGHEST_LIMIT = 100;

    private final String text;
    private final Collection<String> types;
    private final Function<String, Class<?>> factOfType;
    private final List<Finding> findings;

    PatternCheck(String text, Collection<String> types, Function<String, Class<?>> factOfType, List<Finding> findings) {
        this.text = text == null ? "" : text;
        this.types = types;
        this.factOfType = factOfType;
        this.findings = findings;
    }

    void check(List<PatternSpec> patterns) {
        Map<String, Integer> ids = new HashMap<>();
        Map<Integer, String> hashes = new HashMap<>();
        for (PatternSpec spec : patterns) {
            String id = spec == null ? "null" : String.valueOf(spec.id());
            int before = ids.merge(id, 1, Integer::sum) - 1;
            ListEntry entry = new ListEntry(text, id, before);
            if (spec == null || !KEBAB.matcher(id).matches()) {
                report(entry, "id:", id, "id: " + id, "a kebab-case id");
                continue;
            }
            if (before > 0) {
                report(entry, "id:", id, "declared " + (before + 1) + " times", "an id of its own");
                continue;
            }
            int sound = findings.size();
            check(spec, entry);
            if (findings.size() == sound) {
                String same = hashes.put(spec.declarationHash(), id);
                require(same == null, entry, "id:", id, "the same hash as " + same, "another id: this one's is taken");
            }
        }
    }

    private void check(PatternSpec spec, ListEntry entry) {
        Duration within = spec.within();
        require(
                within != null && !within.isZero() && !within.isNegative() && within.compareTo(LONGEST) <= 0,
                entry,
                "within:",
                spec.id(),
                "within: " + (within == null ? "none" : within),
                "more than 0s and at most 400d" + (spec.waits() ? ", how long the absence must last" : ""));
        require(
                spec.limit() >= 1 && spec.limit() <= HIGHEST_LIMIT,
                entry,
                "limit:",
                spec.id(),
                "limit: " + spec.limit(),
                "1 to " + HIGHEST_LIMIT);
        steps(spec, entry);
        for (PatternSpec.Step step : spec.steps()) {
            step(spec, step, entry);
        }
        if (spec.waits()) {
            step(spec, spec.unless(), entry);
            require(
                    spec.unless().times() == 1,
                    entry,
                    "unless:",
                    spec.id(),
                    "unless: times " + spec.unless().times(),
                    "once is enough to prevent it");
        }
    }

    private void steps(PatternSpec spec, ListEntry entry) {
        if (spec.steps().isEmpty()) {
            report(entry, "steps:", spec.id(), "steps: none", "one or more");
            return;
        }
        for (PatternSpec.Step step : spec.steps()) {
            require(
                    step.times() >= 1 && step.times() <= PatternSpec.MOST_STEPS,
                    entry,
                    "times: " + step.times(),
                    spec.id(),
                    "times: " + step.times(),
                    "1 to " + PatternSpec.MOST_STEPS);
        }
        int length = spec.length();
        require(
                length <= PatternSpec.MOST_STEPS,
                entry,
                "steps:",
                spec.id(),
                "steps: " + length + " with all repetitions",
                "at most " + PatternSpec.MOST_STEPS);
        require(
                length != 1 || spec.waits(),
                entry,
                "steps:",
                spec.id(),
                "steps: one event",
                "two or more, or unless: a rule can ask for one event itself");
    }

    private void step(PatternSpec spec, PatternSpec.Step step, ListEntry entry) {
        String event = String.valueOf(step.event());
        Class<?> fact = factOfType.apply(event);
        if (fact == null) {
            report(
                    entry,
                    "event: " + event,
                    spec.id(),
                    "event: " + event,
                    Spelling.suggestion(event, types) + "one of " + types);
            return;
        }
        step.where().forEach((member, condition) -> where(spec, event, fact, member, condition, entry));
        if (spec.by() != null) {
            member(spec, fact, event, spec.by(), "by: ", entry);
        }
    }

    private void where(
            PatternSpec spec, String event, Class<?> fact, String member, Condition condition, ListEntry entry) {
        EventMember found = member(spec, fact, event, member, "", entry);
        if (found != null && condition.isRange()) {
            require(
                    found.kind() == EventMember.Kind.MONEY || found.kind() == EventMember.Kind.NUMBER,
                    entry,
                    member + ":",
                    spec.id(),
                    "a range of " + member,
                    "a member that is money or a number");
        }
    }

    private EventMember member(
            PatternSpec spec, Class<?> fact, String event, String member, String key, ListEntry entry) {
        EventMember found = EventMember.of(fact, member);
        List<String> names = EventMember.names(fact);
        require(
                found != null,
                entry,
                key.isEmpty() ? member + ":" : key + member,
                spec.id(),
                key + member,
                Spelling.suggestion(member, names) + "a member of " + event + ": " + names);
        return found;
    }

    private void require(boolean holds, ListEntry entry, String near, String id, String found, String expected) {
        if (!holds) {
            report(entry, near, id, found, expected);
        }
    }

    private void report(ListEntry entry, String near, String id, String found, String expected) {
        findings.add(new Finding(FILE, entry.line(near), 0, id + ": " + found + " (expected: " + expected + ")"));
    }
}
