package io.motengine.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.cli.demo.Figures.Latency;
import io.motengine.cli.screen.Width;
import io.motengine.schemas.action.ActionIssued;
import io.motengine.schemas.action.Content;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class LiveTableTest {
    private static final Instant NOW = Instant.parse("2025-03-10T03:04:00Z");

    private static DemoView view(int restarts) {
        return new DemoView(
                "mot demo   50,000 customers",
                NOW,
                ZoneId.of("Asia/Shanghai"),
                1_234_567,
                3_210,
                "RUNNING",
                restarts,
                Duration.ofSeconds(61),
                3,
                0,
                new Latency(10, 12, 87, 140),
                new TreeMap<>(Map.of("large-inflow", 5L, "salary-received", 1_200L)),
                new TreeMap<>(Map.of("app-push", 800L, "sms", 12L)),
                List.of(
                        action("C0000001", "app-push", "工资到账", "张先生，您的工资已到账，活期之外还可以存入智能存款。"),
                        action("C0000002", "rm-task", null, "Call about 120,000.00 CNY that left\nfor CMB")),
                List.of(
                        "story bring-100k, QIN: 08:00 app-push → 10:00 rm-task → 11:00 bring-100k 40,000 to go → 15:00"
                                + " bring-100k redeemed",
                        "story lobby-to-tablet, LAN: 02-24 10:00 sms"));
    }

    private static ActionIssued action(String customer, String channel, String title, String body) {
        return new ActionIssued(
                "id-" + customer,
                NOW,
                customer,
                "strategy",
                "moment",
                "instance",
                channel,
                null,
                new Content("content", "zh", title, body, null),
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
                "release",
                null);
    }

    @Test
    void draws_asInTheGoldenFile() throws IOException {
        assertThat(String.join("\n", LiveTable.draw(view(1), 80)) + "\n").isEqualTo(golden("live-table.txt"));
    }

    @Test
    void keepsItsHeight_andNeverOutgrowsTheTerminal() {
        DemoView empty = new DemoView(
                "mot demo",
                NOW,
                ZoneId.of("UTC"),
                0,
                0,
                "STARTING",
                0,
                Duration.ZERO,
                -1,
                0,
                new Latency(0, 0, 0, 0),
                new TreeMap<>(),
                new TreeMap<>(),
                List.of(),
                List.of("story bring-100k, QIN: nothing yet", "story lobby-to-tablet, LAN: nothing yet"));

        assertThat(LiveTable.draw(view(0), 80)).hasSameSizeAs(LiveTable.draw(empty, 80));
        assertThat(LiveTable.draw(view(2), 80))
                .allSatisfy(line -> assertThat(Width.of(line)).as(line).isLessThanOrEqualTo(80));
    }

    @Test
    void saysTheSameInOneLine() {
        assertThat(LiveTable.line(view(0)))
                .isEqualTo("1:01  simulated 2025-03-10 11:04  events 1,234,567 (3,210/s)  moments 1,205  actions 812"
                        + "  dead letters 0  p50 12 ms  p99 87 ms  job RUNNING");
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = LiveTableTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
