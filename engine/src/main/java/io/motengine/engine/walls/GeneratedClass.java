package io.motengine.engine.walls;

import io.motengine.engine.walls.GeneratedCalls.Kind;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A class of a build, told by its name, of which authors have no say.
 *
 * @param name with dots
 * @param kind null for one that no rule should have become
 * @param word of a lambda what it is: {@code Predicate}, {@code Extractor} or {@code Consequence}
 * @param stratum folder of the rules that it is for; null if for all
 */
record GeneratedClass(String name, Kind kind, String word, String stratum) {
    private static final String STRATUM = "mot\\.(segments|stages|moments|candidates)\\.";
    private static final Pattern LAMBDA =
            Pattern.compile(STRATUM + "P[0-9A-F]{2}\\.Lambda(Predicate|Extractor|Consequence)[0-9A-F]{32}");
    /** With a thousand rules and more, a stratum becomes several: the rules are in those that end in a number. */
    private static final Pattern RULES = Pattern.compile(STRATUM + "Rules[0-9A-F]{32}(?:(?:RuleMethods|Rules)\\d+)?");

    private static final Pattern METADATA =
            Pattern.compile(STRATUM + "DomainClassesMetadata[0-9A-F]{32}(?:\\$\\w+_Metadata)?");
    private static final Pattern PROJECT = Pattern.compile("org\\.drools\\.project\\.model\\.ProjectModel_\\w+");

    static GeneratedClass of(String name, Set<String> facts) {
        if (facts.contains(name)) {
            return new GeneratedClass(name, Kind.FACT, "", null);
        }
        Matcher lambda = LAMBDA.matcher(name);
        if (lambda.matches()) {
            return new GeneratedClass(name, Kind.LAMBDA, lambda.group(2), lambda.group(1));
        }
        Matcher rules = RULES.matcher(name);
        if (rules.matches()) {
            return new GeneratedClass(name, Kind.RULES, "", rules.group(1));
        }
        Matcher metadata = METADATA.matcher(name);
        if (metadata.matches()) {
            return new GeneratedClass(name, Kind.METADATA, "", metadata.group(1));
        }
        return new GeneratedClass(name, PROJECT.matcher(name).matches() ? Kind.PROJECT : null, "", null);
    }

    boolean isConsequence() {
        return word.equals("Consequence");
    }
}
