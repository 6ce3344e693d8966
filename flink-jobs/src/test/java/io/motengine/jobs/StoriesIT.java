package io.motengine.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.motengine.jobs.config.DeliveryMode;
import io.motengine.jobs.testing.Events;
import io.motengine.jobs.testing.KafkaBroker;
import io.motengine.jobs.testing.LeapingClock;
import io.motengine.jobs.testing.RunningJob;
import io.motengine.jobs.testing.ScenarioFolder;
import io.motengine.jobs.testing.Story;
import io.motengine.schemas.Topics;
import io.motengine.schemas.action.ActionIssued;
import io.motengine.schemas.codec.EventWriter;
import io.motengine.schemas.customer.CustomerView;
import io.motengine.schemas.event.StockCorrected;
import io.motengine.schemas.money.Money;
import io.motengine.schemas.release.ReleaseFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Stories of the shipped scenarios, with the shipped rules, through the real broker and a parallel live job whose clock leaps from
 * one moment of the story to the next. Every event is delivered twice.
 */
class StoriesIT {
    private static final Path RULES = Path.of("../rules");
    private static final ZoneId BANK = ZoneId.of("Asia/Shanghai");
    private static final List<String> OUTPUTS = Stream.concat(
                    Stream.of(Topics.DECISIONS, Topics.CUSTOMERS),
                    Stream.of("app-push", "in-app", "sms", "wecom", "rm-task", "lobby-tablet")
                            .map(Topics::actions))
            .toList();
    private static final LocalDate MATURES = LocalDate.of(2026, 3, 23);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The stories say a second, which is measured and printed: a test on a loaded machine is no place to hold anybody to it. */
    private static final Duration GENEROUS = Duration.ofSeconds(10);

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = JobFixture.cluster(
            // What the job has counted is known this soon.
            flink -> flink.set(HeartbeatManagerOptions.HEARTBEAT_INTERVAL, Duration.ofMillis(200)));

    @TempDir
    Path directory;

    private KafkaBroker broker;

    @BeforeEach
    void start() throws Exception {
        broker = new KafkaBroker();
        broker.create(
                Stream.of(Topics.TIME_DRIVING, Topics.CONTEXT, List.of(Topics.INTERNAL), OUTPUTS)
                        .flatMap(List::stream)
                        .toList(),
                2);
    }

    @AfterEach
    void stop() throws Exception {
        broker.close();
    }

    @Test
    void bringsAHundredThousand() throws Exception {
        ReleaseFiles rules = ReleaseFiles.read(RULES);
        JobFixture fixture = new JobFixture(broker, directory);
        ScenarioFolder scenario = new ScenarioFolder(RULES.resolve("scenarios/story-bring-100k"));
        LeapingClock clock = new LeapingClock(scenario.start());
        try (RunningJob job = fixture.start(JobFixture.leaping(fixture.live(DeliveryMode.FAST)), rules, clock);
                Story story = new Story(broker, scenario, OUTPUTS, clock, job)) {
            story.play("2026-03-17T11:00:00+08:00");
            awaitGrant(story, "granted", Money.of("40000.00", "CNY"));

            story.play("2026-03-17T15:00:00+08:00");
            awaitGrant(story, "redeemed", null);

            story.playToTheEnd();
            assertThat(story.actions("qin"))
                    .extracting(ActionIssued::channel)
                    .as("one push and one task")
                    .containsExactly("app-push", "rm-task");
            assertThat(story.heard()).contains("2026-03-17T08:00:00Z qin moment tier-reached");
            assertQuick("second inflow to the task's cancellation", story.between("in-2", Topics.actions("rm-task")));
            assertOneVoucherIsGone(story, clock);
            assertThat(broker.read(Topics.DEAD_LETTERS)).isEmpty();
            assertThat(job.runs()).isTrue();
        }
    }

    @Test
    void leadsFromTheLobbyToTheTablet() throws Exception {
        ReleaseFiles rules = ReleaseFiles.read(RULES);
        JobFixture fixture = new JobFixture(broker, directory);
        ScenarioFolder scenario = new ScenarioFolder(RULES.resolve("scenarios/story-lobby-to-tablet"));
        LeapingClock clock = new LeapingClock(scenario.start());
        try (RunningJob job = fixture.start(JobFixture.leaping(fixture.live(DeliveryMode.FAST)), rules, clock);
                Story story = new Story(broker, scenario, OUTPUTS, clock, job)) {
            story.playToTheEnd();

            List<ActionIssued> actions = story.actions("lan");
            assertThat(actions.get(0).channel()).as("day 1, the app not bound").isEqualTo("sms");
            ActionIssued last = actions.get(actions.size() - 1);
            assertThat(List.of(last.channel(), last.strategy(), last.branch()))
                    .as("to the branch where the customer is, not to their own")
                    .containsExactly("lobby-tablet", "honeymoon-activate-card", "b12");
            Map<Object, List<String>> contacts = actions.stream()
                    .filter(action -> !story.calledBackUndelivered(action.id()))
                    .collect(Collectors.groupingBy(
                            action -> action.time().atZone(BANK).toLocalDate(),
                            Collectors.mapping(ActionIssued::channel, Collectors.toList())));
            assertThat(contacts.values()).as("never more than one a day").allMatch(day -> day.size() == 1);
            assertThat(contacts).hasSize(4);
            assertQuick("ticket to the tablet's action", story.between(story.lastId(), Topics.actions("lobby-tablet")));
            assertQuick("ticket to the push's cancellation", story.between(story.lastId(), Topics.actions("app-push")));
            assertThat(broker.read(Topics.DEAD_LETTERS)).isEmpty();
            assertThat(job.runs()).isTrue();
        }
    }

    private static void assertQuick(String what, Duration took) {
        System.out.println("story: " + what + " " + took.toMillis() + " ms");
        assertThat(took).isBetween(Duration.ZERO, GENEROUS);
    }

    private static void awaitGrant(Story story, String state, Money toGo) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(story.view("qin").grants())
                        .containsExactly(new CustomerView.Grant("bring-100k", state, toGo)));
    }

    /** Of a thousand 998 are taken away: there is one for one more, and none for a third. */
    private void assertOneVoucherIsGone(Story story, LeapingClock clock) throws Exception {
        Instant now = clock.instant();
        broker.send(
                Topics.STOCK,
                "benefit:bring-100k",
                EventWriter.write(
                        "s-1", "/tests", "benefit:bring-100k", now, new StockCorrected(-998L, null, "lost in print")));
        for (String customer : List.of("second", "third")) {
            broker.send(Topics.PROFILES, customer, Events.earnsWell("p-" + customer, customer, now));
            broker.send(Topics.HOLDINGS, customer, Events.holds("h-" + customer, customer, now, MATURES));
        }
        broker.flush();
        story.settled(5);
        clock.leap(MATURES.minusDays(3).atTime(8, 1).atZone(BANK).toInstant());
        await().atMost(PATIENCE).until(() -> story.heard().stream()
                .anyMatch(heard -> heard.endsWith("dropped maturity-bring sold-out")));
        assertThat(Stream.of("second", "third").flatMap(customer -> story.actions(customer).stream()))
                .extracting(ActionIssued::benefit)
                .containsOnlyOnce("bring-100k");
    }
}
