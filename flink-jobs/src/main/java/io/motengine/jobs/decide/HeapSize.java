package io.motengine.jobs.decide;

import io.motengine.engine.state.CustomerState;

/** What a record takes of the heap, about: objects take several times what the same takes as bytes (measured, see docs/decisions/0025). */
final class HeapSize {
    private static final int BLANK = 1_200;
    private static final int TIMES_ITS_BYTES = 4;

    private HeapSize() {}

    static int of(CustomerState record) {
        return BLANK + TIMES_ITS_BYTES * record.recordBytes();
    }
}
