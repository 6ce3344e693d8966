package io.motengine.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.motengine.jobs.config.DeliveryMode;
import io.motengine.jobs.release.Releases;
import io.motengine.jobs.testing.Events;
import io.motengine.jobs.testing.KafkaBroker;
import io.motengine.jobs.testing.RunningJob;
import io.motengine.schemas.Topics;
import io.motengine.schemas.action.ActionIssued;
import io.motengine.schemas.codec.ActionCodec;
import io.motengine.schemas.codec.BadEventException;
import io.motengine.schemas.codec.EnvelopeReader;
import io.motengine.schemas.codec.EventWriter;
import io.motengine.schemas.codec.RecordHeaders;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.EventTypes;
import io.motengine.schemas.event.Feedback;
import io.motengine.schemas.event.StockCorrected;
import io.motengine.schemas.release.ReleaseFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.test.junit5.InjectMiniCluster;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What is counted across customers, through the real broker, with crashes in between. */
class AllocationIT {
    private static final int COUPONS = 1_000;
    private static final int CUSTOMERS = 1_300;
    private static final int TASKS = 20;
    private static final int CALLERS = 60;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String VOUCHERS = Topics.actions("app-push");
    private static final String CALLS = Topics.actions("rm-task");

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = JobFixture.cluster();

    @TempDir
    Path directory;

    private KafkaBroker broker;

    @BeforeEach
    void start() throws Exception {
        broker = new KafkaBroker();
        broker.create(
                Stream.of(
                                Topics.TIME_DRIVING,
                                Topics.CONTEXT,
                                List.of(Topics.INTERNAL, Topics.CUSTOMERS, VOUCHERS, CALLS))
                        .flatMap(List::stream)
                        .toList(),
                2);
    }

    @AfterEach
    void stop() throws Exception {
        broker.close();
    }

    @Test
    void aThousandCouponsAreAThousand_andAManagersDayIsTwentyTasks_throughCrashes(
            @InjectMiniCluster MiniCluster cluster) throws Exception {
        JobFixture fixture = new JobFixture(broker, directory);
        Releases.lease(release()).close();
        // Fast for all that is not counted: what is counted is exact all the same.
        try (RunningJob job = fixture.start(fixture.live(DeliveryMode.FAST), release())) {
            callersAgree();
            wanted(0, CUSTOMERS / 2);
            await().atMost(PATIENCE).until(() -> !broker.read(VOUCHERS).isEmpty());
            crash(cluster);
            wanted(CUSTOMERS / 2, CUSTOMERS);
            int before = broker.read(VOUCHERS).size();
            await().atMost(PATIENCE).until(() -> broker.read(VOUCHERS).size() > before);
            crash(cluster);

            await().atMost(PATIENCE).until(() -> answers().size() >= CUSTOMERS + CALLERS);
            assertThat(answered(EventTypes.GRANT_GIVEN)).hasSize(COUPONS + TASKS);
            assertThat(answered(EventTypes.GRANT_DENIED)).hasSize(CUSTOMERS + CALLERS - COUPONS - TASKS);
            assertOnce(issued(VOUCHERS), COUPONS);
            assertOnce(issued(CALLS), TASKS);
            assertThat(ids(issued(VOUCHERS), issued(CALLS))).isEqualTo(answered(EventTypes.GRANT_GIVEN));

            givesBackAndIsCorrected();
            assertThat(job.runs()).isTrue();
        }
    }

    /** Three were not delivered and two more were printed: five more, and no sixth. */
    private void givesBackAndIsCorrected() throws Exception {
        for (ActionIssued action : issued(VOUCHERS).subList(0, 3)) {
            broker.send(
                    Topics.FEEDBACK,
                    action.customer(),
                    EventWriter.write(
                            "f-" + action.id(),
                            "/tests",
                            action.customer(),
                            Instant.now(),
                            new Feedback(action.id(), "app-push", Feedback.Outcome.NOT_DELIVERED, null)));
        }
        for (int repeated = 0; repeated < 2; repeated++) {
            broker.send(
                    Topics.STOCK,
                    "benefit:voucher",
                    EventWriter.write(
                            "s-1",
                            "/tests",
                            "benefit:voucher",
                            Instant.now(),
                            new StockCorrected(2L, null, "two more were printed")));
        }
        broker.flush();
        List<String> late = new ArrayList<>();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(300)).until(() -> {
            late(late);
            return issued(VOUCHERS).size() >= COUPONS + 5;
        });
        late(late);
        late(late);
        await().atMost(PATIENCE).until(() -> answers().size() >= CUSTOMERS + CALLERS + late.size());
        assertOnce(issued(VOUCHERS), COUPONS + 5);
    }

    private void late(List<String> late) throws Exception {
        String customer = "late-" + late.size();
        late.add(customer);
        broker.send(Topics.TRANSACTIONS, customer, Events.credit("t-" + customer, customer, Instant.now(), 30_000));
        broker.flush();
    }

    private void callersAgree() throws Exception {
        for (int i = 0; i < CALLERS; i++) {
            String customer = "big-" + i;
            broker.send(Topics.PROFILES, customer, Events.mayBeCalled("p-" + i, customer, Instant.now(), "rm-1"));
        }
        broker.flush();
        await().atMost(PATIENCE).until(() -> broker.read(Topics.CUSTOMERS).size() >= CALLERS);
    }

    /** Every customer wants a voucher; each event is told twice. Some want a call of the one manager there is. */
    private void wanted(int from, int to) throws Exception {
        Instant now = Instant.now();
        for (int i = from; i < to; i++) {
            String customer = "c-" + i;
            byte[] credit = Events.credit("t-" + i, customer, now, 30_000);
            broker.send(Topics.TRANSACTIONS, customer, credit);
            broker.send(Topics.TRANSACTIONS, customer, credit);
        }
        for (int i = from * CALLERS / CUSTOMERS; i < to * CALLERS / CUSTOMERS; i++) {
            String customer = "big-" + i;
            broker.send(Topics.TRANSACTIONS, customer, Events.credit("b-" + i, customer, now, 900_000));
        }
        broker.flush();
    }

    private static void crash(MiniCluster cluster) throws Exception {
        cluster.terminateTaskManager(0).get();
        cluster.startTaskManager();
    }

    private static void assertOnce(List<ActionIssued> actions, int number) {
        assertThat(actions).hasSize(number);
        assertThat(actions.stream().map(ActionIssued::customer).distinct()).hasSize(number);
    }

    private static Set<String> ids(List<ActionIssued> vouchers, List<ActionIssued> calls) {
        return Stream.concat(vouchers.stream(), calls.stream())
                .map(ActionIssued::id)
                .collect(Collectors.toSet());
    }

    private List<ActionIssued> issued(String topic) throws BadEventException {
        List<ActionIssued> issued = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : broker.read(topic)) {
            issued.add((ActionIssued) ActionCodec.read(record.value()));
        }
        return issued;
    }

    private List<EventEnvelope> answers() throws BadEventException {
        List<EventEnvelope> answers = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : broker.read(Topics.INTERNAL)) {
            EventEnvelope event = EnvelopeReader.read(null, record.value(), RecordHeaders.NONE);
            if (event.type().equals(EventTypes.GRANT_GIVEN) || event.type().equals(EventTypes.GRANT_DENIED)) {
                answers.add(event);
            }
        }
        return answers;
    }

    /** Ids of the actions that were answered so. */
    private Set<String> answered(String type) throws BadEventException {
        Set<String> actions = new HashSet<>();
        for (EventEnvelope answer : answers()) {
            if (answer.type().equals(type)) {
                String body = new String(answer.body(), StandardCharsets.UTF_8);
                int from = body.indexOf("\"actionId\":\"") + "\"actionId\":\"".length();
                actions.add(body.substring(from, body.indexOf('"', from)));
            }
        }
        return actions;
    }

    /** The release of the tests, with a voucher for a large inflow and a call for a very large one. */
    private static ReleaseFiles release() {
        Map<String, String> files = new TreeMap<>(JobFixture.release().files());
        files.put("catalog/benefits.yaml", """
                - { id: voucher, name: Voucher, kind: coupon, worth: 5, stock: %d, expiresAfter: 30d }
                """.formatted(COUPONS));
        files.merge("catalog/channels.yaml", """
                - { id: rm-task, name: Task, person: true, capacity: { perDay: %d, per: relationship-manager } }
                """.formatted(TASKS), String::concat);
        files.merge("catalog/content.yaml", """
                - id: inflow-call
                  languages:
                    zh: { title: 资金到账, body: "{amount} 已到账。", script: "请致电客户。" }
                    en: { title: Money arrived, body: "{amount} has arrived.", script: "Call." }
                """, String::concat);
        files.put("moments/very-large-inflow.drl", """
                rule "a very large sum came in"
                when
                    $inflow : TransactionPosted( credit, amount.atLeast(500000) )
                then
                    conclude.moment("very-large-inflow").with("amount", $inflow.amount());
                end
                """);
        files.merge(
                "moments/inflow.drl",
                "",
                (drl, none) -> drl.replace("amount.atLeast(20000)", "amount.atLeast(20000), amount.below(500000)"));
        String card = files.get("strategies/inflow-welcome.yaml");
        files.put("strategies/inflow-welcome.yaml", card.replace("content:", "benefit: voucher\ncontent:"));
        // Noon is far from the end of the bank's day.
        int noon = 12 - Instant.now().atZone(ZoneOffset.UTC).getHour();
        files.merge(
                "calendar.yaml",
                "",
                (calendar, none) -> calendar.replace(
                        "Asia/Shanghai", ZoneOffset.ofHours(noon).getId()));
        files.put(
                "strategies/inflow-call.yaml",
                card.replace("id: inflow-welcome", "id: inflow-call")
                        .replace("service: true\n", "")
                        .replace("moment: large-inflow", "moment: very-large-inflow")
                        .replace("content: inflow-welcome", "content: inflow-call")
                        .replace("app-push", "rm-task")
                        .replace("priority: 55", "priority: 90"));
        return new ReleaseFiles(files);
    }
}
