package io.motengine.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EventSorterTest {
    @TempDir
    private Path folder;

    private static List<HistoryEvent> events() {
        Random random = new Random(5);
        List<HistoryEvent> events = new ArrayList<>();
        for (int order = 0; order < 5_000; order++) {
            Instant time = Instant.ofEpochSecond(random.nextInt(1_000), random.nextInt(2));
            String key = order % 10 == 0 ? null : "客户" + order;
            byte[] message = ("{" + order + "}").getBytes(StandardCharsets.UTF_8);
            events.add(new HistoryEvent(time, order, "t" + order % 3, key, message));
        }
        return events;
    }

    private List<String> sorted(long memory) throws IOException {
        List<String> sorted = new ArrayList<>();
        try (EventSorter sorter = new EventSorter(HistoryEvent.IN_TIME, folder, memory)) {
            for (HistoryEvent event : events()) {
                sorter.add(event);
            }
            sorter.drain(event -> sorted.add(line(event)));
        }
        return sorted;
    }

    private static String line(HistoryEvent event) {
        String message = new String(event.message(), StandardCharsets.UTF_8);
        return event.time() + " " + event.order() + " " + event.topic() + " " + event.key() + " " + message;
    }

    @Test
    void sortsOnDisk_asInMemory() throws IOException {
        List<String> expected = events().stream()
                .sorted(HistoryEvent.IN_TIME)
                .map(EventSorterTest::line)
                .toList();

        assertThat(sorted(Long.MAX_VALUE)).isEqualTo(expected);
        assertThat(sorted(20_000)).isEqualTo(expected);
    }

    @Test
    void leavesNoFiles() throws IOException {
        assertThat(sorted(20_000)).hasSize(5_000);

        assertThat(folder).isEmptyDirectory();
    }
}
