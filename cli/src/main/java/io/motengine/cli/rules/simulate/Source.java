package io.motengine.cli.rules.simulate;

import io.motengine.cli.Refusal;
import io.motengine.cli.mapping.HistoryReader;
import io.motengine.cli.mapping.MappedEvent;
import io.motengine.cli.mapping.Mapping;
import io.motengine.cli.mapping.MappingFile;
import io.motengine.cli.mapping.RejectedRow;
import io.motengine.cli.simulator.Bank;
import io.motengine.cli.simulator.BankEvent;
import io.motengine.cli.simulator.BankPlan;
import io.motengine.cli.wire.EventTopics;
import io.motengine.cli.wire.ReachableTopics;
import io.motengine.cli.wire.TopicScan;
import io.motengine.schemas.codec.EventWriter;
import io.motengine.schemas.codec.RecordHeaders;
import io.motengine.schemas.event.EventBody;
import io.motengine.schemas.event.Origin;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.header.Header;

/** Where recorded events come from. */
@FunctionalInterface
interface Source {
    /** Reads all of it. */
    void read(Recording into) throws IOException;

    /** Structured CloudEvents, one a line; events of one instant are in the order of the lines. */
    static Source jsonLines(Path file) {
        return into -> {
            String name = file.getFileName().toString();
            try (BufferedReader lines = Files.newBufferedReader(file)) {
                long number = 0;
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    number++;
                    if (!line.isBlank()) {
                        into.message(
                                null,
                                line.getBytes(StandardCharsets.UTF_8),
                                RecordHeaders.NONE,
                                new Origin(name, 0, number));
                    }
                }
            } catch (IOException e) {
                throw new Refusal(file + ": cannot be read (expected: CloudEvents in UTF-8, one a line)", e);
            }
        };
    }

    /** Rows that a mapping makes events of, as {@code mot replay} does. */
    static Source mapped(Path mappingFile, Path path) {
        Mapping mapping = MappingFile.read(mappingFile);
        return into -> {
            Map<String, Long> offsets = new HashMap<>();
            HistoryReader reader = new HistoryReader(mapping);
            List<Mapping.FileMapping> files = mapping.files().stream()
                    .filter(file -> Files.isDirectory(path)
                            ? Files.isReadable(path.resolve(file.file()))
                            : path.getFileName().toString().equals(file.file()))
                    .toList();
            if (files.isEmpty()) {
                throw new Refusal("--events: " + path + ": not in the mapping (expected: "
                        + String.join(
                                ", ",
                                mapping.files().stream()
                                        .map(Mapping.FileMapping::file)
                                        .toList())
                        + ", or a folder with them)");
            }
            for (Mapping.FileMapping file : files) {
                reader.read(file, Files.isDirectory(path) ? path.resolve(file.file()) : path, new HistoryReader.Sink() {
                    @Override
                    public void event(MappedEvent event) {
                        give(event.id(), event.source(), event.subject(), event.time(), event.body(), offsets, into);
                    }

                    @Override
                    public void skipped(String reason) {
                        into.leftOut(reason);
                    }

                    @Override
                    public void rejected(RejectedRow row) {
                        into.leftOut(row.reason());
                    }
                });
            }
        };
    }

    /** All that stands on the topics that the job reads. What it told itself is left out: a simulation tells it anew. */
    static Source kafka(String bootstrap) {
        return into -> {
            Set<String> there = ReachableTopics.topicsOf(bootstrap);
            List<String> topics =
                    EventTopics.SOURCES.stream().filter(there::contains).toList();
            if (topics.isEmpty()) {
                throw new Refusal(
                        "--events: kafka: " + bootstrap + " has none of the topics that the job reads (expected: "
                                + String.join(", ", EventTopics.SOURCES) + ")");
            }
            TopicScan.read(bootstrap, topics, record -> {
                RecordHeaders headers = name -> {
                    Header header = record.headers().lastHeader(name);
                    return header == null ? null : header.value();
                };
                Origin origin = new Origin(record.topic(), record.partition(), record.offset());
                into.message(record.key(), record.value(), headers, origin);
            });
        };
    }

    /** What the simulated bank of the demo sends in some days. */
    static Source bank(long seed, int customers, int days, Instant start, ZoneId zone) {
        return into -> {
            Bank bank = new Bank(new BankPlan(seed, customers, start, zone, BankPlan.USUAL_EVENTS));
            Map<String, Long> offsets = new HashMap<>();
            bank.opening().forEach(event -> give(event, offsets, into));
            Instant end = start.atZone(zone).plusDays(days).toInstant();
            Iterator<BankEvent> life = bank.life();
            for (BankEvent event = life.next(); event.time().isBefore(end); event = life.next()) {
                give(event, offsets, into);
            }
        };
    }

    private static void give(BankEvent event, Map<String, Long> offsets, Recording into) {
        give(event.id(), event.source(), event.customer(), event.time(), event.body(), offsets, into);
    }

    private static void give(
            String id,
            String source,
            String customer,
            Instant time,
            EventBody body,
            Map<String, Long> offsets,
            Recording into) {
        String topic = EventTopics.of(body);
        long offset = offsets.merge(topic, 1L, Long::sum) - 1;
        into.message(
                null,
                EventWriter.write(id, source, customer, time, body),
                RecordHeaders.NONE,
                new Origin(topic, 0, offset));
    }
}
