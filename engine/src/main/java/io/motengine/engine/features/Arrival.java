package io.motengine.engine.features;

/**
 * What one event brings to a series.
 *
 * @param bucket number of the bucket that the event falls in
 * @param time epoch milliseconds
 * @param number amount in minor units, number or hash; 0 if the value is a text
 * @param text null if the value is a number
 */
record Arrival(long bucket, long time, long number, String text) {}
