package io.motengine.schemas.event;

/**
 * The customer and the bank met: a ticket in the branch, a machine, a counter, a call, a complaint.
 *
 * @param kind {@code branch-ticket}, {@code machine}, {@code counter}, {@code call-in}, {@code call-out},
 *     {@code complaint-opened}, {@code complaint-closed}; never null
 * @param branch where; null if not in a branch
 * @param topic what about; null if not sent
 */
public record ServiceContact(String kind, String branch, String topic) implements EventBody {}
