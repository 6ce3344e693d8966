package io.motengine.engine.governance;

import java.util.Locale;

/** The layers of governance, in the order in which they judge. */
public enum Layer {
    ELIGIBILITY,
    TIER,
    CONTACT_POLICY,
    ARBITRATION,
    HOLD_OUT,
    CHANNEL;

    /** As it stands in decision records and metrics. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
