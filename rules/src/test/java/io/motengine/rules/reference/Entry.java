package io.motengine.rules.reference;

import io.motengine.schemas.event.AppClick;
import io.motengine.schemas.event.EventBody;
import io.motengine.schemas.event.EventTypes;
import io.motengine.schemas.event.TransactionPosted;
import java.time.Instant;

/** One thing that a customer's history is made of, in the order in which it was decided. */
public sealed interface Entry {

    /** Event time. */
    Instant time();

    /** An event. */
    record Told(String source, String id, Instant time, EventBody body) implements Entry {
        String type() {
            return EventTypes.of(body);
        }

        /** Only what the customer does moves the customer's time. */
        boolean drivesTime() {
            return body instanceof TransactionPosted || body instanceof AppClick;
        }

        String name() {
            return source + "/" + id;
        }
    }

    /** The day's tick. */
    record Tick(Instant time) implements Entry {}

    /** A loan form that was opened by {@code opening} and not submitted until {@code time}. */
    record Abandoned(Instant time, String product, String opening) implements Entry {
        /** What the pattern and the event that began it make an instance of. */
        String pattern() {
            return "loan-application-abandoned/" + opening;
        }
    }
}
