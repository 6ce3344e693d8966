package io.motengine.cli.rules.simulate;

import io.motengine.engine.offline.Decided;
import io.motengine.schemas.action.ActionIssued;

/** What came of the decisions of one shard. Not thread-safe. */
final class Results {
    private final Figures figures;
    private final Kept kept;
    private final Written written;

    /**
     * Nothing yet.
     *
     * @param kept by customer, for a comparison; null for none
     * @param written takes all records, of all shards; null if nobody wants them
     */
    Results(Figures figures, Kept kept, Written written) {
        this.figures = figures;
        this.kept = kept;
        this.written = written;
    }

    void decided(Decided decided) {
        figures.decided(decided);
        if (kept != null) {
            kept.decided(decided);
        }
        if (written != null) {
            written.decided(decided);
        }
    }

    /** An action that the allocator let go. */
    void left(ActionIssued action) {
        figures.issued(action);
        if (kept != null) {
            kept.issued(action);
        }
        if (written != null) {
            written.issued(action);
        }
    }

    /** An action that the allocator had nothing left for. */
    void denied(ActionIssued action) {
        figures.denied(action);
        if (kept != null) {
            kept.denied(action);
        }
    }

    /** These and those of another shard. */
    Results and(Results other) {
        figures.add(other.figures);
        if (kept != null) {
            kept.add(other.kept);
        }
        return this;
    }

    Figures figures() {
        return figures;
    }

    Kept kept() {
        return kept;
    }
}
