package io.motengine.bench.sections;

import io.motengine.bench.Home;
import io.motengine.bench.results.Report;
import io.motengine.bench.results.Table;
import io.motengine.engine.release.ReleaseCompiler;

/** What the engine allocates for an event, decoding and deciding, by whether it enters a rule session. */
final class Allocation {
    private final Settings settings;
    private final Screen screen;
    private final Report report;

    Allocation(Settings settings, Screen screen, Report report) {
        this.settings = settings;
        this.screen = screen;
        this.report = report;
    }

    void run() throws Exception {
        screen.step("allocation");
        EngineCost cost = EngineCost.of(ReleaseCompiler.compile(Home.referenceRelease()), settings);
        Table table =
                new Table("Bytes allocated, decoding and deciding", "what", "number", "bytes each", "nanoseconds each");
        row(table, "event that enters no session", cost.plain());
        row(table, "event that enters a session", cost.sessions());
        row(table, "what falls due between events", cost.dues());
        report.add(table);
        report.note(String.format(
                "Allocation: the reference release, one thread, records in memory; %.2f%% of events enter a session.",
                cost.sessionShare() * 100));
        report.ratios().put("allocation_bytes_per_event", cost.plain().bytesEach());
        if (cost.sessions().number() > 0) {
            report.ratios()
                    .put("allocation_bytes_per_session_event", cost.sessions().bytesEach());
        }
    }

    private static void row(Table table, String what, Sum sum) {
        table.row(what, sum.number(), sum.bytesEach(), sum.nanosEach());
    }
}
