package io.motengine.schemas.event;

/**
 * Asks an old identity (the event's subject) to hand what is known of it to the customer it became; stands on {@code
 * mot.internal} only. It may come more than once for the same link.
 *
 * @param into the customer, never null
 * @param link the {@code customer.linked} event that said so, as {@code source/id}; never null
 */
public record MergeRequested(String into, String link) implements EventBody {}
