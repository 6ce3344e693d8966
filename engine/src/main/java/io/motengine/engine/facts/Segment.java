package io.motengine.engine.facts;

/** The customer belongs to this segment now. */
public record Segment(String name) {}
