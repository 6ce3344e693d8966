package io.motengine.cli.demo;

import static io.motengine.cli.screen.Numbers.count;

import io.motengine.cli.broker.Broker;
import io.motengine.cli.job.Job;
import io.motengine.cli.job.JobSettings;
import io.motengine.cli.job.Tallies;
import io.motengine.cli.process.Memory;
import io.motengine.cli.process.Ports;
import io.motengine.cli.process.RunDirectory;
import io.motengine.cli.process.Stop;
import io.motengine.cli.rules.releases.DemoKey;
import io.motengine.cli.screen.Stages;
import io.motengine.cli.screen.Terminal;
import io.motengine.cli.simulator.Bank;
import io.motengine.cli.simulator.BankEvent;
import io.motengine.cli.simulator.Stories;
import io.motengine.cli.wire.EventTopics;
import io.motengine.cli.wire.Lag;
import io.motengine.cli.wire.OutputTopics;
import io.motengine.cli.wire.Publisher;
import io.motengine.schemas.Topics;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One demo from beginning to end: broker, job, simulated bank, live table, summary, and nothing left behind. */
final class Demo {
    private static final int PARTITIONS = 4;
    private static final int PARALLELISM = 2;
    private static final int CHECKPOINT_SECONDS = 3;
    private static final int NEEDED_MIB = 2_600;
    /** Latency that a real channel would not notice, for a fifth of the requests. */
    private static final int LINGER_MILLIS = 5;

    private static final List<String> CHANNELS =
            List.of("app-push", "in-app", "sms", "wecom", "rm-task", "lobby-tablet");
    private final DemoPlan plan;
    private final PrintStream out;
    private final Terminal terminal;
    private final Stages stages;
    private final Bank bank;
    private final Stories stories;
    private final Figures figures;

    Demo(DemoPlan plan, PrintStream out, Terminal terminal) {
        this.plan = plan;
        this.out = out;
        this.terminal = terminal;
        this.stages = new Stages(out, terminal);
        this.bank = new Bank(plan.bank());
        this.stories = new Stories(plan.bank());
        this.figures = new Figures(
                new StoryBoard(stories.all(), plan.bank().start(), plan.bank().zone()));
    }

    /** Runs the demo and gives the exit code: 0 if all went well, 1 if not. */
    int run() throws IOException {
        Memory.require(NEEDED_MIB, Memory.availableMib());
        int webPort = Ports.free(plan.webPort(), "--web-port");
        try (Stop stop = new Stop()) {
            List<String> summary;
            List<String> findings = new ArrayList<>();
            try (RunDirectory directory = RunDirectory.open(plan.runDirectory(), plan.keep())) {
                summary = run(directory, webPort, stop, findings);
            }
            summary.forEach(out::println);
            int code = findings.isEmpty() ? 0 : 1;
            stop.ended(code);
            return code;
        }
    }

    private List<String> run(RunDirectory directory, int webPort, Stop stop, List<String> findings) throws IOException {
        stages.doing("starting the broker");
        try (Broker broker = Broker.start(directory, PARTITIONS)) {
            broker.createTopics(topics());
            stages.done("broker   " + broker.bootstrap() + " (Kafka, KRaft)");
            JobSettings settings = new JobSettings(
                    broker.bootstrap(),
                    plan.release(),
                    plan.delivery(),
                    CHECKPOINT_SECONDS,
                    PARALLELISM,
                    null,
                    null,
                    List.of(DemoKey.make(directory.path())));
            try (Job job = Job.start(settings, webPort, directory);
                    Publisher publisher = new Publisher(broker.bootstrap(), LINGER_MILLIS);
                    Lag lag = new Lag(broker.bootstrap(), JobSettings.GROUP, EventTopics.SOURCES)) {
                stages.done(
                        "job      " + job.monitor().url() + " (Flink's web interface), logs in " + directory.path());
                if (!tellPasts(publisher, job, stop) || !introduce(publisher, job, lag, stop)) {
                    return ended(Duration.ZERO, job, findings);
                }
                try (OutputTopics outputs = new OutputTopics(broker.bootstrap())) {
                    Live live = new Live(plan, figures, job, publisher, stories.in(bank.life()), outputs);
                    DemoScreen screen = new DemoScreen(plan, figures, job, live.time(), out, terminal);
                    return ended(live.run(screen, stop, lag, findings), job, findings);
                }
            }
        }
    }

    private static List<String> topics() {
        return Stream.of(
                        EventTopics.SOURCES.stream(),
                        EventTopics.OUTPUTS.stream(),
                        CHANNELS.stream().map(Topics::actions))
                .flatMap(names -> names)
                .toList();
    }

    /** What was before the start, one chapter after the other; false if that was not to be. */
    private boolean tellPasts(Publisher publisher, Job job, Stop stop) {
        List<List<BankEvent>> chapters = stories.past();
        for (int chapter = 0; chapter < chapters.size(); chapter++) {
            chapters.get(chapter).forEach(event -> Feed.send(event, publisher, figures));
            publisher.flush();
            while (known(job) < figures.events().total()) {
                stages.doing("what was before: chapter " + (chapter + 1) + " of " + chapters.size()
                        + (chapter == 0 ? " (compiling rules)" : ""));
                if (job.ended().isDone() || stop.await(Duration.ofMillis(100))) {
                    return false;
                }
            }
        }
        stages.done("stories  "
                + stories.all().stream()
                        .map(story -> story.name() + " of " + story.customer())
                        .collect(Collectors.joining(", ")));
        return true;
    }

    /** Events of the bank that the job has decided, as far as it has told. */
    private static long known(Job job) {
        return job.monitor()
                .tallies()
                .map(tallies -> tallies.ended() - tallies.heard())
                .orElse(0L);
    }

    /** Tells the job who the customers are, and waits until it knows them all; false if that was not to be. */
    private boolean introduce(Publisher publisher, Job job, Lag lag, Stop stop) {
        long all = bank.openingSize();
        long sent = 0;
        for (Iterator<BankEvent> opening = bank.opening().iterator(); opening.hasNext() && !stop.isWished(); sent++) {
            Feed.send(opening.next(), publisher, figures);
            if (sent % 5_000 == 0) {
                stages.doing("customers and holdings sent: " + count(sent) + " of " + count(all));
            }
        }
        publisher.flush();
        for (long behind = lag.records(); behind > 0; behind = lag.records()) {
            stages.doing("customers and holdings known to the job: " + count(all - behind) + " of " + count(all));
            if (job.ended().isDone() || stop.await(Duration.ofMillis(250))) {
                return false;
            }
        }
        stages.done("bank     %s customers, %s profiles and holdings, seed %d"
                .formatted(count(plan.customers()), count(all), plan.seed()));
        return true;
    }

    private List<String> ended(Duration ran, Job job, List<String> findings) {
        Tallies tallies = job.monitor().tallies().orElse(Tallies.NONE);
        // What the engine tells itself, the job reads again.
        long lost = figures.events().total() + figures.told().total() - tallies.ended();
        if (lost != 0) {
            findings.add(count(Math.abs(lost))
                    + (lost > 0 ? " events are not accounted for" : " events too many are accounted for"));
        }
        if (job.ended().isDone()) {
            findings.add("the job ended for good: " + job.reason() + (plan.keep() ? "" : " (--keep keeps it)"));
        }
        if (figures.deadLetters().total() > 0) {
            findings.add(count(figures.deadLetters().total()) + " events became dead letters");
        }
        if (figures.unreadable().get() > 0) {
            findings.add(count(figures.unreadable().get()) + " outputs break their contract");
        }
        return Summary.lines(figures, tallies, ran, job.restarts(), findings);
    }
}
