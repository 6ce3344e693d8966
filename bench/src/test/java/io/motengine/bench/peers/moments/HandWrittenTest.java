package io.motengine.bench.peers.moments;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.bench.contest.PlainMoment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HandWrittenTest {
    @Test
    void detects_whatTheModelDoes() {
        List<PlainEvent> events = SmallStream.events();
        Map<String, byte[]> memories = new HashMap<>();
        Map<String, Integer> counts = new TreeMap<>();
        for (PlainEvent event : events) {
            CustomerMemory memory = CustomerMemory.of(memories.get(event.customer()));
            HandWritten.detect(event, memory, moment -> counts.merge(moment, 1, Integer::sum));
            memories.put(event.customer(), memory.toBytes());
        }
        assertThat(counts).isEqualTo(PlainModel.counts(events, PlainModel.Windows.BUCKETS));
        for (PlainMoment moment : PlainMoment.values()) {
            assertThat(counts).containsKey(moment.word());
        }
    }
}
