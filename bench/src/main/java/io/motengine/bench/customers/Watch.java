package io.motengine.bench.customers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Looks once a second at the size of RocksDB's files and at how many events have been read. */
final class Watch implements AutoCloseable {
    private final Path folder;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledFuture<?> looking;
    private final long began = System.nanoTime();
    private volatile long most;
    private volatile long atTick;

    Watch(Path folder) {
        this.folder = folder;
        looking = clock.scheduleAtFixedRate(this::look, 1, 1, TimeUnit.SECONDS);
    }

    private void look() {
        long bytes = bytes();
        long read = Progress.READ.sum();
        most = Math.max(most, bytes);
        if (Progress.TICKED.get() == 0) {
            atTick = bytes;
        }
        System.out.printf(
                "%,6d s: %,d events read, %,d served, %,d MiB in RocksDB's files%n",
                (System.nanoTime() - began) / 1_000_000_000, read, Progress.SERVED.sum(), bytes >> 20);
    }

    /** Files may go while they are listed: RocksDB merges them. */
    private long bytes() {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".sst"))
                    .mapToLong(Watch::size)
                    .sum();
        } catch (IOException | UncheckedIOException e) {
            return atTick;
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }

    /** Bytes of RocksDB's files when the clock passed the tick. */
    long atTick() {
        return atTick;
    }

    long most() {
        return most;
    }

    @Override
    public void close() {
        looking.cancel(false);
        clock.shutdown();
    }
}
