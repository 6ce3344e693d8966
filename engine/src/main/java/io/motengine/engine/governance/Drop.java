package io.motengine.engine.governance;

/**
 * Why a layer let a candidate go no further.
 *
 * @param reason stable code
 * @param detail in plain words, with the figures
 */
public record Drop(Layer layer, String reason, String detail) {}
