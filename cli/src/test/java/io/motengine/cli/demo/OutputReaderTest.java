package io.motengine.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.schemas.Topics;
import io.motengine.schemas.action.ActionIssued;
import io.motengine.schemas.action.Content;
import io.motengine.schemas.codec.ActionCodec;
import io.motengine.schemas.codec.CloudEventHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

final class OutputReaderTest {
    private static final Instant NOW = Instant.parse("2025-03-10T03:04:00Z");
    private final Figures figures = new Figures(new StoryBoard(List.of(), NOW, ZoneOffset.UTC));
    private final List<ActionIssued> answered = new ArrayList<>();
    private final OutputReader reader = new OutputReader(figures, new Backlog(1, true), answered::add);

    private static ActionIssued action(String id, String body) {
        return new ActionIssued(
                id,
                NOW,
                "C1",
                "s",
                "m",
                "i",
                "sms",
                null,
                new Content("c", "zh", null, body, null),
                null,
                50,
                false,
                0,
                0,
                NOW,
                NOW.plusSeconds(60),
                null,
                null,
                List.of(),
                "r",
                null);
    }

    private void read(ActionIssued action, long ingress, long readAt) {
        ConsumerRecord<byte[], byte[]> message =
                new ConsumerRecord<>(Topics.actions("sms"), 0, 0, null, ActionCodec.write(action));
        message.headers().add(CloudEventHeaders.INGRESS, Long.toString(ingress).getBytes(StandardCharsets.US_ASCII));
        reader.read(message, readAt);
    }

    @Test
    void countsAnActionOnce_andTheRepeatsApart() {
        read(action("a", "text"), 1_000, 1_012);
        read(action("a", "text"), 1_000, 2_000);
        read(action("a", "other text"), 1_000, 2_000);
        read(action("b", "text"), 1_000, 1_014);

        assertThat(figures.actions().all()).containsExactly(Map.entry("sms", 2L));
        assertThat(figures.repeats().of("action, same content")).isEqualTo(1);
        assertThat(figures.repeats().of("action, different content")).isEqualTo(1);
        assertThat(answered).extracting(ActionIssued::id).containsExactly("a", "b");
    }

    @Test
    void measuresFromIngressToReading_ofFirstSights() {
        read(action("a", "text"), 1_000, 1_012);
        read(action("a", "text"), 1_000, 9_000);

        assertThat(figures.latency().count()).isEqualTo(1);
        assertThat(figures.latency().max()).isEqualTo(12);
    }

    @Test
    void countsWhatBreaksTheContract() {
        reader.read(new ConsumerRecord<>(Topics.actions("sms"), 0, 0, null, new byte[] {'{'}), 0);

        assertThat(figures.unreadable().get()).isEqualTo(1);
    }
}
