package io.motengine.jobs.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a run has written to some topics since the last look, as comparable text. */
public final class Outputs {
    private final KafkaBroker broker;
    private final List<String> topics;
    private final Map<String, Long> seen = new HashMap<>();

    public Outputs(KafkaBroker broker, List<String> topics) {
        this.broker = broker;
        this.topics = topics;
    }

    /** Topic, key, headers and value of each record, sorted. */
    public List<String> take() {
        List<String> lines = new ArrayList<>();
        for (String topic : topics) {
            for (ConsumerRecord<byte[], byte[]> record : broker.read(topic)) {
                String partition = topic + record.partition();
                if (record.offset() >= seen.getOrDefault(partition, 0L)) {
                    seen.put(partition, record.offset() + 1);
                    lines.add(line(record));
                }
            }
        }
        lines.sort(null);
        return lines;
    }

    private static String line(ConsumerRecord<byte[], byte[]> record) {
        List<String> headers = StreamSupport.stream(record.headers().spliterator(), false)
                .map(header -> header.key() + "=" + text(header.value()))
                .sorted()
                .toList();
        return String.join(" ", record.topic(), text(record.key()), headers.toString(), text(record.value()));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
