package io.motengine.cli.replay;

import io.motengine.cli.Refusal;
import io.motengine.cli.mapping.HistoryReader;
import io.motengine.cli.mapping.MappedEvent;
import io.motengine.cli.mapping.Mapping;
import io.motengine.cli.mapping.Mapping.FileMapping;
import io.motengine.cli.mapping.RejectedRow;
import io.motengine.cli.wire.EventTopics;
import io.motengine.schemas.codec.EventWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** All events of the files, to be given in order of time across them. */
final class History {
    private final EventSorter sorter;
    private final List<RowAccount> accounts = new ArrayList<>();
    private final Consumer<RejectedRow> rejected;
    private final Instant until;
    private long events;
    private Instant last = Instant.MIN;

    /**
     * Nothing read yet.
     *
     * @param until events from then on are left out; null to take all
     * @param rejected given every rejected row
     */
    History(EventSorter sorter, Instant until, Consumer<RejectedRow> rejected) {
        this.until = until;
        this.sorter = sorter;
        this.rejected = rejected;
    }

    /**
     * Reads the files.
     *
     * @param given by the caller; where a file of the mapping is not among them, it is looked for in {@code data}
     * @param data null if the caller named no folder
     * @throws Refusal if a file is missing, or one was given that the mapping does not know
     */
    void read(Mapping mapping, List<Path> given, Path data) {
        Map<String, Path> paths = new HashMap<>();
        given.forEach(path -> paths.put(path.getFileName().toString(), path));
        List<String> known = mapping.files().stream().map(FileMapping::file).toList();
        given.stream()
                .filter(path -> !known.contains(path.getFileName().toString()))
                .findFirst()
                .ifPresent(path -> {
                    throw new Refusal(path + ": not in the mapping (expected: " + String.join(", ", known) + ")");
                });
        HistoryReader reader = new HistoryReader(mapping);
        for (FileMapping file : mapping.files()) {
            Path path = paths.get(file.file());
            if (path == null && given.isEmpty() && data != null) {
                path = data.resolve(file.file());
            }
            if (path != null) {
                read(reader, file, path);
            }
        }
        if (accounts.isEmpty()) {
            throw new Refusal("no file to replay (expected: files, or --data with their folder)");
        }
    }

    private void read(HistoryReader reader, FileMapping file, Path path) {
        if (!Files.isReadable(path)) {
            throw new Refusal(path + ": cannot be read (expected: a file as the mapping describes it)");
        }
        RowAccount account = new RowAccount(path.getFileName().toString());
        accounts.add(account);
        reader.read(file, path, new HistoryReader.Sink() {
            @Override
            public void event(MappedEvent event) throws IOException {
                if (until != null && !event.time().isBefore(until)) {
                    account.skipped("not before " + until);
                    return;
                }
                account.event();
                add(event);
            }

            @Override
            public void skipped(String reason) {
                account.skipped(reason);
            }

            @Override
            public void rejected(RejectedRow row) {
                account.rejected(row);
                rejected.accept(row);
            }
        });
    }

    private void add(MappedEvent event) throws IOException {
        byte[] message = EventWriter.write(event.id(), event.source(), event.subject(), event.time(), event.body());
        sorter.add(new HistoryEvent(event.time(), events++, EventTopics.of(event.body()), event.subject(), message));
        last = event.time().isAfter(last) ? event.time() : last;
    }

    long events() {
        return events;
    }

    /** The latest event time, UTC. */
    Instant last() {
        return last;
    }

    List<RowAccount> accounts() {
        return List.copyOf(accounts);
    }
}
