package io.motengine.engine.facts;

/**
 * Today is the day of one of a strategy's waves (多波次), and its goal has not been met.
 *
 * @param strategy the card's id
 * @param stage the stage that has lasted so long
 * @param day days since the stage began
 * @param instance the stage entry and the day: identifies this wave for good
 */
public record Wave(String strategy, String stage, int day, String instance) {}
