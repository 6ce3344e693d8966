package io.motengine.schemas.event;

import java.util.Map;

/** The CloudEvents {@code type} of every event of the contract. The version is part of the name. */
public final class EventTypes {
    public static final String TRANSACTION_POSTED = "bank.transaction.posted.v1";
    public static final String APP_CLICK = "app.click.v1";
    public static final String PROFILE_UPDATED = "customer.profile.updated.v1";
    public static final String HOLDING_UPDATED = "customer.holding.updated.v1";
    public static final String CUSTOMER_LINKED = "customer.linked.v1";
    public static final String CREDIT_APPLICATION_CHANGED = "credit.application.changed.v1";
    public static final String CREDIT_LIMIT_UPDATED = "credit.limit.updated.v1";
    public static final String SERVICE_CONTACT = "service.contact.v1";
    public static final String FEEDBACK = "mot.feedback.v1";

    private static final Map<Class<? extends EventBody>, String> BY_BODY = Map.of(
            TransactionPosted.class, TRANSACTION_POSTED,
            AppClick.class, APP_CLICK,
            ProfileUpdated.class, PROFILE_UPDATED,
            HoldingUpdated.class, HOLDING_UPDATED,
            CustomerLinked.class, CUSTOMER_LINKED,
            CreditApplicationChanged.class, CREDIT_APPLICATION_CHANGED,
            CreditLimitUpdated.class, CREDIT_LIMIT_UPDATED,
            ServiceContact.class, SERVICE_CONTACT,
            Feedback.class, FEEDBACK);

    private EventTypes() {}

    /** The type of events that carry this body. */
    public static String of(EventBody body) {
        return BY_BODY.get(body.getClass());
    }

    /** The record that events of each type carry. */
    public static Map<Class<? extends EventBody>, String> byBody() {
        return BY_BODY;
    }
}
