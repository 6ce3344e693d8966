package io.motengine.bench.peers.streams;

import io.motengine.bench.peers.moments.CustomerMemory;
import io.motengine.bench.peers.moments.HandWritten;
import io.motengine.bench.peers.moments.PlainEvent;
import io.motengine.bench.peers.moments.PlainEvents;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Reads the customer's memory, detects, writes it back. */
final class Detect implements Processor<String, byte[], String, byte[]> {
    private final String store;
    private final LongAdder read;
    private ProcessorContext<String, byte[]> context;
    private KeyValueStore<String, byte[]> memories;

    Detect(String store, LongAdder read) {
        this.store = store;
        this.read = read;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        this.context = context;
        this.memories = context.getStateStore(store);
    }

    @Override
    public void process(Record<String, byte[]> record) {
        PlainEvent event = PlainEvents.of(bytes(record.key()), record.value(), name -> {
            Header header = record.headers().lastHeader(name);
            return header == null ? null : header.value();
        });
        if (event != null) {
            detect(event, record.timestamp());
        }
        read.increment();
    }

    private void detect(PlainEvent event, long timestamp) {
        CustomerMemory memory = CustomerMemory.of(memories.get(event.customer()));
        HandWritten.detect(
                event, memory, moment -> context.forward(new Record<>(event.customer(), bytes(moment), timestamp)));
        memories.put(event.customer(), memory.toBytes());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
