package io.motengine.engine.rules;

import io.motengine.engine.facts.Customer;
import io.motengine.engine.release.Spelling;
import io.motengine.schemas.event.EventBody;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows the fields of the facts, and so what was probably meant by one that a fact does not have. */
final class FactFields {
    private static final Pattern GETTER = Pattern.compile("public (\\S+) (?:get|is)(\\w+)\\(\\)");
    private static final Pattern WORD = Pattern.compile("(?<![\\w.$\"])[a-z]\\w*");
    private static final Pattern FACT = Pattern.compile("\\b([A-Z]\\w*)\\s*\\(");

    private static final Set<String> OF_ANYTHING = Set.of("hashCode", "toString");

    private final Map<String, String> featureTypes = new TreeMap<>();

    /** With the generated source of the {@code Features} fact. */
    FactFields(String featuresSource) {
        for (Matcher getter = GETTER.matcher(featuresSource); getter.find(); ) {
            String type = getter.group(1);
            featureTypes.put(small(getter.group(2)), type.substring(type.lastIndexOf('.') + 1));
        }
    }

    /** Words to add to a compiler's message about a rule; empty if there is nothing to suggest. */
    String suggestion(String message, String rule) {
        for (Matcher word = WORD.matcher(message); word.find(); ) {
            Matcher used =
                    Pattern.compile("(?<![\\w.$\"])" + word.group() + "\\b").matcher(rule);
            while (used.find()) {
                Set<String> fields = fields(factAround(rule, used.start()));
                if (!fields.contains(word.group())) {
                    var nearest = Spelling.nearest(word.group(), fields);
                    if (nearest.isPresent()) {
                        return " (did you mean " + nearest.get() + "?)";
                    }
                }
            }
        }
        return "";
    }

    /** Why a word that is used in a rule cannot stand there; null if it can, wherever it is used. */
    String wrongWith(String word, String rule) {
        Matcher used =
                Pattern.compile("(?<![\\w.$\"])" + Pattern.quote(word) + "\\b").matcher(rule);
        while (used.find()) {
            String fact = factAround(rule, used.start());
            Set<String> known = fields(fact);
            if (!known.isEmpty() && !known.contains(word)) {
                return "no field of " + fact + " (expected: " + Spelling.choices(word, known) + ")";
            }
        }
        return null;
    }

    /** Simple name of the type of a field, of the fact in which it is used first; null if it is not known. */
    String typeOf(String word, String rule) {
        Matcher used =
                Pattern.compile("(?<![\\w.$\"])" + Pattern.quote(word) + "\\b").matcher(rule);
        if (!used.find()) {
            return null;
        }
        String fact = factAround(rule, used.start());
        if (fact.equals("Features")) {
            return featureTypes.get(word);
        }
        for (Class<?> type : new Class<?>[] {load(Customer.class, fact), load(EventBody.class, fact)}) {
            for (Method method : type == null ? new Method[0] : type.getDeclaredMethods()) {
                if (method.getParameterCount() == 0 && field(method).equals(word)) {
                    return method.getReturnType().getSimpleName();
                }
            }
        }
        return null;
    }

    private static String field(Method method) {
        return small(method.getName().replaceFirst("^(get|is)(?=[A-Z])", ""));
    }

    private static String factAround(String rule, int position) {
        String fact = "";
        for (Matcher begin = FACT.matcher(rule); begin.find() && begin.end() <= position; ) {
            fact = begin.group(1);
        }
        return fact;
    }

    private Set<String> fields(String fact) {
        return fact.equals("Features")
                ? featureTypes.keySet()
                : fields(load(Customer.class, fact), load(EventBody.class, fact));
    }

    private static Set<String> fields(Class<?>... facts) {
        Set<String> fields = new TreeSet<>();
        for (Class<?> fact : facts) {
            for (Method method : fact == null ? new Method[0] : fact.getDeclaredMethods()) {
                if (Modifier.isPublic(method.getModifiers())
                        && method.getParameterCount() == 0
                        && !OF_ANYTHING.contains(method.getName())) {
                    fields.add(field(method));
                }
            }
        }
        return fields;
    }

    private static Class<?> load(Class<?> neighbour, String name) {
        try {
            return name.isEmpty() ? null : Class.forName(neighbour.getPackageName() + "." + name);
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    static String small(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
