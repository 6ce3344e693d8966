package io.motengine.schemas;

import java.util.List;

/** Every Kafka topic of the contract. Keys are the customer id in UTF-8 unless said otherwise. */
public final class Topics {
    public static final String TRANSACTIONS = "bank.transactions";
    public static final String CLICKS = "app.clicks";

    /** Erasures stand here too, so that they keep their order with what the customer master reports. */
    public static final String PROFILES = "customer.profiles";

    public static final String LISTS = "customer.lists";
    public static final String HOLDINGS = "customer.holdings";
    public static final String CREDIT = "credit.applications";
    public static final String CONTACTS = "service.contacts";
    public static final String FEEDBACK = "mot.feedback";

    /** Corrections of what is counted across customers; keyed by what is counted, such as {@code benefit:bring-100}. */
    public static final String STOCK = "catalog.stock";

    public static final String DECISIONS = "mot.decisions";
    /** What a shadow release would have decided; nothing of it was done. */
    public static final String SHADOW_DECISIONS = "mot.shadow-decisions";

    public static final String DEAD_LETTERS = "mot.dead-letters";

    /** The latest view of each customer; compacted, and a null value means that the customer is gone. */
    public static final String CUSTOMERS = "mot.customers";

    /** Emergency stops that hold or held; compacted, its key is what is stopped. */
    public static final String STOPS = "mot.stops";

    /**
     * Releases, and orders about them. Of partition 0 alone the order counts; nothing is ever deleted or compacted. Chunks of a release
     * have keys of their own, see {@link io.motengine.schemas.release.ReleaseBlob}.
     */
    public static final String RELEASES = "mot.releases";

    /** What the job makes of the orders; the key is the order's id and the task's number. */
    public static final String RELEASE_STATUS = "mot.release-status";

    /** What the engine tells itself about another customer: written and read by the job, and never holds time back. */
    public static final String INTERNAL = "mot.internal";

    /** Topics whose events drive event time; all others never hold it back. */
    public static final List<String> TIME_DRIVING = List.of(TRANSACTIONS, CLICKS);

    /** Topics that say who the customer is, what became of an action, and what there is of counted things. */
    public static final List<String> CONTEXT = List.of(PROFILES, LISTS, HOLDINGS, CREDIT, CONTACTS, FEEDBACK, STOCK);

    private static final String ACTIONS_PREFIX = "mot.actions.";

    private Topics() {}

    /** The action topic of a channel, such as {@code mot.actions.app-push}. */
    public static String actions(String channel) {
        return ACTIONS_PREFIX + channel;
    }

    /** The channel of an action topic. */
    public static String channel(String actions) {
        return actions.substring(ACTIONS_PREFIX.length());
    }
}
