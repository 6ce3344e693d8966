package io.motengine.bench.sections;

import io.motengine.bench.Home;
import io.motengine.bench.Options;
import io.motengine.bench.arena.Race;
import io.motengine.bench.contest.ContestantMain;
import io.motengine.bench.contest.Course;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What a run is asked for, with its defaults: throughput and latency take about half an hour on two cores. */
public final class Settings {
    static final Set<String> KEYS = Set.of(
            "customers",
            "events",
            "seed",
            "parallelism",
            "heap",
            "managed",
            "checkpoint",
            "warm",
            "seconds",
            "lives",
            "rate",
            "rules",
            "swaps");

    private final Options options;
    private final Map<String, Long> used = new HashMap<>();

    Settings(Options options) {
        this.options = options;
    }

    private long number(String key, long otherwise) {
        long number = options.number(key, otherwise);
        used.put(key, number);
        return number;
    }

    public long customers() {
        return number("customers", 1_000_000);
    }

    /** The same with other numbers, which are not shown as asked for. */
    Settings with(Map<String, Long> others) {
        return new Settings(options.with(others));
    }

    /** Of one stream. */
    public long events() {
        return number("events", 6_000_000);
    }

    public long seed() {
        return number("seed", 1);
    }

    public int parallelism() {
        return (int) number("parallelism", 2);
    }

    /** MiB of a contestant's heap; what a contestant caches there it has less of outside. */
    public int heapMib() {
        return (int) number("heap", 1_024);
    }

    /** MiB of managed memory, which is RocksDB's cache and write buffers. */
    public int managedMib() {
        return (int) number("managed", 128);
    }

    public Duration checkpoint() {
        return Duration.ofSeconds(number("checkpoint", 10));
    }

    /** A minute after its start the JVM still spends a fifth of the machine on compiling the engine; a job runs for months. */
    public Duration warm() {
        return Duration.ofSeconds(number("warm", 90));
    }

    public Duration measured() {
        return Duration.ofSeconds(number("seconds", 22));
    }

    Race.Marks marks() {
        return new Race.Marks(warm(), measured());
    }

    /** Measured for a shorter time: there are many, and what matters is whether the best is near. */
    Race.Marks marksOfPeers() {
        return new Race.Marks(warm(), shorter(measured(), 12));
    }

    private static Duration shorter(Duration asked, int seconds) {
        Duration most = Duration.ofSeconds(seconds);
        return asked.compareTo(most) < 0 ? asked : most;
    }

    /** Events a second that the engine can read at most, for latency alone; 0 to use what throughput has found. */
    public long rate() {
        return number("rate", 0);
    }

    /** A number of rules besides those that the section has by itself; absent for none. */
    Optional<Integer> moreRules() {
        long rules = number("rules", 0);
        return rules == 0 ? Optional.empty() : Optional.of((int) rules);
    }

    /** Releases that are swapped in, one after another. */
    long swaps() {
        return number("swaps", 10);
    }

    /** Distinct records that customers are given to begin with. */
    public long lives() {
        return number("lives", 200);
    }

    /** What all contestants find alike, in a folder of their own. */
    Course course(String bootstrap, Path folder, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                Course.RELEASE,
                Home.root().resolve("bench").resolve("reference").toString(),
                ContestantMain.CUSTOMERS,
                Long.toString(customers()),
                ContestantMain.LIVES,
                Long.toString(lives())));
        settings.putAll(more);
        return new Course(bootstrap, folder, parallelism(), managedMib(), checkpoint(), settings);
    }

    /** Those that were asked after, as used. */
    public Map<String, Long> used() {
        return new TreeMap<>(used);
    }
}
