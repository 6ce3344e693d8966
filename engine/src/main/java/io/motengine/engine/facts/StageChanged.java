package io.motengine.engine.facts;

/**
 * The customer entered another life-cycle stage in this evaluation.
 *
 * @param from empty if there was none
 * @param days calendar days spent in {@code from}, in the bank's time zone; 0 if there was none
 */
public record StageChanged(String from, String to, int days) {}
