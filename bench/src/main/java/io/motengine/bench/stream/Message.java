package io.motengine.bench.stream;

import io.motengine.schemas.Topics;

/**
 * One record as a source system would produce it.
 *
 * @param customer its key
 * @param value a structured CloudEvent in JSON
 * @param transaction else a click
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Message(String customer, byte[] value, boolean transaction) {
    public String topic() {
        return transaction ? Topics.TRANSACTIONS : Topics.CLICKS;
    }
}
