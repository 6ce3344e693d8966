package io.motengine.jobs.stream;

import java.util.Map;
import java.util.Objects;

/**
 * One Kafka record to write. The arrays are shared, not copied: nobody changes them.
 *
 * @param key UTF-8; null for a record without one
 * @param value null for a deletion
 * @param headers in no particular order; values in UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares output records
public record OutputRecord(String topic, byte[] key, byte[] value, Map<String, String> headers) {
    public OutputRecord {
        Objects.requireNonNull(topic, "topic");
        headers = Map.copyOf(headers);
    }

    /** Bytes that the record takes in a batch, headers included, without Kafka's few bytes of framing. */
    public int size() {
        int size = (value == null ? 0 : value.length) + (key == null ? 0 : key.length);
        for (Map.Entry<String, String> header : headers.entrySet()) {
            size += header.getKey().length() + header.getValue().length();
        }
        return size;
    }
}
