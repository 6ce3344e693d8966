package io.motengine.schemas.codec;

import io.motengine.schemas.event.EventBody;
import io.motengine.schemas.event.EventTypes;
import java.util.Map;

/**
 * Turns the body of an event into its record, member by member as they stream by.
 *
 * <p>Members that the contract does not know are left alone, but no object may have a name twice, not even an unknown one.
 */
public final class EventBinder {
    private static final Map<String, Json.ObjectReader<? extends EventBody>> READERS = Map.of(
            EventTypes.TRANSACTION_POSTED, BankBodies::transactionPosted,
            EventTypes.CREDIT_APPLICATION_CHANGED, BankBodies::creditApplicationChanged,
            EventTypes.CREDIT_LIMIT_UPDATED, BankBodies::creditLimitUpdated,
            EventTypes.HOLDING_UPDATED, BankBodies::holdingUpdated,
            EventTypes.PROFILE_UPDATED, CustomerBodies::profileUpdated,
            EventTypes.CUSTOMER_LINKED, CustomerBodies::customerLinked,
            EventTypes.APP_CLICK, ContactBodies::appClick,
            EventTypes.SERVICE_CONTACT, ContactBodies::serviceContact,
            EventTypes.FEEDBACK, ContactBodies::feedback);

    private EventBinder() {}

    /** Whether the contract has a record for events of this type. */
    public static boolean knows(String type) {
        return READERS.containsKey(type);
    }

    /**
     * Binds a body.
     *
     * @param type a type that {@link #knows} accepts
     * @param body UTF-8 JSON of {@code data}
     * @throws BadEventException if the contract is broken; nothing else is thrown, whatever the bytes
     * @throws IllegalArgumentException if the type is not of the contract: the caller has to ask first
     */
    public static EventBody bind(String type, byte[] body) throws BadEventException {
        Json.ObjectReader<? extends EventBody> reader = READERS.get(type);
        if (reader == null) {
            throw new IllegalArgumentException("type: " + type + " (expected: one of " + READERS.keySet() + ")");
        }
        if (body.length > EnvelopeReader.MAX_BYTES) {
            String expected = "at most " + EnvelopeReader.MAX_BYTES;
            throw Complaint.of(ErrorCode.TOO_LARGE, "data", body.length + " bytes", expected);
        }
        return Json.read(body, "data", "data.", reader);
    }
}
