package io.motengine.schemas.event;

/**
 * The customer is to be forgotten (right to erasure): everything known goes, and so does whatever arrives later.
 *
 * @param reason stable word such as {@code customer-request}; null if not sent
 */
public record CustomerErased(String reason) implements EventBody {}
