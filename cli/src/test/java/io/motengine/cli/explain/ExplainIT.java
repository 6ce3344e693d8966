package io.motengine.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.cli.CommandRun;
import io.motengine.cli.broker.Broker;
import io.motengine.cli.process.RunDirectory;
import io.motengine.cli.wire.Publisher;
import io.motengine.schemas.Topics;
import io.motengine.schemas.action.ActionIssued;
import io.motengine.schemas.action.Content;
import io.motengine.schemas.codec.ActionCodec;
import io.motengine.schemas.codec.DecisionCodec;
import io.motengine.schemas.codec.EventWriter;
import io.motengine.schemas.decision.DecisionRecord;
import io.motengine.schemas.decision.DecisionRecord.CandidateFate;
import io.motengine.schemas.decision.DecisionRecord.Cause;
import io.motengine.schemas.decision.DecisionRecord.MomentRaised;
import io.motengine.schemas.event.Feedback;
import io.motengine.schemas.event.Feedback.Outcome;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What became of an action by the word of its channel, against a real broker that is found where a demo would have left it. */
final class ExplainIT {
    private static final Instant NOON = Instant.parse("2026-03-10T04:00:00Z");

    @TempDir
    private Path folder;

    private CommandRun explain(String id, String language) {
        return CommandRun.of(
                "explain", id, "--language", language, "--run-dir", folder.resolve("run").toString());
    }

    private static DecisionRecord decision() {
        CandidateFate issued = new CandidateFate(
                "greet", "inflow", "i", "issued", null, null, null, 60, "app-push", "a-1", null, null, 0, 0, null);
        return DecisionRecord.draft(
                        "d-1",
                        "c-1",
                        1,
                        new Cause("event", "/core", "t-1", "bank.transaction.posted.v1", NOON, null, false),
                        "r-7",
                        NOON)
                .customer("B", "rising", List.of())
                .stageBefore("rising")
                .moments(List.of(new MomentRaised("inflow", "/core/t-1", null)))
                .candidates(List.of(issued))
                .record();
    }

    private static ActionIssued action() {
        return new ActionIssued(
                "a-1",
                NOON,
                "c-1",
                "greet",
                "inflow",
                "i",
                "app-push",
                null,
                new Content("hello", "zh", null, "资金已到账。", null),
                null,
                60,
                false,
                0,
                0,
                NOON,
                NOON.plusSeconds(3_600),
                null,
                null,
                List.of(),
                "r-7",
                null);
    }

    private static byte[] feedback(String action, Outcome outcome, String reason, int minutes) {
        return EventWriter.write(
                action + outcome,
                "/channel/app-push",
                "c-1",
                NOON.plusSeconds(60L * minutes),
                new Feedback(action, "app-push", outcome, reason));
    }

    @Test
    void tellsWhatChannelsReported_inOrder_andOfThisActionOnly() throws Exception {
        try (RunDirectory directory = RunDirectory.open(folder.resolve("run"), false);
                Broker broker = Broker.start(directory, 2);
                Publisher publisher = new Publisher(broker.bootstrap(), 0)) {
            broker.createTopics(List.of(Topics.DECISIONS, Topics.FEEDBACK, Topics.actions("app-push")));
            publisher.publish(Topics.DECISIONS, "c-1", DecisionCodec.write(decision()));
            publisher.publish(Topics.actions("app-push"), "c-1", ActionCodec.write(action()));
            publisher.publish(Topics.FEEDBACK, "c-1", feedback("a-1", Outcome.REFUSED, "not-now", 9));
            publisher.publish(Topics.FEEDBACK, "c-1", feedback("a-1", Outcome.DELIVERED, null, 1));
            publisher.publish(Topics.FEEDBACK, "c-1", feedback("a-1", Outcome.DELIVERED, null, 1));
            publisher.publish(Topics.FEEDBACK, "c-1", feedback("a-2", Outcome.CLICKED, null, 2));
            publisher.flush();

            for (String id : List.of("a-1", "d-1", "c-1")) {
                CommandRun english = explain(id, "en");
                assertThat(english.code()).as(english.err()).isZero();
                assertThat(english.out())
                        .contains("资金已到账。")
                        .containsPattern("(?s)app-push delivered it.*app-push says the customer refused.*not-now")
                        .doesNotContain("clicked");
                assertThat(english.out().split("delivered", -1)).as("told twice, said once").hasSize(2);
            }
            assertThat(explain("a-1", "zh").out()).contains("已送达", "拒绝");
        }
    }
}
