package io.motengine.engine.governance;

/**
 * Why a layer let a candidate go no further.
 *
 * @param detail in plain words, with the figures
 */
public record Drop(Reason reason, String detail) {}
