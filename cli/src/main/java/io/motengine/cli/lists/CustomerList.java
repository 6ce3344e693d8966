package io.motengine.cli.lists;

import io.motengine.cli.Refusal;
import io.motengine.schemas.codec.EventWriter;
import io.motengine.schemas.event.CustomerListed;
import io.motengine.schemas.hash.Sha256;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * The list that an import is about.
 *
 * @param until last day on it; null when customers are taken off
 * @param listed whether customers are put on it, not taken off
 * @param at event time of the whole import: one instant, so that the order of rows says nothing
 */
record CustomerList(String label, LocalDate until, boolean listed, Instant at) {
    private static final String SOURCE = "/mot/lists";
    private static final Pattern LABEL = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int LONGEST_LABEL = 64;

    /**
     * What was asked for, checked.
     *
     * @throws Refusal with what was found and what was expected
     */
    static CustomerList of(String label, LocalDate until, boolean listed, Clock clock) {
        if (!LABEL.matcher(label).matches() || label.length() > LONGEST_LABEL) {
            throw new Refusal("--label: " + label + " (expected: small letters, digits and hyphens, such as"
                    + " spring-campaign, at most " + LONGEST_LABEL + ")");
        }
        LocalDate today = LocalDate.now(clock);
        if (listed && until == null) {
            throw new Refusal(
                    "--until: absent (expected: the last day on the list, such as " + today.plusMonths(1) + ")");
        }
        if (listed && until.isBefore(today)) {
            throw new Refusal("--until: " + until + " (expected: today, " + today + ", or later)");
        }
        if (!listed && until != null) {
            throw new Refusal("--until: " + until + " (expected: none with --off, which ends now)");
        }
        return new CustomerList(label, until, listed, clock.instant());
    }

    /** The event of one customer. Its id says what it says, so that a second import of the same file is a duplicate. */
    byte[] event(String customer) {
        String id = "list-"
                + Sha256.hex(label + "\n" + customer + "\n" + until + "\n" + listed)
                        .substring(0, 32);
        return EventWriter.write(id, SOURCE, customer, at, new CustomerListed(label, listed, until));
    }
}
