package io.motengine.bench.customers;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** How long checkpoints took, from when they were asked for until the first subtask was told that they are complete. */
final class Checkpoints {
    private final Map<Long, Long> open = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Checkpoint> complete = new ConcurrentLinkedQueue<>();

    /** Times by {@link System#nanoTime}. */
    record Checkpoint(long began, long ended) {
        double seconds() {
            return (ended - began) / 1e9;
        }
    }

    /** Asked for at some wall-clock time, epoch milliseconds. */
    void began(long id, long wallMillis) {
        open.putIfAbsent(
                id, System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis() - wallMillis));
    }

    void ended(long id) {
        Long began = open.remove(id);
        if (began != null) {
            complete.add(new Checkpoint(began, System.nanoTime()));
        }
    }

    /** Those that were under way at some time between these two. */
    List<Checkpoint> between(long from, long to) {
        return complete.stream()
                .filter(checkpoint -> checkpoint.ended() >= from && checkpoint.began() < to)
                .toList();
    }
}
