package io.motengine.schemas.codec;

import io.motengine.schemas.event.Origin;
import java.io.IOException;

/** Where an event stood in Kafka, as decisions and dead letters carry it. */
final class Origins {
    private Origins() {}

    static void write(JsonOut out, Origin origin) throws IOException {
        out.text("topic", origin.topic());
        out.number("partition", origin.partition());
        out.number("offset", origin.offset());
    }

    static Origin read(Fields fields) throws IOException, BadEventException {
        String topic = null;
        Integer partition = null;
        Long offset = null;
        for (String name = fields.next(); name != null; name = fields.next()) {
            switch (name) {
                case "topic" -> topic = fields.word();
                case "partition" -> partition = fields.integer();
                case "offset" -> offset = fields.number();
                default -> fields.skip();
            }
        }
        return new Origin(
                fields.required(topic, "topic", "a topic"),
                fields.required(partition, "partition", "a whole number"),
                fields.required(offset, "offset", "a whole number"));
    }
}
