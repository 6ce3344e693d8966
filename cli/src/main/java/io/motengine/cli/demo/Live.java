package io.motengine.cli.demo;

import static io.motengine.cli.screen.Numbers.count;

import io.motengine.cli.job.Job;
import io.motengine.cli.job.Tallies;
import io.motengine.cli.process.Stop;
import io.motengine.cli.process.Worker;
import io.motengine.cli.simulator.BankEvent;
import io.motengine.cli.simulator.Channels;
import io.motengine.cli.wire.Lag;
import io.motengine.cli.wire.OutputTopics;
import io.motengine.cli.wire.Publisher;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** The running part of a demo: the bank lives and its channels answer, until the end is wished for and the job has decided all. */
final class Live {
    private static final Duration TICK = Duration.ofMillis(500);
    private static final long DRAIN_NANOS = Duration.ofSeconds(60).toNanos();
    private static final long COUNTS_NANOS = Duration.ofSeconds(10).toNanos();
    private static final long STEP_NANOS = 1_000_000;
    private final DemoPlan plan;
    private final Job job;
    private final SimulatedTime time;
    private final Feed feed;
    private final OutputPump outputs;
    private final Figures figures;
    private final Backlog backlog;
    private final long startedAt = System.nanoTime();

    Live(DemoPlan plan, Figures figures, Job job, Publisher publisher, Iterator<BankEvent> life, OutputTopics topics) {
        this.plan = plan;
        this.figures = figures;
        this.backlog = new Backlog(plan.meanEventsPerSecond(), plan.delivery().equals("fast"));
        this.job = job;
        this.time = new SimulatedTime(plan.bank().start(), plan.speed(), System::nanoTime);
        this.feed = new Feed(publisher, figures, time, new Channels(plan.seed()), life);
        this.outputs = new OutputPump(topics, new OutputReader(figures, backlog, feed::act));
    }

    SimulatedTime time() {
        return time;
    }

    /** Runs to the end and gives how long the bank lived. */
    Duration run(DemoScreen screen, Stop stop, Lag lag, List<String> findings) {
        Worker bank = new Worker("bank", this::happen);
        Worker reader = new Worker("outputs", outputs::step);
        while (!isOver(stop) && !job.ended().isDone() && healthy(bank) && healthy(reader)) {
            Optional<Tallies> tallies = job.monitor().tallies();
            tallies.ifPresent(backlog::ended);
            screen.show(uptime(), tallies);
            stop.await(TICK);
        }
        Duration ran = uptime();
        bank.close();
        time.hold(true);
        bank.failure().ifPresent(failure -> findings.add("the simulated bank stopped: " + failure.getMessage()));
        drain(screen, lag, findings);
        reader.close();
        reader.failure().ifPresent(failure -> findings.add("the reader of outputs stopped: " + failure.getMessage()));
        if (healthy(reader) && !outputs.finish(System.nanoTime() + DRAIN_NANOS)) {
            findings.add("some outputs were still not readable at the end");
        }
        screen.release(ran);
        return ran;
    }

    private void happen() {
        time.hold(backlog.isTooLong(figures.events().total(), System.currentTimeMillis()));
        feed.catchUp();
        LockSupport.parkNanos(STEP_NANOS);
    }

    private boolean isOver(Stop stop) {
        return stop.isWished() || (plan.lasts() != null && uptime().compareTo(plan.lasts()) >= 0);
    }

    private static boolean healthy(Worker worker) {
        return worker.failure().isEmpty();
    }

    /** The job commits its offsets with each checkpoint: when it has committed all, it has decided all. */
    private void drain(DemoScreen screen, Lag lag, List<String> findings) {
        long deadline = System.nanoTime() + DRAIN_NANOS;
        long behind = lag.records();
        while (behind > 0 && !job.ended().isDone() && System.nanoTime() - deadline < 0) {
            screen.show(uptime(), job.monitor().tallies());
            LockSupport.parkNanos(TICK.toNanos() / 4);
            behind = lag.records();
        }
        if (behind > 0) {
            findings.add(count(behind) + " events were still undecided at the end");
        }
        awaitCounts();
    }

    /** The job's counts are a second behind the job. */
    private void awaitCounts() {
        long deadline = System.nanoTime() + COUNTS_NANOS;
        while (counts().ended() < figures.events().total() && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(TICK.toNanos() / 4);
        }
    }

    private Tallies counts() {
        return job.monitor().tallies().orElse(Tallies.NONE);
    }

    private Duration uptime() {
        return Duration.ofNanos(System.nanoTime() - startedAt);
    }
}
