package io.motengine.engine.patterns;

import io.motengine.engine.events.Condition;
import io.motengine.engine.record.Hashes;
import java.math.BigDecimal;
import java.util.TreeMap;
import java.util.TreeSet;

/** The part of a declaration that progress depends on, as text that two equal declarations share. */
final class Declaration {
    private Declaration() {}

    static int hash(PatternSpec spec) {
        StringBuilder text = new StringBuilder(spec.id());
        spec.steps().forEach(step -> append(step, text.append("\nstep ")));
        if (spec.unless() != null) {
            append(spec.unless(), text.append("\nunless "));
        }
        text.append("\nwithin ")
                .append(spec.within().toMillis())
                .append("\nby ")
                .append(spec.by());
        long hash = Hashes.of(text.toString());
        return (int) (hash ^ (hash >>> Integer.SIZE));
    }

    private static void append(PatternSpec.Step step, StringBuilder text) {
        text.append(step.event()).append(" x").append(step.times());
        new TreeMap<>(step.where()).forEach((member, condition) -> append(member, condition, text));
    }

    private static void append(String member, Condition condition, StringBuilder text) {
        text.append("\n ")
                .append(member)
                .append(new TreeSet<>(condition.values()))
                .append(plain(condition.atLeast()))
                .append("..")
                .append(plain(condition.below()));
    }

    private static String plain(BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }
}
