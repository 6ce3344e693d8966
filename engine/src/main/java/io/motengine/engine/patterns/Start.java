package io.motengine.engine.patterns;

/**
 * The first step of a chain.
 *
 * @param time epoch milliseconds
 * @param instance the event as {@code source/id}
 */
record Start(long time, String instance) {}
