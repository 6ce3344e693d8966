package io.motengine.engine.scorecards;

import java.math.BigDecimal;

/** What indicators are read from, by name, and only when a card asks. */
@FunctionalInterface
public interface Values {
    /** A number, or money in whole units of the base currency; null if not known. */
    BigDecimal value(String name);
}
