package io.motengine.rules;

import io.motengine.schemas.codec.RecordHeaders;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** A Kafka record as the fuzz test sends it: valid events around it get headers and keys of many kinds. */
@SuppressWarnings("ArrayRecordComponent") // nobody compares messages
record Message(byte[] key, byte[] value, RecordHeaders headers) {
    private static final String[] TYPES = {"bank.transaction.posted.v1", "app.click.v1", "nobody.knows.v9", "", "\n"};
    private static final String[] CONTENT_TYPES = {
        "application/cloudevents+json", "application/cloudevents+avro", "application/json", "text/plain", "\u0000"
    };

    /** The value with a key and headers that mostly fit it. */
    static Message around(byte[] value, String customer, Random random) {
        byte[] key = random.nextInt(20) == 0 ? oddKey(random) : bytes(customer);
        RecordHeaders headers = headers(customer, random);
        boolean binary = headers.value("ce_specversion") != null;
        return new Message(key, random.nextInt(500) == 0 ? null : binary ? data(value) : value, headers);
    }

    /** What stands in {@code data}, as far as that can still be told. */
    private static byte[] data(byte[] event) {
        String text = new String(event, StandardCharsets.UTF_8);
        int start = text.indexOf("\"data\"");
        int open = start < 0 ? -1 : text.indexOf('{', start);
        int end = text.lastIndexOf('}');
        return open < 0 || end <= open ? event : bytes(text.substring(open, end));
    }

    private static byte[] oddKey(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> null;
            case 1 -> bytes("somebody-else");
            default -> new byte[] {(byte) 0xff, 0};
        };
    }

    private static RecordHeaders headers(String customer, Random random) {
        Map<String, byte[]> headers = new HashMap<>();
        switch (random.nextInt(20)) {
            case 0 -> headers.put("ce_type", bytes(TYPES[random.nextInt(TYPES.length)]));
            case 1 -> headers.put("content-type", bytes(CONTENT_TYPES[random.nextInt(CONTENT_TYPES.length)]));
            case 2 -> {
                headers.put("ce_specversion", bytes(random.nextInt(9) == 0 ? "0.3" : "1.0"));
                headers.put("ce_id", random.nextInt(9) == 0 ? new byte[] {(byte) 0xc3} : bytes("b" + random.nextInt()));
                headers.put("ce_source", bytes("/binary"));
                headers.put("ce_type", bytes(TYPES[random.nextInt(TYPES.length)]));
                headers.put("ce_subject", bytes(customer));
                headers.put("ce_time", bytes(random.nextInt(9) == 0 ? "then" : "2026-02-01T00:00:00Z"));
            }
            default -> headers.clear();
        }
        return headers::get;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
