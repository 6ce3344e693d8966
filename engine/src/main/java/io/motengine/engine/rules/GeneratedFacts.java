package io.motengine.engine.rules;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the facts that a release generates classes for can be asked. */
final class GeneratedFacts {
    private static final Pattern GETTER = Pattern.compile("public \\S+ ((?:get|is)\\w+)\\(\\)");

    private final Map<String, Set<String>> getters = new TreeMap<>();

    /** With the generated source of the {@code Features} fact. */
    GeneratedFacts(FactClasses facts, String featuresSource) {
        this(facts.sources());
        getters.put(RuleCompiler.FACTS_PACKAGE + ".Features", gettersIn(featuresSource));
    }

    /** Of sources by class name. */
    GeneratedFacts(Map<String, String> sources) {
        sources.forEach((name, source) -> getters.put(name, gettersIn(source)));
    }

    /** Names of methods by class. */
    Map<String, Set<String>> getters() {
        return getters;
    }

    private static Set<String> gettersIn(String source) {
        Set<String> names = new TreeSet<>();
        for (Matcher getter = GETTER.matcher(source); getter.find(); ) {
            names.add(getter.group(1));
        }
        return names;
    }
}
