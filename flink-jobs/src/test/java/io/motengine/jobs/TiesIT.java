package io.motengine.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.motengine.jobs.config.DeliveryMode;
import io.motengine.jobs.testing.Events;
import io.motengine.jobs.testing.KafkaBroker;
import io.motengine.jobs.testing.RunningJob;
import io.motengine.schemas.Topics;
import io.motengine.schemas.codec.BadEventException;
import io.motengine.schemas.codec.CustomerCodec;
import io.motengine.schemas.codec.DecisionCodec;
import io.motengine.schemas.codec.EventWriter;
import io.motengine.schemas.customer.CustomerView;
import io.motengine.schemas.decision.DecisionRecord;
import io.motengine.schemas.event.CustomerErased;
import io.motengine.schemas.event.CustomerLinked;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Customers that have to do with each other: names of one customer, owners and companies; through the real broker. */
class TiesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = JobFixture.cluster();

    @TempDir
    Path directory;

    private KafkaBroker broker;

    @BeforeEach
    void start() throws Exception {
        broker = new KafkaBroker();
        broker.create(
                Stream.of(Topics.TIME_DRIVING, Topics.CONTEXT, List.of(Topics.INTERNAL, Topics.CUSTOMERS))
                        .flatMap(List::stream)
                        .toList(),
                2);
    }

    @AfterEach
    void stop() throws Exception {
        broker.close();
    }

    @Test
    void whatAVisitorDidCounts_onceTheyAreKnown_andSoDoesWhatTheyDoLater() throws Exception {
        JobFixture fixture = new JobFixture(broker, directory);
        try (RunningJob job = fixture.start(fixture.live(DeliveryMode.FAST))) {
            Instant now = Instant.now();
            broker.send(Topics.CLICKS, "o-1", Events.looksUnknown("k-1", "o-1", now));
            broker.send(Topics.CLICKS, "o-1", Events.looksUnknown("k-2", "o-1", now.plusMillis(1)));
            linked("l-1", "c-1", new CustomerLinked("identity", "o-1", "openid", false), now.plusMillis(2));
            broker.flush();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(decisions("c-1"))
                            .anySatisfy(
                                    decision -> assertThat(decision.merged()).containsExactly("openid:o-1")));

            broker.send(Topics.CLICKS, "o-1", Events.looksUnknown("k-3", "o-1", now.plusMillis(3)));
            broker.send(Topics.CLICKS, "o-1", Events.looksUnknown("k-3", "o-1", now.plusMillis(3)));
            broker.flush();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(broker.read(Topics.INTERNAL).stream()
                                    .map(ConsumerRecord::value)
                                    .filter(value -> text(value).contains("k-3")))
                            .as("passed on once, though it came twice")
                            .hasSize(1));
            // A second merge of the same name would double the clicks.
            linked("l-2", "c-1", new CustomerLinked("identity", "o-1", "openid", false), now.plusMillis(4));
            broker.flush();

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(clicksAsDecided(now)).isEqualTo("3"));
            assertThat(broker.read(Topics.DEAD_LETTERS)).isEmpty();
            assertThat(job.runs()).isTrue();
        }
    }

    @Test
    void anOwnerHearsOfTheCompany_andTheCompanyKnowsItsOwner_whicheverSaidSo() throws Exception {
        JobFixture fixture = new JobFixture(broker, directory);
        try (RunningJob job = fixture.start(fixture.live(DeliveryMode.EXACT))) {
            Instant now = Instant.now();
            linked("l-1", "p-1", new CustomerLinked("owns", "f-1", "customer", false), now);
            broker.flush();
            await().atMost(PATIENCE).until(() -> broker.read(Topics.INTERNAL), mirrored -> mirrored.size() == 1);
            broker.send(Topics.TRANSACTIONS, "f-1", Events.credit("t-0", "f-1", now.plusMillis(1), 100));
            broker.flush();

            await().atMost(PATIENCE).untilAsserted(() -> {
                Instant again = Instant.now();
                broker.send(Topics.TRANSACTIONS, "f-1", Events.credit("t-" + again, "f-1", again, 60_000));
                broker.flush();
                assertThat(decisions("p-1"))
                        .anySatisfy(decision -> assertThat(decision.moments())
                                .anyMatch(moment -> moment.moment().equals("company-received")));
            });
            assertThat(job.runs()).isTrue();
        }
    }

    @Test
    void allChannelsSeeTheCustomer_untilTheCustomerIsErased() throws Exception {
        JobFixture fixture = new JobFixture(broker, directory);
        try (RunningJob job = fixture.start(fixture.live(DeliveryMode.FAST))) {
            Instant now = Instant.now();
            broker.send(Topics.TRANSACTIONS, "c-9", Events.credit("t-1", "c-9", now, 50_000));
            broker.flush();
            List<ConsumerRecord<byte[], byte[]>> shown =
                    await().atMost(PATIENCE).until(() -> broker.read(Topics.CUSTOMERS), records -> !records.isEmpty());
            CustomerView view = CustomerCodec.read(shown.get(shown.size() - 1).value());
            assertThat(view.customer()).isEqualTo("c-9");
            assertThat(view.openActions())
                    .extracting(CustomerView.OpenAction::strategy)
                    .containsExactly("inflow-welcome");

            broker.send(
                    Topics.PROFILES,
                    "c-9",
                    EventWriter.write("x-1", "/tests", "c-9", now.plusMillis(1), new CustomerErased("request")));
            broker.flush();

            await().atMost(PATIENCE)
                    .until(
                            () -> broker.read(Topics.CUSTOMERS),
                            records -> records.get(records.size() - 1).value() == null);
            assertThat(broker.read(Topics.actions("app-push")).stream().map(record -> text(record.value())))
                    .as("the action is called back")
                    .anyMatch(value -> value.contains("mot.action.cancelled.v1"));
            assertThat(job.runs()).isTrue();
        }
    }

    private void linked(String id, String customer, CustomerLinked link, Instant time) {
        broker.send(Topics.PROFILES, customer, EventWriter.write(id, "/tests", customer, time, link));
    }

    /** The clicks of thirty days, as a large inflow of now is decided with them. */
    private String clicksAsDecided(Instant since) throws Exception {
        Instant now = Instant.now();
        String id = "t-" + now;
        broker.send(Topics.TRANSACTIONS, "c-1", Events.credit(id, "c-1", now.isAfter(since) ? now : since, 50_000));
        broker.flush();
        return await().atMost(PATIENCE)
                .until(
                        () -> decisions("c-1").stream()
                                .filter(decision -> id.equals(decision.cause().eventId()))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow()
                .features()
                .get("clicks30d")
                .replaceAll(" .*", "");
    }

    private List<DecisionRecord> decisions(String customer) {
        List<DecisionRecord> decisions = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : broker.read(Topics.DECISIONS)) {
            try {
                DecisionRecord decision = DecisionCodec.read(record.value());
                if (decision.customer().equals(customer)) {
                    decisions.add(decision);
                }
            } catch (BadEventException e) {
                throw new AssertionError(e);
            }
        }
        return decisions;
    }

    private static String text(byte[] value) {
        return value == null ? "" : new String(value, StandardCharsets.UTF_8);
    }
}
