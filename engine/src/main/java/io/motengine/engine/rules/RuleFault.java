package io.motengine.engine.rules;

import java.util.Set;

/** Rules threw or looped while one input was being decided; the input is to be decided again without them. */
public final class RuleFault extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Set<String> rules;
    private final Kind kind;

    /** What the rules did. */
    public enum Kind {
        THREW_IN_WHEN("threw-in-when"),
        THREW_IN_THEN("threw-in-then"),
        LOOPED("looped");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** As it stands in decision records. */
        public String code() {
            return code;
        }
    }

    RuleFault(Set<String> rules, Kind kind, String message) {
        super(message, null, false, false);
        this.rules = Set.copyOf(rules);
        this.kind = kind;
    }

    /**
     * The rules to leave out. For {@link Kind#THREW_IN_WHEN} these are suspects, for several rules may share a constraint and
     * not all of them need fail; empty if any rule might be it.
     */
    public Set<String> rules() {
        return rules;
    }

    public Kind kind() {
        return kind;
    }
}
