package io.motengine.cli.replay;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Puts events in order, however the files were sorted: what does not fit in memory waits in sorted runs on disk, which
 * are merged at the end. The only limit is the room on disk, about the size of the events as JSON.
 */
final class EventSorter implements Closeable {
    private final Comparator<HistoryEvent> order;
    private final Path folder;
    private final long memory;
    private final List<Path> runs = new ArrayList<>();
    private final List<DataInputStream> open = new ArrayList<>();
    private final List<HistoryEvent> waiting = new ArrayList<>();
    private long waitingSize;

    /**
     * @param order in which events come out
     * @param folder for the runs
     * @param memory in bytes that events may take before a run is written
     */
    EventSorter(Comparator<HistoryEvent> order, Path folder, long memory) {
        this.order = order;
        this.folder = folder;
        this.memory = memory;
    }

    void add(HistoryEvent event) throws IOException {
        waiting.add(event);
        waitingSize += event.size();
        if (waitingSize > memory) {
            spill();
        }
    }

    private void spill() throws IOException {
        Path run = Files.createTempFile(folder, "sorted-", ".run");
        runs.add(run);
        waiting.sort(order);
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(run)))) {
            for (HistoryEvent event : waiting) {
                event.write(out);
            }
        }
        waiting.clear();
        waitingSize = 0;
    }

    /** Gives all events to the sink, in order. Called once. */
    void drain(Sink sink) throws IOException {
        waiting.sort(order);
        PriorityQueue<Run> heads = new PriorityQueue<>((a, b) -> order.compare(a.head, b.head));
        List<Source> sources = new ArrayList<>();
        Iterator<HistoryEvent> inMemory = waiting.iterator();
        sources.add(() -> inMemory.hasNext() ? inMemory.next() : null);
        for (Path run : runs) {
            DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(run)));
            open.add(in);
            sources.add(() -> HistoryEvent.read(in));
        }
        for (Source source : sources) {
            advance(source, heads);
        }
        while (!heads.isEmpty()) {
            Run first = heads.remove();
            sink.accept(first.head);
            advance(first.source, heads);
        }
    }

    private static void advance(Source source, PriorityQueue<Run> heads) throws IOException {
        HistoryEvent head = source.next();
        if (head != null) {
            heads.add(new Run(head, source));
        }
    }

    @Override
    public void close() throws IOException {
        for (DataInputStream in : open) {
            in.close();
        }
        for (Path run : runs) {
            Files.deleteIfExists(run);
        }
    }

    private record Run(HistoryEvent head, Source source) {}

    @FunctionalInterface
    private interface Source {
        /** The next event; null at the end. */
        HistoryEvent next() throws IOException;
    }

    /** Where events go. */
    @FunctionalInterface
    interface Sink {
        void accept(HistoryEvent event) throws IOException;
    }
}
