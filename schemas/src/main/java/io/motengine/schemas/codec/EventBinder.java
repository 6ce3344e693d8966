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
    private static final Map<String, Json.ObjectReader<? extends EventBody>> READERS = Map.ofEntries(
            Map.entry(EventTypes.TRANSACTION_POSTED, BankBodies::transactionPosted),
            Map.entry(EventTypes.CREDIT_APPLICATION_CHANGED, BankBodies::creditApplicationChanged),
            Map.entry(EventTypes.CREDIT_LIMIT_UPDATED, BankBodies::creditLimitUpdated),
            Map.entry(EventTypes.HOLDING_UPDATED, BankBodies::holdingUpdated),
            Map.entry(EventTypes.PROFILE_UPDATED, CustomerBodies::profileUpdated),
            Map.entry(EventTypes.CUSTOMER_LINKED, CustomerBodies::customerLinked),
            Map.entry(EventTypes.CUSTOMER_LISTED, CustomerBodies::customerListed),
            Map.entry(EventTypes.CUSTOMER_ERASED, CustomerBodies::customerErased),
            Map.entry(EventTypes.APP_CLICK, ContactBodies::appClick),
            Map.entry(EventTypes.SERVICE_CONTACT, ContactBodies::serviceContact),
            Map.entry(EventTypes.FEEDBACK, ContactBodies::feedback),
            Map.entry(EventTypes.LINKED_MOMENT, InternalBodies::linkedMoment),
            Map.entry(EventTypes.MERGE_REQUESTED, InternalBodies::mergeRequested),
            Map.entry(EventTypes.MERGE_HANDED_OVER, InternalBodies::mergeHandedOver),
            Map.entry(EventTypes.GRANT_GIVEN, CountedBodies::grantGiven),
            Map.entry(EventTypes.GRANT_DENIED, CountedBodies::grantDenied),
            Map.entry(EventTypes.STOCK_CORRECTED, CountedBodies::stockCorrected),
            Map.entry(EventTypes.TIE_FORGOTTEN, InternalBodies::tieForgotten));

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
        return read(body, reader);
    }

    /** Reads {@code data}, which in binary mode nobody has looked at yet. */
    static <T> T read(byte[] body, Json.ObjectReader<T> reader) throws BadEventException {
        if (body.length > EnvelopeReader.MAX_BYTES) {
            String expected = "at most " + EnvelopeReader.MAX_BYTES;
            throw Complaint.of(ErrorCode.TOO_LARGE, "data", body.length + " bytes", expected);
        }
        return Json.read(body, "data", "data.", reader);
    }
}
