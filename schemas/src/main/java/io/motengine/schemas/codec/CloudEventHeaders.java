package io.motengine.schemas.codec;

/** Names and values of the Kafka headers of the contract, as the CloudEvents Kafka binding 1.0 fixes them. */
public final class CloudEventHeaders {
    public static final String CONTENT_TYPE = "content-type";
    public static final String SPEC_VERSION = "ce_specversion";
    public static final String ID = "ce_id";
    public static final String SOURCE = "ce_source";
    public static final String TYPE = "ce_type";
    public static final String SUBJECT = "ce_subject";
    public static final String TIME = "ce_time";

    /**
     * On action records: when the record that caused the action came into Kafka (its Kafka timestamp), in ASCII epoch
     * milliseconds. Absent when no record caused it.
     */
    public static final String INGRESS = "mot_ingress";

    /** {@link #CONTENT_TYPE} of a record whose value is a whole CloudEvent: what every producer here writes. */
    public static final String STRUCTURED_JSON = "application/cloudevents+json; charset=UTF-8";

    /** {@link #CONTENT_TYPE} of a record in binary mode: context in headers, value is {@code data}. */
    public static final String JSON = "application/json";

    /** CloudEvents {@code source} of all that the engine writes. */
    public static final String ENGINE = "/mot-engine";

    private CloudEventHeaders() {}
}
