package io.motengine.engine.events;

import io.motengine.schemas.event.AppClick;
import io.motengine.schemas.event.CreditApplicationChanged;
import io.motengine.schemas.event.CreditLimitUpdated;
import io.motengine.schemas.event.CustomerLinked;
import io.motengine.schemas.event.EventBody;
import io.motengine.schemas.event.EventTypes;
import io.motengine.schemas.event.Feedback;
import io.motengine.schemas.event.HoldingUpdated;
import io.motengine.schemas.event.ProfileUpdated;
import io.motengine.schemas.event.ServiceContact;
import io.motengine.schemas.event.TransactionPosted;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which record is the fact for which event type. */
public final class EventClasses {
    private static final Map<String, Class<? extends EventBody>> BY_TYPE = new TreeMap<>(Map.of(
            EventTypes.TRANSACTION_POSTED, TransactionPosted.class,
            EventTypes.APP_CLICK, AppClick.class,
            EventTypes.PROFILE_UPDATED, ProfileUpdated.class,
            EventTypes.HOLDING_UPDATED, HoldingUpdated.class,
            EventTypes.CUSTOMER_LINKED, CustomerLinked.class,
            EventTypes.CREDIT_APPLICATION_CHANGED, CreditApplicationChanged.class,
            EventTypes.CREDIT_LIMIT_UPDATED, CreditLimitUpdated.class,
            EventTypes.SERVICE_CONTACT, ServiceContact.class,
            EventTypes.FEEDBACK, Feedback.class));

    /** What a customer does; everything else is told about the customer and leaves time alone. */
    private static final Set<String> TIME_DRIVING = Set.of(EventTypes.TRANSACTION_POSTED, EventTypes.APP_CLICK);

    private EventClasses() {}

    /** The record of a type, or null if the contract does not know the type. */
    public static Class<? extends EventBody> of(String type) {
        return BY_TYPE.get(type);
    }

    /** Every type of the contract, sorted. */
    public static Set<String> types() {
        return BY_TYPE.keySet();
    }

    /** Whether events of this type move the customer's event time forward. */
    public static boolean drivesTime(String type) {
        return TIME_DRIVING.contains(type);
    }
}
