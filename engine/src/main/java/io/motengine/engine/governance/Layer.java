package io.motengine.engine.governance;

import java.util.Locale;

/** The layers of governance, in the order in which they judge. */
public enum Layer {
    ELIGIBILITY,
    CONTACT_POLICY,
    ARBITRATION,
    CHANNEL;

    /** As it stands in decision records and metrics. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
