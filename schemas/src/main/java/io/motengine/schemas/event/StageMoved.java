package io.motengine.schemas.event;

/**
 * The customer's life-cycle stage changed. The engine raises it itself, so that features and patterns can be declared over it;
 * it stands on no topic, and one that is sent in is refused.
 *
 * @param from stage before; empty if there was none
 * @param to stage now, never null
 */
public record StageMoved(String from, String to) implements EventBody {}
