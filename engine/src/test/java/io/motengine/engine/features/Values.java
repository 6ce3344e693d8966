package io.motengine.engine.features;

import java.util.function.IntFunction;

/** Stands for the generated class of the fact. */
public record Values(IntFunction<Object> values) {}
