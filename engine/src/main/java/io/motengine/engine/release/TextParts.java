package io.motengine.engine.release;

import io.motengine.engine.catalog.ContentText.Text;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a text by their place in YAML, and the variables in them. */
final class TextParts {
    static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    /** A variable is counted as this many characters: 1,234,567.00 has so many. */
    static final int VARIABLE_CHARACTERS = 12;

    private TextParts() {}

    /** What the bank says; of objections the answers, for the customer words the objection. */
    static Map<String, String> of(Text text) {
        Map<String, String> parts = new LinkedHashMap<>();
        put(parts, "title", text.title());
        put(parts, "body", text.body());
        put(parts, "script", text.script());
        put(parts, "offer", text.offer());
        put(parts, "doNotSay", text.doNotSay());
        if (text.objections() != null) {
            new TreeMap<>(text.objections())
                    .forEach((objection, answer) -> put(parts, "objections/" + objection, answer));
        }
        return parts;
    }

    private static void put(Map<String, String> parts, String name, String words) {
        if (words != null) {
            parts.put(name, words);
        }
    }

    /** Names of the variables in some words. */
    static Set<String> variables(String words) {
        Set<String> variables = new TreeSet<>();
        for (Matcher variable = VARIABLE.matcher(words); variable.find(); ) {
            variables.add(variable.group(1));
        }
        return variables;
    }

    /** Characters of the longest text that some words become. */
    static int longest(String words) {
        String filled = VARIABLE.matcher(words).replaceAll("x".repeat(VARIABLE_CHARACTERS));
        return filled.codePointCount(0, filled.length());
    }
}
