package io.motengine.cli.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.schemas.codec.EventWriter;
import io.motengine.schemas.event.AppClick;
import io.motengine.schemas.event.HoldingUpdated;
import io.motengine.schemas.event.TransactionPosted;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class BankTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant START = Instant.parse("2025-03-09T23:00:00Z");
    private static final Instant END = START.plusSeconds(36 * 3600);

    private static BankPlan plan(long seed) {
        return new BankPlan(seed, 2_000, START, ZONE, BankPlan.USUAL_EVENTS);
    }

    private static List<BankEvent> opening(long seed) {
        return new Bank(plan(seed)).opening().toList();
    }

    private static List<BankEvent> life(long seed) {
        List<BankEvent> events = new ArrayList<>();
        Iterator<BankEvent> life = new Bank(plan(seed)).life();
        for (BankEvent event = life.next(); event.time().isBefore(END); event = life.next()) {
            events.add(event);
        }
        return events;
    }

    private static byte[] bytes(List<BankEvent> events) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        events.forEach(event -> all.writeBytes(
                EventWriter.write(event.id(), event.source(), event.customer(), event.time(), event.body())));
        return all.toByteArray();
    }

    @Test
    void sendsTheSameBytes_whenSeedIsTheSame() {
        assertThat(bytes(opening(7))).isEqualTo(bytes(opening(7)));
        assertThat(bytes(life(7))).isEqualTo(bytes(life(7)));
    }

    @Test
    void sendsOtherEvents_whenSeedIsAnother() {
        assertThat(bytes(life(7))).isNotEqualTo(bytes(life(8)));
    }

    @Test
    void sendsInOrderOfTime_fromTheStartOn() {
        List<BankEvent> life = life(7);

        assertThat(life).isSortedAccordingTo(BankEvent.IN_TIME);
        assertThat(life.get(0).time()).isAfterOrEqualTo(START);
    }

    @Test
    void givesEveryEventAnIdOfItsOwn() {
        Set<String> ids = new HashSet<>();
        List<BankEvent> all = new ArrayList<>(opening(7));
        all.addAll(life(7));

        assertThat(all)
                .allSatisfy(event -> assertThat(ids.add(event.source() + " " + event.id()))
                        .as(event.toString())
                        .isTrue());
    }

    @Test
    void keepsEveryAccountBalanced_andNeverBelowZero() {
        Map<String, Long> balances = new HashMap<>();
        for (BankEvent event : life(7)) {
            if (event.body() instanceof TransactionPosted posted) {
                long change = posted.isCredit()
                        ? posted.amount().minor()
                        : -posted.amount().minor();
                long after = posted.balance().minor();
                long before = balances.getOrDefault(posted.accountId(), after - change);
                assertThat(after)
                        .as(event.toString())
                        .isEqualTo(before + change)
                        .isNotNegative();
                balances.put(posted.accountId(), after);
            }
        }
        assertThat(balances).hasSizeGreaterThan(1_000);
    }

    @Test
    void countsItsOpeningBeforehand() {
        assertThat(new Bank(plan(7)).openingSize()).isEqualTo(opening(7).size());
    }

    @Test
    void sendsAboutAsMuchAsWasAskedFor() {
        double perCustomerDay = life(7).size() / (2_000 * 1.5);

        assertThat(perCustomerDay).isBetween(BankPlan.USUAL_EVENTS * 0.7, BankPlan.USUAL_EVENTS * 1.3);
    }

    @Test
    void bringsAboutEveryMoment_withinItsFirstDayAndAHalf() {
        List<BankEvent> life = life(42);

        assertThat(transactions(life)).anyMatch(posted -> posted.isCredit() && "salary".equals(posted.category()));
        assertThat(transactions(life))
                .anyMatch(posted -> posted.isCredit()
                        && "transfer".equals(posted.category())
                        && posted.amount().atLeast(50_000));
        assertThat(transactions(life))
                .anyMatch(posted -> posted.isDebit()
                        && posted.isOtherBank()
                        && posted.amount().atLeast(50_000));
        assertThat(opening(42))
                .anyMatch(event -> event.body() instanceof HoldingUpdated holding
                        && holding.family().equals("wealth")
                        && LocalDate.of(2025, 3, 13).equals(holding.maturesOn()));
        assertThat(abandonedApplications(life)).isNotEmpty();
    }

    private static List<TransactionPosted> transactions(List<BankEvent> events) {
        return events.stream()
                .map(BankEvent::body)
                .filter(TransactionPosted.class::isInstance)
                .map(TransactionPosted.class::cast)
                .toList();
    }

    private static Set<String> abandonedApplications(List<BankEvent> events) {
        Set<String> started = new HashSet<>();
        for (BankEvent event : events) {
            if (event.body() instanceof AppClick click && click.page().equals("loan-application")) {
                if (click.action().equals("start")) {
                    started.add(event.customer());
                } else if (click.action().equals("submit")) {
                    started.remove(event.customer());
                }
            }
        }
        return started;
    }
}
