package io.motengine.jobs.stream;

import io.motengine.engine.allocate.Need;
import java.time.Instant;
import java.util.List;

/** What customers ask of the allocator, on its way there. */
public sealed interface AllocationRequest {
    /** Something that is asked about. */
    String resource();

    /**
     * All of the needs or none.
     *
     * @param needs at least one
     * @param time when the action was decided
     * @param record the action, which leaves if all is given
     */
    record Claim(String customer, String action, Instant time, List<Need> needs, OutputRecord record)
            implements AllocationRequest {
        public Claim {
            needs = List.copyOf(needs);
        }

        @Override
        public String resource() {
            return needs.get(0).resource();
        }
    }

    /** A claim is not needed any more. */
    record GiveBack(String resource, String claim) implements AllocationRequest {}

    /** There is more or less than the release says. */
    record Correct(String resource, String id, long change, long budgetChange) implements AllocationRequest {}
}
