package io.motengine.cli.rules.releases;

import io.motengine.cli.screen.Stages;
import io.motengine.cli.screen.Terminal;
import io.motengine.cli.wire.BrokerOptions;
import io.motengine.schemas.release.ReleaseKey;
import io.motengine.schemas.release.ReleaseOrder;
import io.motengine.schemas.release.ReleaseOrder.Kind;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mot rules approve} and {@code mot rules promote}: the same order, of a release that is published already. */
@Command(
        name = "promote",
        aliases = "approve",
        description = "Makes a published release live for everybody: one that ran as canary or shadow, or that somebody"
                + " proposed and you approve with your key.")
public final class ApproveCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RELEASE", description = "Id of the release, or its beginning.")
    private String release;

    @Option(
            names = "--at",
            paramLabel = "<time>",
            description = "Event time from which on it decides; else as soon as possible.")
    private Instant at;

    @Mixin
    private SigningOptions signing;

    @Mixin
    private BrokerOptions broker;

    @Override
    public Integer call() {
        ReleaseTopic topic = new ReleaseTopic(broker.address());
        ReleaseKey key = signing.key(broker);
        topic.createIfMissing();
        ReleaseHistory history = topic.history();
        ReleaseOrder published = history.published(release);
        Stages stages = new Stages(System.out, Terminal.current());
        stages.done("release " + published.release() + " by " + published.who()
                + (published.message() == null ? "" : ": " + published.message()));
        Rollout rollout = new Rollout(topic, key, signing.who(), signing.message(), stages);
        try (StatusWatch watch = new StatusWatch(topic.bootstrap())) {
            return rollout.again(published, new Rollout.Plan(Kind.ACTIVATE, 0, at), watch, history);
        }
    }
}
