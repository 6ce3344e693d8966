package io.motengine.engine.governance;

import java.time.Duration;

/**
 * How candidates are ranked: score = propensity × value × context × lever, each factor 1 when it is switched off.
 *
 * <p>Propensity and value are the card's. Context is 1 when the moment has just happened and falls to 0.5 at the card's
 * {@code maxAge}; on arrival at a channel of the ladder it is doubled. Lever is the card's priority ÷ 50. Equal scores fall to
 * the lower strategy id, then to the lower moment instance.
 *
 * @param propensity whether it counts; on if not given, as are the others
 * @param settle how long the candidates of a burst wait for each other; zero if not given
 */
public record Arbitration(Boolean propensity, Boolean value, Boolean context, Boolean lever, Duration settle) {
    /** All factors, no settling. */
    public static final Arbitration PLAIN = new Arbitration(null, null, null, null, null);

    public Arbitration {
        propensity = propensity == null || propensity;
        value = value == null || value;
        context = context == null || context;
        lever = lever == null || lever;
        settle = settle == null ? Duration.ZERO : settle;
    }
}
