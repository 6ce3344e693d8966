package io.motengine.engine.events;

import io.motengine.schemas.event.EventTypes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Which names the declared event types of one release may have. */
final class DeclaredNames {
    /** Two small letters first: bean properties such as {@code aValue} have two readings. */
    private static final Pattern FIELD = Pattern.compile("[a-z][a-z0-9][a-zA-Z0-9]{0,60}");

    private static final Pattern FACT = Pattern.compile("[A-Z][a-zA-Z0-9]{2,60}");
    private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9]*([.-][a-z0-9]+)+\\.v[1-9][0-9]{0,3}");
    private static final int LONGEST_TYPE = 120;

    /** A fact of one of these names is, or could be taken for, something else in rules or in the generated class. */
    private static final List<String> TAKEN_PACKAGES = List.of(
            "io.motengine.engine.facts.",
            "io.motengine.schemas.event.",
            "io.motengine.schemas.money.",
            "java.lang.",
            "java.time.",
            "java.util.");

    /** Words of Java, and those that DRL does not take for a member (tried one by one: {@code from} and {@code in} it does). */
    private static final Set<String> KEYWORDS = Set.of(("abstract assert boolean break byte case catch char class const"
                    + " continue default do double else enum extends final finally float for goto if implements import"
                    + " instanceof int interface long native new package private protected public return short static"
                    + " strictfp super switch synchronized this throw throws transient try void volatile while true false"
                    + " null after and before coincides contains during end excludes finishedby finishes includes matches"
                    + " meets memberof memberOf metby not or overlappedby overlaps soundslike startedby starts str unit when")
            .split(" "));

    private final Set<String> facts = new HashSet<>(Set.of("Features"));
    private final Set<String> types = new HashSet<>();

    /** What was expected of the name of a fact; null if nothing is wrong. Remembers it. */
    String wrongWith(String name) {
        if (!FACT.matcher(name).matches()) {
            return "a name such as CardBlocked";
        }
        if (isTaken(name)) {
            return "a name that rules do not know already";
        }
        return facts.add(name) ? null : "a name of its own";
    }

    /** What was expected of the type of events; null if nothing is wrong. Remembers it. */
    String wrongWithType(String type) {
        if (type == null || type.length() > LONGEST_TYPE || !TYPE.matcher(type).matches()) {
            return "@event(\"…\") with a type that ends in a version, such as bank.card.blocked.v1";
        }
        if (type.startsWith("mot.") || EventTypes.byBody().containsValue(type)) {
            return "a type that the contract does not know already";
        }
        return types.add(type) ? null : "a type of its own";
    }

    /** What was expected of the name of a member; null if nothing is wrong. */
    static String wrongWithField(String name, boolean besideMoney) {
        if (!FIELD.matcher(name).matches() || KEYWORDS.contains(name)) {
            return "camelCase of two letters or more, and no word of Java or DRL";
        }
        return besideMoney && name.equals("currency") ? "left out: it is read with the money that it belongs to" : null;
    }

    private boolean isTaken(String name) {
        return TAKEN_PACKAGES.stream().anyMatch(prefix -> exists(prefix + name));
    }

    private static boolean exists(String className) {
        try {
            Class.forName(className, false, DeclaredNames.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
