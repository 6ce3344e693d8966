package io.motengine.cli.replay;

import io.motengine.cli.wire.OutputTopics;
import io.motengine.schemas.Topics;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What the job wrote, one JSON object a line, by customer: two runs over the same history give the same bytes. Records of one
 * customer and topic stand in one partition, and keep the order in which they were written.
 */
public final class OutputFiles implements Closeable {
    private static final long MEMORY = 64L * 1024 * 1024;
    private static final Comparator<HistoryEvent> BY_CUSTOMER = Comparator.comparing(
                    HistoryEvent::key, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(HistoryEvent::topic)
            .thenComparingLong(HistoryEvent::order);
    private final Path folder;
    private final EventSorter actions;
    private final EventSorter decisions;
    private long order;

    public OutputFiles(Path folder, Path scratch) {
        this.folder = folder;
        this.actions = new EventSorter(BY_CUSTOMER, scratch, MEMORY);
        this.decisions = new EventSorter(BY_CUSTOMER, scratch, MEMORY);
    }

    void add(ConsumerRecord<byte[], byte[]> output) throws IOException {
        String key = output.key() == null ? null : new String(output.key(), StandardCharsets.UTF_8);
        add(output.topic(), key, output.value());
    }

    /** Takes a record of a topic that the job writes; of others than decisions and actions nothing is kept. */
    public void add(String topic, String key, byte[] value) throws IOException {
        HistoryEvent line = new HistoryEvent(Instant.EPOCH, order++, topic, key, value);
        if (topic.equals(Topics.DECISIONS)) {
            decisions.add(line);
        } else if (OutputTopics.isActions(topic)) {
            actions.add(line);
        }
    }

    /** Writes {@code actions.jsonl} and {@code decisions.jsonl}. */
    public void write() throws IOException {
        Files.createDirectories(folder);
        write(actions, "actions.jsonl");
        write(decisions, "decisions.jsonl");
    }

    private void write(EventSorter sorter, String name) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            sorter.drain(line -> {
                out.write(line.message());
                out.write('\n');
            });
        }
    }

    @Override
    public void close() throws IOException {
        actions.close();
        decisions.close();
    }
}
