package io.motengine.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobConfigFileTest {
    @Test
    void theReferenceFileSaysTheDefaults() throws ConfigException {
        assertThat(JobConfigFile.read(Path.of("decision-job.yaml"))).isEqualTo(JobConfig.defaults());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing\n", "clock: wall", "kafka: {}"})
    void whatIsLeftOutHasItsDefault(String yaml) throws ConfigException {
        assertThat(JobConfigFile.parse("job.yaml", yaml)).isEqualTo(JobConfig.defaults());
    }

    @Test
    void driftsFurtherInAHistory() {
        WatermarkConfig watermarks = WatermarkConfig.defaults();

        assertThat(watermarks.maxDrift(Ordering.ARRIVAL)).isEqualTo(Duration.ofMinutes(10));
        assertThat(watermarks.maxDrift(Ordering.EVENT_TIME)).isEqualTo(Duration.ofDays(365));
    }

    @Test
    void everyKeyIsRead() throws ConfigException {
        JobConfig config = JobConfigFile.parse("job.yaml", """
                kafka:
                  bootstrapServers: broker-1:9093
                  groupId: replay
                  startFrom: latest
                  consumer: { security.protocol: SSL }
                  producer: { compression.type: lz4 }
                release: { path: releases/7, keys: [MCow], approvals: true, compileWithin: 30s, maxKib: 512 }
                clock: event
                ordering: event-time
                bounded: true
                until: 2026-03-01T08:00:00+08:00
                delivery:
                  mode: exact
                  transactionalIdPrefix: replay-7
                  transactionTimeout: 10m
                  bufferTimeout: 0ms
                watermarks: { disorder: 1m, idleAfter: 3s, maxDrift: 30d }
                due: { maxPerSecond: 50, sweepPerSecond: 5000 }
                cache: { maxMib: 7, maxUnwritten: 0 }
                checkpoints: { directory: "file:///tmp/mot", interval: 1h, incremental: false }
                parallelism: 4
                maxParallelism: 720
                """);

        assertThat(config)
                .isEqualTo(new JobConfig(
                        new KafkaConfig(
                                "broker-1:9093",
                                "replay",
                                StartFrom.LATEST,
                                Map.of("security.protocol", "SSL"),
                                Map.of("compression.type", "lz4")),
                        new ReleaseConfig("releases/7", List.of("MCow"), true, Duration.ofSeconds(30), 512),
                        ClockMode.EVENT,
                        Ordering.EVENT_TIME,
                        true,
                        Instant.parse("2026-03-01T00:00:00Z"),
                        null,
                        new DeliveryConfig(DeliveryMode.EXACT, "replay-7", Duration.ofMinutes(10), Duration.ZERO),
                        new WatermarkConfig(Duration.ofMinutes(1), Duration.ofSeconds(3), Duration.ofDays(30)),
                        new DueConfig(50, 5_000),
                        new CacheConfig(7, 0),
                        new CheckpointConfig("file:///tmp/mot", Duration.ofHours(1), false),
                        4,
                        720));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    kafka: { bootstrapServer: x }        | job.yaml:1: kafka.bootstrapServer: unknown key (expected: did you mean bootstrapServers? one of bootstrapServers, consumer, groupId, producer, startFrom)
                    clokc: red                           | job.yaml:1: clokc: unknown key (expected: did you mean clock? one of
                    clock: sundial                       | job.yaml:1: clock: sundial (expected: wall or event)
                    ordering: event                      | job.yaml:1: ordering: event (expected: arrival or event-time)
                    watermarks: { disorder: 5 }          | job.yaml:1: watermarks.disorder: 5 (expected: a whole number and a unit (ms, s, m, h, d), such as 5s)
                    watermarks: { idleAfter: 0s }        | watermarks.idleAfter: 0ms (expected: more than 0)
                    checkpoints: { interval: 0s }        | checkpoints.interval: 0ms (expected: more than 0)
                    due: { maxPerSecond: 0 }             | due.maxPerSecond: 0 (expected: 1 or more)
                    due: { sweepPerSecond: 0 }           | due.sweepPerSecond: 0 (expected: 1 or more)
                    until: tomorrow                      | until: tomorrow (expected: an instant such as 2026-03-01T00:00:00Z)
                    release: { maxKib: 9000 }            | release.maxKib: 9000 (expected: at most 8192)
                    release: { compileWithin: 0s }       | release.compileWithin: 0ms (expected: more than 0)
                    parallelism: 0                       | parallelism: 0 (expected: 1 or more)
                    bounded: true                        | until: absent (expected: an instant such as
                    warmUpUntil: yesterday               | warmUpUntil: yesterday (expected: an instant such as 2026-03-01T00:00:00Z)
                    { bounded: true, until: 2026-03-01T00:00:00Z, warmUpUntil: 2026-03-01T00:00:00Z } | warmUpUntil: 2026-03-01T00:00:00Z (expected: absent when bounded is true
                    { until: 2026-03-01T00:00:00Z, warmUpUntil: 2026-02-01T00:00:00Z } | until: 2026-03-01T00:00:00Z (expected: absent with warmUpUntil
                    ordering: event-time                 | ordering: event-time (expected: arrival when clock is wall
                    kafka: { groupId: " " }              | kafka.groupId: empty (expected: text such as mot-decision)
                    """)
    void whatCannotBeUsedIsRefused(String yaml, String message) {
        assertThatThrownBy(() -> JobConfigFile.parse("job.yaml", yaml))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(message);
    }

    @Test
    void warmsUp_byEventTimeOnly() throws Exception {
        String until = "clock: event\nwarmUpUntil: 2026-03-01T00:00:00Z\n";

        assertThat(JobConfigFile.parse("job.yaml", until + "ordering: event-time")
                        .warmsUp())
                .isTrue();
        assertThat(JobConfigFile.parse("job.yaml", until).warmsUp()).isFalse();
        assertThat(JobConfigFile.parse("job.yaml", "clock: event\nordering: event-time")
                        .warmsUp())
                .isFalse();
    }

    @Test
    void saysTheLine() {
        assertThatThrownBy(() -> JobConfigFile.parse("job.yaml", "clock: wall\n\nparalelism: 2\n"))
                .hasMessageStartingWith("job.yaml:3: paralelism: unknown key (expected: did you mean parallelism?");
    }

    @Test
    void refusesAKeyWrittenTwice() {
        assertThatThrownBy(() -> JobConfigFile.parse("job.yaml", "clock: wall\nclock: event\n"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("job.yaml:2")
                .hasMessageContaining("clock");
    }

    @Test
    void wallClockStandsInForSilence_onlyWhenLive() throws ConfigException {
        assertThat(JobConfig.defaults().wallClockProgress()).isTrue();
        assertThat(JobConfigFile.parse("job.yaml", "clock: event").wallClockProgress())
                .isFalse();
        assertThat(JobConfigFile.parse("job.yaml", "bounded: true\nuntil: 2026-03-01T00:00:00Z")
                        .wallClockProgress())
                .isFalse();
    }
}
