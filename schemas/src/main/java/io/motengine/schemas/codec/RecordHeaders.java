package io.motengine.schemas.codec;

/** The headers of one Kafka record, whichever client read it. */
@FunctionalInterface
public interface RecordHeaders {
    /** A record without headers. */
    RecordHeaders NONE = name -> null;

    /** The bytes of the last header of this name; null if there is none. */
    byte[] value(String name);
}
