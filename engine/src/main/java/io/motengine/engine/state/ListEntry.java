package io.motengine.engine.state;

import java.time.LocalDate;

/**
 * Whether the customer is on a list (名单制), as last reported.
 *
 * @param until last day, in the bank's zone; null if open
 * @param listed false once taken off
 * @param reportedAt event time of the report, epoch milliseconds: an older report never overwrites a newer one
 */
public record ListEntry(LocalDate until, boolean listed, long reportedAt) {
    public boolean holdsOn(LocalDate day) {
        return listed && (until == null || !day.isAfter(until));
    }

    public static ListEntry newer(ListEntry a, ListEntry b) {
        if (a.reportedAt != b.reportedAt) {
            return a.reportedAt > b.reportedAt ? a : b;
        }
        return a.toString().compareTo(b.toString()) >= 0 ? a : b;
    }
}
