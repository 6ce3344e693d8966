package io.motengine.cli.rules.simulate;

import static io.motengine.cli.screen.Numbers.count;

import io.motengine.cli.Refusal;
import io.motengine.cli.replay.OutputFiles;
import io.motengine.cli.rules.RulesDirectory;
import io.motengine.cli.screen.Progress;
import io.motengine.cli.screen.Stages;
import io.motengine.cli.screen.Terminal;
import io.motengine.engine.release.Release;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Function;

/** One simulation from beginning to end: read, decide, compare, report. */
final class SimulationRun {
    private final SimulationPlan plan;
    private final Function<RulesDirectory, Release> compiler;
    private final PrintWriter out;
    private final Terminal terminal = Terminal.current();
    private final PrintStream screen = System.out;
    private final Stages stages = new Stages(screen, terminal);

    SimulationRun(SimulationPlan plan, Function<RulesDirectory, Release> compiler, PrintWriter out) {
        this.plan = plan;
        this.compiler = compiler;
        this.out = out;
    }

    /** Exit code 0; it has to be judged by people what came of it. */
    int run() throws IOException {
        stages.doing("compiling the rules");
        Release release = compiler.apply(plan.release());
        Release against = plan.against() == null ? null : compiler.apply(plan.against());
        Recording recording = read();
        Files.createDirectories(plan.out());
        Simulated after = decide(recording, release, against != null, plan.records());
        Comparison comparison = null;
        if (against != null) {
            comparison = new Comparison(after, decide(recording, against, true, false));
        }
        Report report = new Report(plan, recording, after, comparison);
        Files.writeString(plan.out().resolve("report.json"), JsonReport.of(report));
        Files.writeString(plan.out().resolve("report.html"), HtmlReport.of(report));
        new TextReport(out).print(report);
        out.println("wrote    " + plan.out().resolve("report.html") + " and report.json"
                + (plan.records() ? ", actions.jsonl, decisions.jsonl" : ""));
        out.flush();
        return 0;
    }

    private Recording read() throws IOException {
        long start = System.nanoTime();
        stages.doing("reading " + plan.events());
        Recording recording = new Recording(plan.from(), plan.until());
        plan.source().read(recording);
        if (recording.size() == 0) {
            recording.examples().forEach(out::println);
            if (recording.outside() > 0) {
                throw new Refusal(String.format(
                        "--from, --until: none of the %s events lies in that time (expected: a time between %s and %s)",
                        count(recording.outside()), recording.firstOutside(), recording.lastOutside()));
            }
            throw new Refusal("--events: " + plan.events() + ": no events to decide upon (expected: at least one)");
        }
        done("read     %s events in %.1f s, the last at %s"
                .formatted(count(recording.size()), (System.nanoTime() - start) / 1e9, recording.last()));
        return recording;
    }

    private Simulated decide(Recording recording, Release release, boolean kept, boolean written) throws IOException {
        Simulation simulation =
                new Simulation(release, new Simulation.Options(plan.threads(), end(recording, release), plan.hears()));
        Path scratch = Files.createTempDirectory(plan.out(), "sorting-");
        try (OutputFiles files = new OutputFiles(plan.out(), scratch);
                Progress progress = new Progress("deciding", recording.size(), screen, terminal)) {
            Written all = written ? new Written(files, release.policy().decisions()) : null;
            Simulated simulated = simulation.run(
                    recording, its -> new Results(new Figures(its), kept ? new Kept() : null, all), progress::at);
            if (written) {
                files.write();
            }
            done(
                    "decided  %s events of %s customers with release %s in %.1f s: %s events/s with %d threads, %s in a second of one core (%s in the second half)"
                            .formatted(
                                    count(simulated.events()),
                                    count(simulated.customers()),
                                    release.id(),
                                    simulated.took().toMillis() / 1e3,
                                    count(simulated.eventsPerSecond()),
                                    plan.threads(),
                                    count(simulated.eventsPerCoreSecond()),
                                    count(simulated.secondHalf().eventsPerCoreSecond())));
            return simulated;
        } finally {
            Files.deleteIfExists(scratch);
        }
    }

    /** What falls due on the last day still comes, as with {@code mot replay}. */
    private Instant end(Recording recording, Release release) {
        if (plan.until() != null) {
            return plan.until();
        }
        return recording
                .last()
                .atZone(release.calendar().zone())
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(release.calendar().zone())
                .toInstant();
    }

    private void done(String what) {
        if (terminal.interactive()) {
            stages.done(what);
        } else {
            out.println(what);
            out.flush();
        }
    }
}
