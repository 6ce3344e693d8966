package io.motengine.schemas.event;

import java.util.Map;
import java.util.Set;

/** The CloudEvents {@code type} of every event of the contract. The version is part of the name. */
public final class EventTypes {
    public static final String TRANSACTION_POSTED = "bank.transaction.posted.v1";
    public static final String APP_CLICK = "app.click.v1";
    public static final String PROFILE_UPDATED = "customer.profile.updated.v1";
    public static final String HOLDING_UPDATED = "customer.holding.updated.v1";
    public static final String CUSTOMER_LINKED = "customer.linked.v1";
    public static final String CUSTOMER_LISTED = "customer.listed.v1";
    public static final String CUSTOMER_ERASED = "customer.erased.v1";
    public static final String CREDIT_APPLICATION_CHANGED = "credit.application.changed.v1";
    public static final String CREDIT_LIMIT_UPDATED = "credit.limit.updated.v1";
    public static final String SERVICE_CONTACT = "service.contact.v1";
    public static final String FEEDBACK = "mot.feedback.v1";
    public static final String LINKED_MOMENT = "mot.linked.moment.v1";
    public static final String MERGE_REQUESTED = "mot.merge.requested.v1";
    public static final String MERGE_HANDED_OVER = "mot.merge.handed-over.v1";
    public static final String TIE_FORGOTTEN = "mot.tie.forgotten.v1";

    public static final String GRANT_GIVEN = "mot.grant.given.v1";
    public static final String GRANT_DENIED = "mot.grant.denied.v1";

    /** About something counted, not about a customer. */
    public static final String STOCK_CORRECTED = "catalog.stock.corrected.v1";

    /** Raised inside the engine; stands on no topic. */
    public static final String STAGE_CHANGED = "mot.stage.changed.v1";

    /** What the engine tells itself: nobody else sends these. */
    public static final Set<String> INTERNAL = Set.of(
            LINKED_MOMENT, MERGE_REQUESTED, MERGE_HANDED_OVER, TIE_FORGOTTEN, GRANT_GIVEN, GRANT_DENIED, STAGE_CHANGED);

    private static final Map<Class<? extends EventBody>, String> ON_TOPICS = Map.ofEntries(
            Map.entry(TransactionPosted.class, TRANSACTION_POSTED),
            Map.entry(AppClick.class, APP_CLICK),
            Map.entry(ProfileUpdated.class, PROFILE_UPDATED),
            Map.entry(HoldingUpdated.class, HOLDING_UPDATED),
            Map.entry(CustomerLinked.class, CUSTOMER_LINKED),
            Map.entry(CustomerListed.class, CUSTOMER_LISTED),
            Map.entry(CustomerErased.class, CUSTOMER_ERASED),
            Map.entry(CreditApplicationChanged.class, CREDIT_APPLICATION_CHANGED),
            Map.entry(CreditLimitUpdated.class, CREDIT_LIMIT_UPDATED),
            Map.entry(ServiceContact.class, SERVICE_CONTACT),
            Map.entry(Feedback.class, FEEDBACK),
            Map.entry(LinkedMoment.class, LINKED_MOMENT),
            Map.entry(MergeRequested.class, MERGE_REQUESTED),
            Map.entry(MergeHandedOver.class, MERGE_HANDED_OVER),
            Map.entry(GrantGiven.class, GRANT_GIVEN),
            Map.entry(GrantDenied.class, GRANT_DENIED),
            Map.entry(StockCorrected.class, STOCK_CORRECTED),
            Map.entry(TieForgotten.class, TIE_FORGOTTEN));

    private EventTypes() {}

    /** The type of events that carry this body. */
    public static String of(EventBody body) {
        return body instanceof StageMoved ? STAGE_CHANGED : ON_TOPICS.get(body.getClass());
    }

    /** The record that events of each type carry, for every type that stands on a topic. */
    public static Map<Class<? extends EventBody>, String> byBody() {
        return ON_TOPICS;
    }
}
