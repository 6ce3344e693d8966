package io.motengine.cli.rules.simulate;

import io.motengine.cli.broker.Broker;
import io.motengine.cli.simulator.Bank;
import io.motengine.cli.simulator.BankEvent;
import io.motengine.cli.simulator.BankPlan;
import io.motengine.cli.simulator.Channels;
import io.motengine.cli.wire.EventTopics;
import io.motengine.cli.wire.Publisher;
import io.motengine.schemas.action.ActionIssued;
import io.motengine.schemas.codec.ActionCodec;
import io.motengine.schemas.codec.EventWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** Six days of a small bank on the topics of a broker, some events twice, and out of order by less than jobs wait for. */
final class RecordedBank {
    private static final Instant START = Instant.parse("2025-03-09T23:00:00Z");
    private static final int DAYS = 6;
    private static final BankPlan PLAN = new BankPlan(7, 300, START, ZoneId.of("Asia/Shanghai"), BankPlan.USUAL_EVENTS);

    /** Less than the five seconds of disorder that a job allows for. */
    private static final int MOST_LATE_MILLIS = 4_000;

    /** The end of the last day in the bank's zone: the last moment at which anything falls due. */
    static final Instant UNTIL = Instant.parse("2025-03-15T16:00:00Z");

    private final Broker broker;

    /** Creates the topics. */
    RecordedBank(Broker broker) {
        this.broker = broker;
        broker.createTopics(Stream.concat(EventTopics.SOURCES.stream(), EventTopics.OUTPUTS.stream())
                .toList());
    }

    void publishLife() {
        Bank bank = new Bank(PLAN);
        List<BankEvent> events = new ArrayList<>(bank.opening().toList());
        Iterator<BankEvent> life = bank.life();
        Instant end = START.plus(Duration.ofDays(DAYS)).minus(Duration.ofHours(8));
        for (BankEvent event = life.next(); event.time().isBefore(end); event = life.next()) {
            events.add(event);
            if (events.size() % 97 == 0) {
                events.add(event);
            }
        }
        publish(events);
    }

    /** What channels answer makes ladders, refusals and cool-downs part of the history. */
    void publishAnswers(List<String> records) throws Exception {
        Channels channels = new Channels(7);
        List<BankEvent> answers = new ArrayList<>();
        for (String record : records) {
            if (record.contains("mot.action.issued.v1")) {
                ActionIssued action = (ActionIssued) ActionCodec.read(record.getBytes(StandardCharsets.UTF_8));
                answers.addAll(channels.answer(action.id(), action.customer(), action.channel(), action.notBefore()));
            }
        }
        answers.removeIf(answer -> !answer.time().isBefore(UNTIL));
        answers.sort(BankEvent.IN_TIME);
        publish(answers);
    }

    private void publish(List<BankEvent> events) {
        List<BankEvent> arriving = new ArrayList<>(events);
        arriving.sort(Comparator.comparing(RecordedBank::arrival));
        try (Publisher publisher = new Publisher(broker.bootstrap(), 20)) {
            for (BankEvent event : arriving) {
                byte[] message =
                        EventWriter.write(event.id(), event.source(), event.customer(), event.time(), event.body());
                publisher.publish(EventTopics.of(event.body()), event.customer(), message);
            }
            publisher.flush();
        }
    }

    private static Instant arrival(BankEvent event) {
        return event.time().plusMillis(Math.floorMod(event.id().hashCode() * 31, MOST_LATE_MILLIS));
    }
}
