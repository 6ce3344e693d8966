package io.motengine.engine.facts;

/**
 * Where the customer stands in the life cycle before this event.
 *
 * @param stage empty if none yet
 * @param days full days in that stage
 * @param silentDays full days since the last transaction or click before now; 0 while one is being decided
 */
public record LifeCycle(String stage, int days, int silentDays) {}
