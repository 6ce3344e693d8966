package io.motengine.bench.peers.moments;

import java.nio.charset.StandardCharsets;

/** A moment that a peer has detected; each is one record on the topic of moments. */
public record Detected(String moment, String customer) {
    public byte[] key() {
        return customer.getBytes(StandardCharsets.UTF_8);
    }

    public byte[] value() {
        return moment.getBytes(StandardCharsets.UTF_8);
    }
}
