package io.motengine.cli.replay;

import static io.motengine.cli.screen.Numbers.count;

import io.motengine.cli.broker.Broker;
import io.motengine.cli.job.Job;
import io.motengine.cli.job.JobSettings;
import io.motengine.cli.mapping.Mapping;
import io.motengine.cli.mapping.MappingFile;
import io.motengine.cli.process.Memory;
import io.motengine.cli.process.Ports;
import io.motengine.cli.process.RunDirectory;
import io.motengine.cli.process.Stop;
import io.motengine.cli.screen.Progress;
import io.motengine.cli.screen.Stages;
import io.motengine.cli.screen.Terminal;
import io.motengine.cli.wire.EventTopics;
import io.motengine.cli.wire.OutputTopics;
import io.motengine.cli.wire.Publisher;
import io.motengine.cli.wire.ReachableTopics;
import io.motengine.schemas.Topics;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/** One replay from beginning to end: rows to events on Kafka, and, without a broker of the caller's, the job that decides them. */
final class Replay {
    private static final int PARTITIONS = 4;
    private static final int CHECKPOINT_SECONDS = 10;
    private static final int NEEDED_MIB = 2_600;
    private static final int LINGER_MILLIS = 20;
    private static final long MEMORY = 64L * 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofMillis(250);
    private final ReplayPlan plan;
    private final PrintStream out;
    private final Terminal terminal;
    private final Stages stages;

    Replay(ReplayPlan plan, PrintStream out, Terminal terminal) {
        this.plan = plan;
        this.out = out;
        this.terminal = terminal;
        this.stages = new Stages(out, terminal);
    }

    /** Runs the replay and gives the exit code: 0 if the account balances, 1 if not. */
    int run() throws IOException {
        Mapping mapping = MappingFile.read(plan.mapping());
        if (plan.bootstrap() == null || plan.warmUpUntil() != null) {
            Memory.require(NEEDED_MIB, Memory.availableMib());
        }
        if (plan.bootstrap() != null && plan.warmUpUntil() != null) {
            ReachableTopics.require(plan.bootstrap(), Topics.TIME_DRIVING);
        }
        try (Stop stop = new Stop()) {
            int code;
            try (RunDirectory directory = RunDirectory.open(plan.runDirectory(), plan.keep());
                    EventSorter sorter = new EventSorter(HistoryEvent.IN_TIME, directory.path(), MEMORY);
                    Rejections rejections = new Rejections(directory, plan.out())) {
                History history = new History(sorter, plan.warmUpUntil(), rejections::add);
                stages.doing("reading rows");
                history.read(mapping, plan.files(), plan.data());
                stages.done("read     %s events, the last at %s".formatted(count(history.events()), history.last()));
                Account account = plan.bootstrap() == null
                        ? decideHere(history, mapping, sorter, directory, stop)
                        : atCallersBroker(history, sorter, directory, stop);
                account.lines().forEach(out::println);
                code = account.balances() ? 0 : 1;
            }
            stop.ended(code);
            return code;
        }
    }

    private Account atCallersBroker(History history, EventSorter sorter, RunDirectory directory, Stop stop)
            throws IOException {
        publish(plan.bootstrap(), history, sorter, stop);
        return plan.warmUpUntil() == null
                ? new Account(history.accounts(), null, false)
                : new WarmUp(plan, stages).run(plan.bootstrap(), history, directory, stop);
    }

    private Account decideHere(History history, Mapping mapping, EventSorter sorter, RunDirectory directory, Stop stop)
            throws IOException {
        stages.doing("starting the broker");
        try (Broker broker = Broker.start(directory, PARTITIONS)) {
            broker.createTopics(Stream.concat(EventTopics.SOURCES.stream(), EventTopics.OUTPUTS.stream())
                    .toList());
            publish(broker.bootstrap(), history, sorter, stop);
            if (plan.warmUpUntil() != null) {
                return new WarmUp(plan, stages).run(broker.bootstrap(), history, directory, stop);
            }
            JobSettings settings = new JobSettings(
                    broker.bootstrap(),
                    plan.release(),
                    "exact",
                    CHECKPOINT_SECONDS,
                    plan.parallelism(),
                    endOfDay(history.last(), mapping),
                    null);
            try (Job job = Job.start(settings, Ports.anyFree(), directory)) {
                decide(job, stop);
                writeOutputs(broker.bootstrap(), directory);
                return new Account(
                        history.accounts(),
                        job.summary().orElseThrow(() -> new IOException("the job ended without its counts")),
                        false);
            }
        }
    }

    private static Instant endOfDay(Instant last, Mapping mapping) {
        return last.atZone(mapping.zone())
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(mapping.zone())
                .toInstant();
    }

    private void publish(String bootstrap, History history, EventSorter sorter, Stop stop) throws IOException {
        Pace pace = new Pace(plan.rate(), System::nanoTime);
        long startedAt = System.nanoTime();
        try (Publisher publisher = new Publisher(bootstrap, LINGER_MILLIS);
                Progress progress = new Progress("publishing", history.events(), out, terminal)) {
            sorter.drain(event -> {
                if (stop.isWished()) {
                    throw new IOException("stopped before all events were published");
                }
                pace.await();
                publisher.publish(event.topic(), event.key(), event.message());
                progress.step();
            });
            publisher.flush();
        }
        long millis = Math.max(1, (System.nanoTime() - startedAt) / 1_000_000);
        stages.done("sent     %s events, %s/s"
                .formatted(count(history.events()), count(history.events() * 1_000 / millis)));
    }

    private void decide(Job job, Stop stop) throws IOException {
        stages.doing("deciding");
        long startedAt = System.nanoTime();
        while (!job.ended().isDone()) {
            if (stop.await(PATIENCE)) {
                throw new IOException("stopped before the job had decided everything");
            }
            stages.doing("deciding, " + (System.nanoTime() - startedAt) / 1_000_000_000 + " s");
        }
        if (job.ended().join() != 0) {
            throw new IOException("the job failed: " + job.reason() + " (--keep keeps it)");
        }
        stages.done("decided  in %d s%s"
                .formatted(
                        (System.nanoTime() - startedAt) / 1_000_000_000,
                        job.restarts() == 0 ? "" : ", restarted " + job.restarts() + " times"));
    }

    private void writeOutputs(String bootstrap, RunDirectory directory) throws IOException {
        if (plan.out() == null) {
            return;
        }
        try (OutputTopics topics = new OutputTopics(bootstrap);
                OutputFiles files = new OutputFiles(plan.out(), directory.path())) {
            while (!topics.isAtEnd()) {
                for (var output : topics.poll(PATIENCE)) {
                    files.add(output);
                }
            }
            files.write();
        }
        stages.done("wrote    " + plan.out().resolve("actions.jsonl") + " and decisions.jsonl");
    }
}
