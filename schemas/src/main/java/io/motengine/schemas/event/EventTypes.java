package io.motengine.schemas.event;

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

    private EventTypes() {}
}
