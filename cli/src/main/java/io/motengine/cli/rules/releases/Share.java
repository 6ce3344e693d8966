package io.motengine.cli.rules.releases;

import io.motengine.cli.Refusal;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** A share of customers as people type it: {@code 5%}, {@code 0.5%}. */
final class Share {
    private static final Pattern TEXT = Pattern.compile("\\d{1,3}(\\.\\d{1,2})?%");
    private static final int HUNDREDTHS = 100;

    private Share() {}

    /** In ten thousand. */
    static int of(String text) {
        if (TEXT.matcher(text).matches()) {
            int share = new BigDecimal(text.substring(0, text.length() - 1))
                    .multiply(BigDecimal.valueOf(HUNDREDTHS))
                    .intValueExact();
            if (share >= 1 && share <= HUNDREDTHS * HUNDREDTHS) {
                return share;
            }
        }
        throw new Refusal("--canary: " + text + " (expected: a share of customers such as 5%, from 0.01% to 100%)");
    }
}
