package io.motengine.cli.rules.simulate;

import io.motengine.engine.offline.Answered;
import io.motengine.engine.offline.Counter;
import io.motengine.engine.release.Release;
import io.motengine.engine.state.CustomerState;
import io.motengine.schemas.Topics;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;

/**
 * Decides a recording with one release, in parallel by customer. The outcome does not depend on how many threads there are.
 *
 * <p>Time goes in slices of a minute. Within one, customers know nothing of each other; at its end, what they told each other and
 * what they asked the allocator is sorted by time and customer, answered and heard, until nobody has anything to say. In the job
 * it comes back with a transaction: after seconds. A simulation of a job that ends hears nothing at all, and is one slice.
 */
final class Simulation {
    private static final long SLICE = Duration.ofMinutes(1).toMillis();
    private static final Comparator<Shard.Said> IN_TIME =
            Comparator.comparing(Shard.Said::time).thenComparing(Shard.Said::customer);

    private final Release release;
    private final Options options;
    private final Counter counter = new Counter();
    private final Map<String, Long> skipped = new TreeMap<>();
    private long told;

    /**
     * How to simulate.
     *
     * @param until last moment at which anything falls due
     * @param hears whether what is told comes back, as to a job that runs on
     */
    record Options(int threads, Instant until, boolean hears) {}

    Simulation(Release release, Options options) {
        this.release = release;
        this.options = options;
    }

    /**
     * Decides all of it.
     *
     * @param results for each shard, empty
     * @param progress hears now and then how many events have been decided
     */
    Simulated run(Recording recording, Function<Release, Results> results, LongConsumer progress) {
        List<Shard> shards = new ArrayList<>();
        for (List<Recorded> events : recording.shards(options.threads(), release, skipped)) {
            shards.add(new Shard(release, events, options.until(), results.apply(release)));
        }
        ExecutorService threads = Executors.newFixedThreadPool(options.threads());
        long start = System.nanoTime();
        try {
            if (options.hears()) {
                slices(shards, threads, progress);
            } else {
                work(shards, threads, shard -> shard.run(CustomerState.NEVER - 1));
                progress.accept(shards.stream().mapToLong(Shard::done).sum());
                answer(shards);
            }
        } finally {
            threads.shutdownNow();
            shards.forEach(Shard::close);
        }
        Results all = shards.stream().map(Shard::results).reduce(Results::and).orElseThrow();
        int customers = shards.stream().mapToInt(Shard::customers).sum();
        long cpu = shards.stream().mapToLong(Shard::cpuNanos).sum();
        long events = shards.stream().mapToLong(Shard::done).sum();
        return new Simulated(
                release,
                all,
                customers,
                events,
                skipped,
                Duration.ofNanos(System.nanoTime() - start),
                Duration.ofNanos(cpu),
                secondHalf(shards));
    }

    private static Simulated.Part secondHalf(List<Shard> shards) {
        return new Simulated.Part(
                shards.stream().mapToLong(Shard::secondHalf).sum(),
                Duration.ofNanos(
                        shards.stream().mapToLong(Shard::secondHalfNanos).sum()));
    }

    private void slices(List<Shard> shards, ExecutorService threads, LongConsumer progress) {
        long last = options.until().toEpochMilli();
        for (long time = nextTime(shards); time <= last; time = nextTime(shards)) {
            long end = Math.min(Math.floorDiv(time, SLICE) * SLICE + SLICE - 1, last);
            work(shards.stream().filter(shard -> shard.nextTime() <= end).toList(), threads, shard -> shard.run(end));
            while (answer(shards)) {
                work(shards.stream().filter(Shard::isTold).toList(), threads, Shard::hear);
            }
            progress.accept(shards.stream().mapToLong(Shard::done).sum());
        }
    }

    private static long nextTime(List<Shard> shards) {
        return shards.stream().mapToLong(Shard::nextTime).min().orElse(CustomerState.NEVER);
    }

    /** Answers what was said and passes it on; returns whether anybody is to hear anything. */
    private boolean answer(List<Shard> shards) {
        List<Shard.Said> all = new ArrayList<>();
        shards.forEach(shard -> all.addAll(shard.takeSaid()));
        // What one customer said at one time stays in its order: the sort is stable, and a customer has one shard.
        all.sort(IN_TIME);
        for (Shard.Said said : all) {
            said.told().forEach(event -> tell(event, shards));
            Answered answered = counter.ask(said.asked());
            Results results =
                    shards.get(Recording.shard(said.customer(), shards.size())).results();
            answered.left().forEach(results::left);
            answered.denied().forEach(results::denied);
            answered.answers().forEach(event -> tell(event, shards));
        }
        return shards.stream().anyMatch(Shard::isTold);
    }

    private void tell(EventEnvelope event, List<Shard> shards) {
        if (options.hears()) {
            shards.get(Recording.shard(event.subject(), shards.size()))
                    .tell(new Recorded(event, new Origin(Topics.INTERNAL, 0, told++)));
        }
    }

    /** The calling thread does its part: with few events in a minute, waking threads would take longer than their work. */
    private static void work(List<Shard> shards, ExecutorService threads, Consumer<Shard> work) {
        List<Future<?>> running = new ArrayList<>();
        for (Shard shard : shards.subList(Math.min(1, shards.size()), shards.size())) {
            running.add(threads.submit(() -> shard.work(work)));
        }
        if (!shards.isEmpty()) {
            shards.get(0).work(work);
        }
        running.forEach(Simulation::join);
    }

    private static void join(Future<?> running) {
        try {
            running.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the simulation failed: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
