package io.motengine.cli.demo;

import io.motengine.cli.job.Job;
import io.motengine.cli.job.Tallies;
import io.motengine.cli.screen.Numbers;
import io.motengine.cli.screen.Screen;
import io.motengine.cli.screen.Terminal;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Keeps the live table on the terminal; where there is none, prints a line every few seconds. */
final class DemoScreen {
    private static final long LINE_NANOS = Duration.ofSeconds(5).toNanos();
    private final DemoPlan plan;
    private final Figures figures;
    private final Job job;
    private final SimulatedTime time;
    private final PrintStream out;
    private final Terminal terminal;
    private final Screen screen;
    private final Rate rate = new Rate();
    private Optional<Tallies> lastTallies = Optional.empty();
    private List<String> told = List.of();
    private long printedAt = System.nanoTime();

    DemoScreen(DemoPlan plan, Figures figures, Job job, SimulatedTime time, PrintStream out, Terminal terminal) {
        this.plan = plan;
        this.figures = figures;
        this.job = job;
        this.time = time;
        this.out = out;
        this.terminal = terminal;
        this.screen = new Screen(out, terminal.columns());
    }

    void show(Duration uptime, Optional<Tallies> tallies) {
        lastTallies = tallies.or(() -> lastTallies);
        DemoView view = view(uptime);
        if (terminal.interactive()) {
            screen.show(LiveTable.draw(view, terminal.columns()));
        } else if (System.nanoTime() - printedAt > LINE_NANOS) {
            out.println(LiveTable.line(view));
            tellStories(view.stories());
            printedAt = System.nanoTime();
        }
    }

    /** The table as it stands at the end, with the next lines below it. */
    void release(Duration ran) {
        if (terminal.interactive()) {
            screen.show(LiveTable.draw(view(ran), terminal.columns()));
            screen.release();
        }
        out.println();
    }

    private DemoView view(Duration uptime) {
        long events = figures.events().total();
        return new DemoView(
                title(),
                time.now(),
                DemoPlan.ZONE,
                events,
                rate.perSecond(events, System.nanoTime()),
                job.monitor().state(),
                job.restarts(),
                uptime,
                lastTallies.map(Tallies::duplicates).orElse(-1L),
                figures.deadLetters().total(),
                figures.latency(),
                figures.moments().all(),
                figures.actions().all(),
                figures.latest(),
                figures.stories().lines());
    }

    /** Those that have gone on. */
    private void tellStories(List<String> stories) {
        stories.stream().filter(story -> !told.contains(story)).forEach(story -> out.println("      " + story));
        told = stories;
    }

    private String title() {
        return "mot demo   %s customers   %,.0f times as fast as life   %s   Ctrl-C ends"
                .formatted(
                        Numbers.count(plan.customers()),
                        plan.speed(),
                        job.monitor().url());
    }
}
