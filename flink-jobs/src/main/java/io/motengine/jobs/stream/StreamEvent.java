package io.motengine.jobs.stream;

import io.motengine.schemas.decision.DeadLetter;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.Origin;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * The stream element: what one Kafka record turned out to be, or counts of such records.
 *
 * <p>Every record becomes exactly one element, so that a reader's position in Kafka can be told from what it emitted.
 */
public sealed interface StreamEvent {

    /**
     * An event to be decided upon, its body not yet bound.
     *
     * @param kafkaMillis timestamp of the Kafka record (epoch milliseconds)
     * @param ingressMillis wall clock when it was read (epoch milliseconds)
     */
    record Decidable(EventEnvelope envelope, Origin origin, long kafkaMillis, long ingressMillis)
            implements StreamEvent, Read {
        public Decidable {
            Objects.requireNonNull(envelope, "envelope");
            Objects.requireNonNull(origin, "origin");
        }
    }

    /** A record that breaks the contract. */
    record Broken(DeadLetter letter) implements StreamEvent, Read {
        public Broken {
            Objects.requireNonNull(letter, "letter");
        }

        @Override
        public Origin origin() {
            return letter.origin();
        }
    }

    /**
     * A record that nothing in the release looks at.
     *
     * @param reason stable word, see {@link Skip}
     * @param time when it happened; null if the record was skipped without looking
     */
    record Skipped(String reason, Instant time, Origin origin) implements StreamEvent, Read {
        public Skipped {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(origin, "origin");
        }
    }

    /** Records that ended before the decision, counted by what became of them. */
    record Tallied(Map<String, Long> counts) implements StreamEvent {
        public Tallied {
            counts = Map.copyOf(counts);
        }
    }

    /** An element that stands for one Kafka record. */
    interface Read {
        Origin origin();
    }

    /** Why a record is skipped. */
    final class Skip {
        public static final String ANONYMOUS = "anonymous";
        public static final String NOT_LISTENED_TO = "not-listened-to";

        private Skip() {}
    }
}
