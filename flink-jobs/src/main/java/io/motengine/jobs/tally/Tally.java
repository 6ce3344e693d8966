package io.motengine.jobs.tally;

/** Names of the exact counts. Every record read ends in exactly one of decided, duplicates, skipped, dead letters. */
public final class Tally {
    public static final String READ = "read";
    public static final String DECIDED = "decided";
    public static final String DUPLICATES = "duplicates";
    public static final String SKIPPED = "skipped";
    public static final String DEAD_LETTERS = "dead-letters";
    /** Decided although it came after a later event of the same customer. */
    public static final String LATE = "late";
    /** Came after its turn by event time had passed: two runs may then differ. */
    public static final String DISORDERED = "disordered";

    public static final String CANCELLED = "cancelled";

    /** Events for other customers, or for the customer that an identity became. */
    public static final String TOLD = "told";

    /** Of the records read, those that the job had told itself. What is told and not heard yet stands on the topic or waits. */
    public static final String HEARD = "heard";

    /** Actions that left since all was given that they count for. */
    public static final String GIVEN = "given";

    /** Actions that did not leave, since something that they count for had run out. */
    public static final String DENIED = "denied";

    /** Views of customers written for all channels. */
    public static final String VIEWS = "views";

    private Tally() {}

    public static String moments(String moment) {
        return "moments." + moment;
    }

    public static String actions(String channel) {
        return "actions." + channel;
    }

    /** One reason of several, such as {@code skipped.anonymous}. */
    public static String of(String name, String reason) {
        return name + "." + reason;
    }
}
