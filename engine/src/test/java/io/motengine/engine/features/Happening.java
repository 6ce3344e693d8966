package io.motengine.engine.features;

/** A {@link Told} event at a time, epoch milliseconds. */
public record Happening(String type, long time, Told body) {}
