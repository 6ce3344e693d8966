package io.motengine.bench.peers.drools;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.bench.peers.moments.PlainEvent;
import io.motengine.bench.peers.moments.PlainModel;
import io.motengine.bench.peers.moments.SmallStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FusionSessionTest {
    @Test
    void detects_whatTheModelDoesWithSlidingWindows() {
        List<PlainEvent> events = SmallStream.events();
        Map<String, Integer> counts = new TreeMap<>();
        try (FusionSession session = new FusionSession()) {
            for (PlainEvent event : events) {
                session.take(event).forEach(detected -> counts.merge(detected.moment(), 1, Integer::sum));
            }
        }
        assertThat(counts).isEqualTo(PlainModel.counts(events, PlainModel.Windows.SLIDING));
    }
}
