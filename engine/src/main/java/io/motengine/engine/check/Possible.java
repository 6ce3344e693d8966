package io.motengine.engine.check;

import io.motengine.engine.rules.Audience;
import io.motengine.engine.rules.Audience.All;
import io.motengine.engine.rules.Audience.Any;
import io.motengine.engine.rules.Audience.Compared;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether constraints on one fact can hold at once, each member looked at by itself: what this holds to be impossible is. It tries
 * the values that comparisons can tell apart, which are those spoken of, their neighbours, and one more.
 */
final class Possible {
    private static final String ANOTHER = "\0another";

    private final Map<String, Set<String>> tried = new HashMap<>();

    private Possible(Audience constraints) {
        collect(constraints);
    }

    static boolean is(Audience constraints) {
        Possible possible = new Possible(constraints);
        return possible.values(constraints, possible.tried) != null;
    }

    private void collect(Audience constraints) {
        if (constraints instanceof All all) {
            all.parts().forEach(this::collect);
        } else if (constraints instanceof Any any) {
            any.parts().forEach(this::collect);
        } else if (constraints instanceof Compared compared && compares(compared)) {
            Set<String> values = tried.computeIfAbsent(compared.member(), none -> new TreeSet<>());
            if (number(compared.literal())) {
                long value = Long.parseLong(compared.literal());
                for (long near = value - 1; near <= value + 1; near++) {
                    values.add(Long.toString(near));
                }
            } else {
                values.add(compared.literal());
                values.add(ANOTHER);
            }
        }
    }

    /** By member what it can be; null if the constraints cannot hold. */
    private Map<String, Set<String>> values(Audience constraints, Map<String, Set<String>> from) {
        if (constraints instanceof All all) {
            Map<String, Set<String>> left = from;
            for (Audience part : all.parts()) {
                left = left == null ? null : values(part, left);
            }
            return left;
        }
        if (constraints instanceof Any any) {
            Map<String, Set<String>> left = null;
            for (Audience part : any.parts()) {
                left = either(left, values(part, from));
            }
            return left;
        }
        return constraints instanceof Compared compared && compares(compared) ? narrowed(compared, from) : from;
    }

    private static Map<String, Set<String>> narrowed(Compared compared, Map<String, Set<String>> from) {
        Set<String> left = new TreeSet<>(from.get(compared.member()));
        left.removeIf(value -> !holds(value, compared.operator(), compared.literal()));
        if (left.isEmpty()) {
            return null;
        }
        Map<String, Set<String>> narrowed = new HashMap<>(from);
        narrowed.put(compared.member(), left);
        return narrowed;
    }

    private static Map<String, Set<String>> either(Map<String, Set<String>> a, Map<String, Set<String>> b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        Map<String, Set<String>> union = new HashMap<>();
        a.forEach((member, values) -> {
            Set<String> all = new TreeSet<>(values);
            all.addAll(b.get(member));
            union.put(member, all);
        });
        return union;
    }

    private static boolean compares(Compared compared) {
        return !compared.negated()
                && compared.member().matches("\\w+")
                && switch (compared.operator()) {
                    case "==", "!=" -> true;
                    case "<", "<=", ">", ">=" -> number(compared.literal());
                    default -> false;
                };
    }

    /** Texts that are compared with numbers, and the other way round, are not judged. */
    private static boolean holds(String value, String operator, String literal) {
        if (number(value) != number(literal)) {
            return true;
        }
        int order =
                number(value) ? Long.compare(Long.parseLong(value), Long.parseLong(literal)) : value.compareTo(literal);
        return switch (operator) {
            case "==" -> order == 0;
            case "!=" -> order != 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    private static boolean number(String literal) {
        return literal.matches("-?\\d{1,9}");
    }
}
