package io.motengine.engine.rules;

import io.motengine.engine.facts.Customer;
import io.motengine.engine.release.Spelling;
import io.motengine.schemas.event.EventBody;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows the fields of the facts, and so what was probably meant by one that a fact does not have. */
final class FactFields {
    private static final Pattern GETTER = Pattern.compile("public \\S+ (?:get|is)(\\w+)\\(\\)");
    private static final Pattern WORD = Pattern.compile("(?<![\\w.$\"])[a-z]\\w*");
    private static final Pattern FACT = Pattern.compile("\\b([A-Z]\\w*)\\s*\\(");

    private final Set<String> features = new TreeSet<>();

    /** With the generated source of the {@code Features} fact. */
    FactFields(String featuresSource) {
        for (Matcher getter = GETTER.matcher(featuresSource); getter.find(); ) {
            features.add(small(getter.group(1)));
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

    private static String factAround(String rule, int position) {
        String fact = "";
        for (Matcher begin = FACT.matcher(rule); begin.find() && begin.end() <= position; ) {
            fact = begin.group(1);
        }
        return fact;
    }

    private Set<String> fields(String fact) {
        return fact.equals("Features") ? features : fields(load(Customer.class, fact), load(EventBody.class, fact));
    }

    private static Set<String> fields(Class<?>... facts) {
        Set<String> fields = new TreeSet<>();
        for (Class<?> fact : facts) {
            for (Method method : fact == null ? new Method[0] : fact.getDeclaredMethods()) {
                if (Modifier.isPublic(method.getModifiers()) && method.getParameterCount() == 0) {
                    fields.add(small(method.getName().replaceFirst("^(get|is)(?=[A-Z])", "")));
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

    private static String small(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
