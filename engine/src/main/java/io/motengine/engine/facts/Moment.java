package io.motengine.engine.facts;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** A detected moment of truth, with what its rule says about it: {@code conclude.moment("x").about(…).with("k", …)}. */
public final class Moment {
    /** Characters: rules that build upon each other's moments must not double a text until memory ends. */
    private static final int LONGEST = 10_000;

    private final String name;
    private final String instance;
    private final Map<String, String> variables = new TreeMap<>();
    private String subject = "";

    public Moment(String name) {
        this(name, null);
    }

    /** A moment that something else than the event or the due at hand identifies. */
    public Moment(String name, String instance) {
        this.name = bounded("moment", name);
        this.instance = instance;
    }

    /** What identifies it for good; null if that is the event or the due at hand. */
    public String getInstance() {
        return instance;
    }

    public String getName() {
        return name;
    }

    /** What it is about, such as a product or holding id; empty if nothing particular. Two subjects are two moments. */
    public String getSubject() {
        return subject;
    }

    public Map<String, String> getVariables() {
        return Collections.unmodifiableMap(variables);
    }

    public Moment about(String what) {
        subject = what == null ? "" : bounded("about", what);
        return this;
    }

    /** A variable that content may show; money shows with two decimals and its currency. */
    public Moment with(String variable, Object value) {
        variables.put(bounded("with", variable), bounded(variable, String.valueOf(value)));
        return this;
    }

    private static String bounded(String what, String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    what + ": " + text.length() + " characters (expected: at most " + LONGEST + ")");
        }
        return text;
    }
}
