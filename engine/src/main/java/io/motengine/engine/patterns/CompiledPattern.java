package io.motengine.engine.patterns;

import java.util.stream.IntStream;

/** A declaration with what is asked of it at every event worked out once. */
final class CompiledPattern {
    private final PatternSpec spec;
    private final int hash;
    private final long within;
    private final int[] declaredSteps;

    CompiledPattern(PatternSpec spec) {
        this.spec = spec;
        this.hash = spec.declarationHash();
        this.within = spec.within().toMillis();
        this.declaredSteps = IntStream.range(0, spec.steps().size())
                .flatMap(step -> IntStream.generate(() -> step)
                        .limit(spec.steps().get(step).times()))
                .toArray();
    }

    PatternSpec spec() {
        return spec;
    }

    String id() {
        return spec.id();
    }

    int hash() {
        return hash;
    }

    boolean waits() {
        return spec.waits();
    }

    int limit() {
        return spec.limit();
    }

    /** Steps with every repetition counted. */
    int length() {
        return declaredSteps.length;
    }

    /** Which declared step the chain's step (from 0) repeats. */
    int declaredStep(int step) {
        return declaredSteps[step];
    }

    /** The last millisecond of what begins at {@code start}. */
    long end(long start) {
        return start + within;
    }
}
