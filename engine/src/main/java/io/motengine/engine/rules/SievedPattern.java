package io.motengine.engine.rules;

import java.util.List;

/** A pattern on facts of one type, with its constraints on them alone. */
final class SievedPattern {
    private final int type;
    private final Check[] checks;
    private final boolean asked;
    private final SievedRule[] opens;

    /**
     * As it stands in a sieve.
     *
     * @param asked whether it is tried only when a rule asks for it
     * @param opens rules that need not be looked at before some fact matches this
     */
    SievedPattern(int type, List<Check> checks, boolean asked, List<SievedRule> opens) {
        this.type = type;
        this.checks = checks.toArray(Check[]::new);
        this.asked = asked;
        this.opens = opens.toArray(SievedRule[]::new);
    }

    int type() {
        return type;
    }

    boolean isAsked() {
        return asked;
    }

    SievedRule[] opens() {
        return opens;
    }

    boolean matches(Object fact, CheckTree.Trial trial) throws Exception {
        for (Check check : checks) {
            if (!trial.holds(check, fact)) {
                return false;
            }
        }
        return true;
    }
}
