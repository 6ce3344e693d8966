package io.motengine.bench.sections;

import io.motengine.bench.Home;
import io.motengine.bench.layers.JudgeCost;
import io.motengine.bench.results.Report;
import io.motengine.bench.results.Table;
import io.motengine.engine.release.Release;
import io.motengine.engine.release.ReleaseCompiler;
import java.io.IOException;

/** Time and allocation of decoding, features, rules, governance and the record's serializer, side by side. */
final class Parts {
    private static final int JUDGEMENTS = 1_000;
    private final Settings settings;
    private final Screen screen;
    private final Report report;

    Parts(Settings settings, Screen screen, Report report) {
        this.settings = settings;
        this.screen = screen;
        this.report = report;
    }

    void run() throws Exception {
        screen.step("parts of an event");
        Release release = ReleaseCompiler.compile(Home.referenceRelease());
        try (PartsCost warm = new PartsCost(release, settings.seed());
                PartsCost cost = new PartsCost(release, settings.seed())) {
            run(warm, settings.warm().toNanos());
            run(cost, settings.measured().toNanos());
            Sum governance = governance();
            Table table = new Table("Parts of an event", "what", "nanoseconds", "bytes allocated", "measured");
            row(table, "decode: envelope read, body bound", cost.decode);
            row(table, "features: the event taken in, ten figures read", cost.features);
            row(table, "rules: two hundred, over facts that are there", cost.evaluate);
            row(table, "the same rules written by hand", cost.byHand);
            row(table, "governance: all layers, an event with one candidate", governance);
            row(table, "serializer: the touched record to bytes", cost.write);
            row(table, "serializer: a record from bytes", cost.restore);
            row(table, "whole: decoded already, decided with the record at hand", cost.whole);
            report.add(table);
            report.note(String.format(
                    "Parts: one thread, records in memory, the stream's events with the reference release, without what"
                            + " falls due between them; governance with 300 cards and every kind of rule of policy. %.2f%%"
                            + " of events have candidates. Figures are worked out when a rule reads them, so that features"
                            + " cost within rules what is left out of those here. A whole event also recognises"
                            + " duplicates, keeps patterns, makes facts, grades, and writes down what came of it.",
                    cost.candidatesShare() * 100));
        }
    }

    private static void run(PartsCost cost, long nanos) throws Exception {
        long began = System.nanoTime();
        do {
            cost.run();
        } while (System.nanoTime() - began < nanos);
    }

    private Sum governance() throws IOException {
        JudgeCost judge = new JudgeCost();
        judge.candidates = 1;
        judge.live();
        judged(judge, settings.warm().toNanos() / 2);
        return judged(judge, settings.measured().toNanos() / 2);
    }

    private static Sum judged(JudgeCost judge, long nanos) {
        Sum sum = new Sum();
        while (sum.nanos() < nanos) {
            sum.measure(JUDGEMENTS, () -> {
                for (int i = 0; i < JUDGEMENTS; i++) {
                    if (judge.judge().isEmpty()) {
                        throw new IllegalStateException("nothing came of a candidate");
                    }
                }
            });
        }
        return sum;
    }

    private static void row(Table table, String what, Sum sum) {
        table.row(what, sum.nanosEach(), sum.bytesEach(), sum.number());
    }
}
