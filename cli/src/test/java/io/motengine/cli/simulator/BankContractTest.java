package io.motengine.cli.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.cli.ContractCheck;
import io.motengine.schemas.codec.EventWriter;
import io.motengine.schemas.event.EventTypes;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class BankContractTest {
    private static final Instant START = Instant.parse("2025-03-09T23:00:00Z");

    @Test
    void sendsOnlyWhatTheSchemasAllow() {
        BankPlan plan = new BankPlan(3, 600, START, ZoneId.of("Asia/Shanghai"), BankPlan.USUAL_EVENTS);
        Bank bank = new Bank(plan);
        List<BankEvent> events = new ArrayList<>(bank.opening().toList());
        Iterator<BankEvent> life = bank.life();
        for (BankEvent event = life.next(); event.time().isBefore(START.plusSeconds(86_400)); event = life.next()) {
            events.add(event);
        }
        Stories stories = new Stories(plan);
        stories.past().forEach(events::addAll);
        stories.all().forEach(story -> events.addAll(story.life()));
        for (String channel : List.of("app-push", "in-app", "sms", "wecom", "rm-task", "new-channel")) {
            for (int action = 0; action < 50; action++) {
                events.addAll(new Channels(3).answer(channel + action, "C0000001", channel, START));
            }
        }
        Set<String> types = new TreeSet<>();
        for (BankEvent event : events) {
            String type = EventTypes.of(event.body());
            types.add(type);
            byte[] message =
                    EventWriter.write(event.id(), event.source(), event.customer(), event.time(), event.body());
            assertThat(ContractCheck.violations(type, message))
                    .as(event.toString())
                    .isEmpty();
        }
        assertThat(types)
                .containsExactly(
                        EventTypes.APP_CLICK,
                        EventTypes.TRANSACTION_POSTED,
                        EventTypes.HOLDING_UPDATED,
                        EventTypes.CUSTOMER_LINKED,
                        EventTypes.PROFILE_UPDATED,
                        EventTypes.FEEDBACK,
                        EventTypes.SERVICE_CONTACT);
    }
}
