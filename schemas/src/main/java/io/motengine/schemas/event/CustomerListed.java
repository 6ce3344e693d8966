package io.motengine.schemas.event;

import java.time.LocalDate;

/**
 * The customer was put on a list (名单制), such as the names that a branch uploads for a campaign, or taken off it.
 *
 * @param label name of the list, never null; rules see it among the customer's labels
 * @param listed whether the customer is on it from now on
 * @param until last day on it, in the bank's time zone; null if open
 */
public record CustomerListed(String label, boolean listed, LocalDate until) implements EventBody {}
