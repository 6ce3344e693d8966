package io.motengine.cli.rules.releases;

import io.motengine.cli.Refusal;
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
import picocli.CommandLine.Parameters;

/** {@code mot rules rollback}. */
@Command(
        name = "rollback",
        description = "Goes back to what was live before, or to any release that was live at some time.")
public final class RollbackCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "RELEASE",
            description =
                    "Id or its beginning, or submitted: the files that the job was started with. Else what was live"
                            + " before.")
    private String release;

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
        String to = release != null
                ? release
                : history.previous(Instant.now())
                        .orElseThrow(
                                () -> new Refusal("nothing else was ever live (expected: a release to go back to)"));
        Stages stages = new Stages(System.out, Terminal.current());
        Rollout rollout = new Rollout(topic, key, signing.who(), signing.message(), stages);
        Rollout.Plan plan = new Rollout.Plan(Kind.ROLLBACK, 0, null);
        try (StatusWatch watch = new StatusWatch(topic.bootstrap())) {
            if (to.equals(ReleaseOrder.SUBMITTED)) {
                return toSubmitted(rollout, plan, watch, history, stages);
            }
            ReleaseOrder published = history.published(to);
            stages.done("back to " + published.release());
            return rollout.again(published, plan, watch, history);
        }
    }

    /** Nothing has to be compiled, but somebody has to say how far the tasks are: those who run what is live do. */
    private static int toSubmitted(
            Rollout rollout, Rollout.Plan plan, StatusWatch watch, ReleaseHistory history, Stages stages) {
        String last = history.last().live();
        if (last.equals(ReleaseOrder.SUBMITTED)) {
            throw new Refusal("what the job was submitted with is live already");
        }
        stages.done("back to what the job was submitted with");
        ReleaseOrder published = history.published(last);
        Answers answers = rollout.prepare(published.release(), published.blob(), published.bytes(), watch);
        return answers == null ? 1 : rollout.activate(ReleaseOrder.SUBMITTED, null, plan, answers, watch, history);
    }
}
