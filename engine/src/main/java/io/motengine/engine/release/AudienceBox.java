package io.motengine.engine.release;

import io.motengine.engine.rules.Audience;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which values members of a customer can have in an audience, each member by itself.
 *
 * <p>It is never too narrow: what it holds to be impossible is. Of numbers it looks at those around every number that the audience
 * speaks of, which is all that comparisons can tell apart.
 */
final class AudienceBox {
    private static final Map<String, Integer> LEAST = Map.of("age", -1, "families", 0, "daysSinceOpening", -1);

    private final Map<String, Set<String>> all = new TreeMap<>();
    private final Map<String, Set<String>> values;

    AudienceBox(Collection<String> tiers, Collection<String> stages, Audience audience) {
        all.put("kind", new TreeSet<>(Kinds.ALL));
        all.put("tier", withNone(tiers));
        all.put("stage", withNone(stages));
        all.put(
                "riskGrade",
                IntStream.rangeClosed(0, 5).mapToObj(Integer::toString).collect(Collectors.toCollection(TreeSet::new)));
        LEAST.keySet().forEach(member -> all.put(member, new TreeSet<>(Set.of(String.valueOf(LEAST.get(member))))));
        collectNumbers(audience);
        values = of(audience);
    }

    private static Set<String> withNone(Collection<String> words) {
        Set<String> values = new TreeSet<>(words);
        values.add("");
        return values;
    }

    /** Whether anybody can be in the audience. */
    boolean possible() {
        return values != null;
    }

    /** Values that a member can have; the audience must be possible. */
    Set<String> values(String member) {
        return values.get(member);
    }

    private void collectNumbers(Audience audience) {
        if (audience instanceof Audience.All every) {
            every.parts().forEach(this::collectNumbers);
        } else if (audience instanceof Audience.Any any) {
            any.parts().forEach(this::collectNumbers);
        } else if (audience instanceof Audience.Compared compared && isNumber(compared)) {
            int number = Integer.parseInt(compared.literal());
            for (int near = number - 1; near <= number + 1; near++) {
                if (near >= LEAST.get(compared.member())) {
                    all.get(compared.member()).add(String.valueOf(near));
                }
            }
        }
    }

    private static boolean isNumber(Audience.Compared compared) {
        return LEAST.containsKey(compared.member()) && compared.literal().matches("-?\\d+");
    }

    /** Null if nobody can be in it. */
    private Map<String, Set<String>> of(Audience audience) {
        if (audience instanceof Audience.All every) {
            Map<String, Set<String>> box = all;
            for (Audience part : every.parts()) {
                box = both(box, of(part));
            }
            return box;
        }
        if (audience instanceof Audience.Any any) {
            Map<String, Set<String>> box = null;
            for (Audience part : any.parts()) {
                box = either(box, of(part));
            }
            return box;
        }
        return audience instanceof Audience.Compared compared ? of(compared) : all;
    }

    private Map<String, Set<String>> of(Audience.Compared compared) {
        Set<String> known = all.get(compared.member());
        if (known == null || compared.negated()) {
            return all;
        }
        Set<String> left = known.stream()
                .filter(value -> holds(value, compared.operator(), compared.literal()))
                .collect(Collectors.toCollection(TreeSet::new));
        if (left.isEmpty()) {
            return null;
        }
        Map<String, Set<String>> box = new TreeMap<>(all);
        box.put(compared.member(), left);
        return box;
    }

    private static boolean holds(String value, String operator, String literal) {
        boolean numbers = literal.matches("-?\\d+") && value.matches("-?\\d+");
        int order = numbers
                ? Integer.compare(Integer.parseInt(value), Integer.parseInt(literal))
                : value.compareTo(literal);
        return switch (operator) {
            case "==" -> order == 0;
            case "!=" -> order != 0;
            case "<" -> !numbers || order < 0;
            case "<=" -> !numbers || order <= 0;
            case ">" -> !numbers || order > 0;
            case ">=" -> !numbers || order >= 0;
            default -> true;
        };
    }

    private static Map<String, Set<String>> both(Map<String, Set<String>> a, Map<String, Set<String>> b) {
        if (a == null || b == null) {
            return null;
        }
        Map<String, Set<String>> box = new TreeMap<>();
        List<String> empty = new ArrayList<>();
        a.forEach((member, values) -> {
            Set<String> common = new TreeSet<>(values);
            common.retainAll(b.get(member));
            box.put(member, common);
            if (common.isEmpty()) {
                empty.add(member);
            }
        });
        return empty.isEmpty() ? box : null;
    }

    private static Map<String, Set<String>> either(Map<String, Set<String>> a, Map<String, Set<String>> b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        Map<String, Set<String>> box = new TreeMap<>();
        a.forEach((member, values) -> {
            Set<String> union = new TreeSet<>(values);
            union.addAll(b.get(member));
            box.put(member, union);
        });
        return box;
    }
}
