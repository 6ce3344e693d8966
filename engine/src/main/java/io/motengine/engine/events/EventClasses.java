package io.motengine.engine.events;

import io.motengine.schemas.event.AppClick;
import io.motengine.schemas.event.CreditApplicationChanged;
import io.motengine.schemas.event.CreditLimitUpdated;
import io.motengine.schemas.event.CustomerLinked;
import io.motengine.schemas.event.CustomerListed;
import io.motengine.schemas.event.EventBody;
import io.motengine.schemas.event.EventTypes;
import io.motengine.schemas.event.Feedback;
import io.motengine.schemas.event.HoldingUpdated;
import io.motengine.schemas.event.LinkedMoment;
import io.motengine.schemas.event.ProfileUpdated;
import io.motengine.schemas.event.ServiceContact;
import io.motengine.schemas.event.StageMoved;
import io.motengine.schemas.event.TransactionPosted;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which record is the fact for which event type of the contract. Erasures and merges have none: the engine carries them out, and
 * rules have no say in them.
 */
public final class EventClasses {
    private static final Map<String, Class<? extends EventBody>> BY_TYPE = new TreeMap<>(Map.ofEntries(
            Map.entry(EventTypes.TRANSACTION_POSTED, TransactionPosted.class),
            Map.entry(EventTypes.APP_CLICK, AppClick.class),
            Map.entry(EventTypes.PROFILE_UPDATED, ProfileUpdated.class),
            Map.entry(EventTypes.HOLDING_UPDATED, HoldingUpdated.class),
            Map.entry(EventTypes.CUSTOMER_LINKED, CustomerLinked.class),
            Map.entry(EventTypes.CUSTOMER_LISTED, CustomerListed.class),
            Map.entry(EventTypes.CREDIT_APPLICATION_CHANGED, CreditApplicationChanged.class),
            Map.entry(EventTypes.CREDIT_LIMIT_UPDATED, CreditLimitUpdated.class),
            Map.entry(EventTypes.SERVICE_CONTACT, ServiceContact.class),
            Map.entry(EventTypes.FEEDBACK, Feedback.class),
            Map.entry(EventTypes.LINKED_MOMENT, LinkedMoment.class),
            Map.entry(EventTypes.STAGE_CHANGED, StageMoved.class)));

    /** What a customer does; everything else is told about the customer and leaves time alone. */
    private static final Set<String> TIME_DRIVING = Set.of(EventTypes.TRANSACTION_POSTED, EventTypes.APP_CLICK);

    private EventClasses() {}

    /** The record of a type, or null if rules cannot speak of the type. */
    public static Class<? extends EventBody> of(String type) {
        return BY_TYPE.get(type);
    }

    /** Every type of the contract that rules can speak of, sorted. */
    public static Set<String> types() {
        return BY_TYPE.keySet();
    }

    /** Whether events of this type move the customer's event time forward. */
    public static boolean drivesTime(String type) {
        return TIME_DRIVING.contains(type);
    }
}
