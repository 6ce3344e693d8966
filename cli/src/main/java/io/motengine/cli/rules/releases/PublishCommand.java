package io.motengine.cli.rules.releases;

import io.motengine.cli.Home;
import io.motengine.cli.Refusal;
import io.motengine.cli.rules.test.ScenarioRun;
import io.motengine.cli.screen.Stages;
import io.motengine.cli.screen.Terminal;
import io.motengine.cli.wire.BrokerOptions;
import io.motengine.engine.check.ReleaseCheck;
import io.motengine.engine.release.Release;
import io.motengine.engine.release.ReleaseCompiler;
import io.motengine.engine.release.ReleaseException;
import io.motengine.engine.release.ReleaseException.Finding;
import io.motengine.schemas.release.ReleaseBlob;
import io.motengine.schemas.release.ReleaseFiles;
import io.motengine.schemas.release.ReleaseKey;
import io.motengine.schemas.release.ReleaseOrder.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mot rules publish}. */
@Command(
        name = "publish",
        description =
                "Checks the rules, plays their scenarios, brings them to the running job, and says when every task decides by them. The"
                        + " stream does not stop. What fails changes nothing.")
public final class PublishCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description = "Directory of the rules; else rules of this checkout.")
    private Path directory;

    @Option(
            names = "--at",
            paramLabel = "<time>",
            description =
                    "Event time from which on it decides, such as 2026-03-01T00:00:00+08:00; else as soon as possible.")
    private Instant at;

    @Option(
            names = "--canary",
            paramLabel = "<share>",
            description = "For a share of customers only, always the same ones, such as 5%%.")
    private String canary;

    @Option(names = "--shadow", description = "It decides beside the live one, and nothing of it leaves.")
    private boolean shadow;

    @Option(
            names = "--propose",
            description = "Have it compiled only; somebody else makes it live with ./mot rules approve.")
    private boolean propose;

    @Spec
    private CommandSpec spec;

    @Mixin
    private SigningOptions signing;

    @Mixin
    private BrokerOptions broker;

    @Override
    public Integer call() throws IOException {
        Rollout.Plan plan = plan();
        Path rules = directory == null ? Home.path("rules") : directory;
        String address = broker.address();
        ReleaseKey key = signing.key(broker);
        Stages stages = new Stages(System.out, Terminal.current());
        ReleaseFiles files = files(rules);
        Release release = checked(files, rules, stages);
        if (release == null) {
            return 1;
        }
        stages.done("checked " + rules + ": release " + files.id() + ", "
                + files.files().size() + " files");
        if (!ScenarioRun.passes(rules, release, stages, spec.commandLine().getOut())) {
            stages.done("Nothing has changed: ./mot rules test says more, and --update writes down what comes now.");
            return 1;
        }
        return roll(new ReleaseTopic(address), files, key, plan, stages);
    }

    /** Null if anything is wrong with it, which has been said. */
    private static Release checked(ReleaseFiles files, Path rules, Stages stages) {
        stages.doing("checking " + rules);
        List<Finding> errors = ReleaseCheck.errors(ReleaseCheck.of(files)).toList();
        if (errors.isEmpty()) {
            try {
                return ReleaseCompiler.compile(files);
            } catch (ReleaseException e) {
                errors = e.findings();
            }
        }
        errors.forEach(error -> stages.done(error.toString()));
        stages.done("Nothing has changed: the rules have " + errors.size()
                + (errors.size() == 1 ? " mistake." : " mistakes."));
        return null;
    }

    private int roll(ReleaseTopic topic, ReleaseFiles files, ReleaseKey key, Rollout.Plan plan, Stages stages) {
        topic.createIfMissing();
        ReleaseHistory history = topic.history();
        if (plan.kind() == Kind.ACTIVATE
                && at == null
                && history.live(Instant.now()).live().equals(files.id())) {
            stages.done(files.id() + " is live already.");
            return 0;
        }
        Rollout rollout = new Rollout(topic, key, signing.who(), signing.message(), stages);
        try (StatusWatch watch = new StatusWatch(topic.bootstrap())) {
            Answers prepared = rollout.prepare(files, watch, history);
            if (prepared == null) {
                return 1;
            }
            stages.done("prepared on " + prepared.tasks() + " of " + prepared.tasks() + ", slowest in "
                    + prepared.slowestMillis() + " ms");
            if (propose) {
                stages.done("Whoever approves: ./mot rules approve " + files.id() + " --key <their key>");
                return 0;
            }
            String blob = ReleaseBlob.hash(ReleaseBlob.pack(files));
            return rollout.activate(files.id(), blob, plan, prepared, watch, history);
        }
    }

    private Rollout.Plan plan() {
        if (canary != null && shadow) {
            throw new Refusal("--canary and --shadow (expected: one of them)");
        }
        if (canary != null) {
            return new Rollout.Plan(Kind.CANARY, Share.of(canary), at);
        }
        return new Rollout.Plan(shadow ? Kind.SHADOW : Kind.ACTIVATE, 0, at);
    }

    private static ReleaseFiles files(Path rules) {
        try {
            return ReleaseFiles.read(rules);
        } catch (IOException e) {
            throw new Refusal(e.getMessage(), e);
        }
    }
}
