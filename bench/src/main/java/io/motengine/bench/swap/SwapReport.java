package io.motengine.bench.swap;

import io.motengine.bench.results.Report;
import io.motengine.bench.results.Table;
import io.motengine.bench.swap.Swaps.Time;
import io.motengine.cli.job.Tallies;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** What came of the swaps. */
final class SwapReport {
    private static final long MOST_PAUSE = 200;
    /** As many strategies as the pause is promised for. */
    static final int USUAL = 300;

    private final Swaps swaps;
    private final Decided decided;
    private final int sent;
    private final Tallies tallies;

    SwapReport(Swaps swaps, Decided decided, int sent, Tallies tallies) {
        this.swaps = swaps;
        this.decided = decided;
        this.sent = sent;
        this.tallies = tallies;
    }

    void into(Report report, int strategies, int rate, Duration apart, Duration checkpoint, Memory memory) {
        report.note(swaps.all().size() + " swaps, each to another release of " + strategies
                + " strategies besides those of the reference release, which the job had to compile; " + rate
                + " events a second, each by a customer never seen before; two tasks, a checkpoint each "
                + checkpoint.toSeconds() + " s, fast delivery, " + apart.toSeconds()
                + " s from a swap to the next publishing; broker, job and load on the same machine.");
        report.note("Delay: from when an event was to be sent until the job wrote its decision. The first event that a"
                + " pause holds up waits for all of it, so that the longest delay in the second after a swap is"
                + " the pause and more.");
        report.add(events());
        report.add(delays());
        report.add(eachSwap());
        report.add(memory.table());
    }

    private Table events() {
        long wrong = decided.all().stream()
                .filter(event -> !event.deciders().equals(Set.of(swaps.deciderAt(event.time()))))
                .count();
        return new Table("Events", "what", "events")
                .row("sent", sent)
                .row("lost", sent - decided.all().size())
                .row("decided more often than sent, by the job's exact counts", tallies.decided() - sent)
                .row("taken for duplicates", tallies.duplicates())
                .row("decided by another release than that of their time, also after the crash", wrong);
    }

    private Table delays() {
        Map<Time, long[]> delays = new TreeMap<>();
        for (Time time : Time.values()) {
            delays.put(
                    time,
                    decided.all().stream()
                            .filter(event -> swaps.at(event.time()) == time)
                            .mapToLong(Decided.Event::millis)
                            .sorted()
                            .toArray());
        }
        Table table = new Table("Delay of events, ms", "when", "events", "p50", "p99", "longest");
        delays.forEach((time, sorted) -> {
            if (sorted.length > 0) {
                table.row(
                        time.words(),
                        sorted.length,
                        sorted[sorted.length / 2],
                        sorted[(int) (sorted.length * 0.99)],
                        sorted[sorted.length - 1]);
            }
        });
        return table;
    }

    /** By swap: the longest delay in the second after it. */
    private Table eachSwap() {
        Map<String, Long> longest = new TreeMap<>();
        decided.all().stream()
                .filter(event -> swaps.at(event.time()) == Time.SWAP)
                .forEach(event -> longest.merge(swaps.deciderAt(event.time()), event.millis(), Math::max));
        long[] pauses =
                longest.values().stream().mapToLong(Long::longValue).sorted().toArray();
        Pauses without = new Pauses(decided.all());
        long[] nothing = sorted(swap -> without.after(swap.at()));
        long[] took = sorted(Swaps.Swap::took);
        long within = Arrays.stream(pauses).filter(pause -> pause <= MOST_PAUSE).count();
        Table table = new Table("Swaps", "what", "median", "p99", "longest");
        row(table, "longest delay in the second after a swap, ms", pauses);
        row(table, "longest time without a decision in the second after a swap, ms", nothing);
        row(table, "compiling and warming up, ms", took);
        row(
                table,
                "from the release's files to the last task that decides by it, ms",
                sorted(swap -> Duration.between(swap.began(), swap.live()).toMillis()));
        table.row(
                String.format(
                        Locale.ROOT,
                        "swaps after which no event waited longer than %d ms: %d of %d",
                        MOST_PAUSE,
                        within,
                        pauses.length),
                "",
                "",
                "");
        return table;
    }

    private long[] sorted(ToLongFunction<Swaps.Swap> of) {
        return swaps.all().stream().mapToLong(of).sorted().toArray();
    }

    private static void row(Table table, String what, long[] sorted) {
        table.row(what, sorted[sorted.length / 2], sorted[(int) (sorted.length * 0.99)], sorted[sorted.length - 1]);
    }
}
