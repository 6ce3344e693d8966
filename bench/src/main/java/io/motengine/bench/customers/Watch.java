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
    private long looked = began;
    private long before;
    private long readBefore;
    private volatile double fastest;
    private volatile long most;
    private volatile long atTick;

    Watch(Path folder) {
        this.folder = folder;
        looking = clock.scheduleAtFixedRate(this::look, 1, 1, TimeUnit.SECONDS);
    }

    private void look() {
        long bytes = bytes();
        long read = Progress.read();
        long marketing = Progress.marketing().customers();
        long now = System.nanoTime();
        most = Math.max(most, bytes);
        if (Progress.TICKED.get() == 0) {
            atTick = bytes;
        }
        double seconds = (now - looked) / 1e9;
        fastest = Math.max(fastest, (marketing - before) / seconds);
        System.out.printf(
                "%,6d s: %,d events read (%,.0f/s), served %,d for service, %,d for marketing (%,.0f/s), %,d MiB in RocksDB's files%n",
                (now - began) / 1_000_000_000,
                read,
                (read - readBefore) / seconds,
                Progress.service().customers(),
                marketing,
                (marketing - before) / seconds,
                bytes >> 20);
        looked = now;
        before = marketing;
        readBefore = read;
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

    /** Customers served for marketing in the busiest second. */
    double fastest() {
        return fastest;
    }

    @Override
    public void close() {
        looking.cancel(false);
        clock.shutdown();
    }
}
