package io.motengine.bench.peers.siddhi;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.bench.peers.moments.PlainEvent;
import io.motengine.bench.peers.moments.PlainModel;
import io.motengine.bench.peers.moments.SmallStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiddhiSessionTest {
    @Test
    void detects_whatTheModelDoesWithSlidingWindows(@TempDir Path folder) throws InterruptedException {
        List<PlainEvent> events = SmallStream.events();
        Map<String, Integer> counts = new TreeMap<>();
        try (SiddhiSession session =
                new SiddhiSession(folder, detected -> counts.merge(detected.moment(), 1, Integer::sum))) {
            for (PlainEvent event : events) {
                session.take(event);
            }
        }
        assertThat(counts).isEqualTo(PlainModel.counts(events, PlainModel.Windows.SLIDING));
    }
}
