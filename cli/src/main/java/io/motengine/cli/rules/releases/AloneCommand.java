package io.motengine.cli.rules.releases;

import io.motengine.cli.Refusal;
import io.motengine.cli.screen.Stages;
import io.motengine.cli.screen.Terminal;
import io.motengine.cli.wire.BrokerOptions;
import io.motengine.schemas.release.LineUp;
import io.motengine.schemas.release.ReleaseKey;
import io.motengine.schemas.release.ReleaseOrder;
import io.motengine.schemas.release.ReleaseOrder.Kind;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code mot rules alone}. */
@Command(name = "alone", description = "Ends a canary or a shadow: what is live decides alone again.")
public final class AloneCommand implements Callable<Integer> {
    @Mixin
    private SigningOptions signing;

    @Mixin
    private BrokerOptions broker;

    @Override
    public Integer call() {
        ReleaseTopic topic = new ReleaseTopic(broker.address());
        ReleaseKey key = signing.key(broker);
        ReleaseHistory history = topic.history();
        LineUp live = history.live(Instant.now());
        String beside = live.canary() == null ? live.shadow() : live.canary();
        if (beside == null) {
            throw new Refusal("what is live decides alone already");
        }
        ReleaseOrder published = history.published(beside);
        Rollout rollout =
                new Rollout(topic, key, signing.who(), signing.message(), new Stages(System.out, Terminal.current()));
        try (StatusWatch watch = new StatusWatch(topic.bootstrap())) {
            // It runs already; this is only to hear how far the tasks are.
            Answers answers = rollout.prepare(published.release(), published.blob(), published.bytes(), watch);
            return answers == null
                    ? 1
                    : rollout.activate(
                            live.live(), null, new Rollout.Plan(Kind.ALONE, 0, null), answers, watch, history);
        }
    }
}
