package io.motengine.bench.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What the figures of many customers are stated for is what happens. */
final class PlanTest {
    private static final Plan PLAN = new Plan(100_000, 50_000, 10_000, 1_000);
    private static final Activity ACTIVE = Activity.of(PLAN.customers(), PLAN.activity(), 40);

    @Test
    void asManyAreDueAsItSays() {
        assertThat(due(Plan.Due.MARKETING)).isEqualTo(PLAN.marketingDue()).isEqualTo(10_000);
        assertThat(due(Plan.Due.SERVICE)).isEqualTo(PLAN.forms()).isEqualTo(200);
    }

    @Test
    void formsAreOfThoseWhoAreDueForService_andPacedEventsOfNobodyWhoIsDue() {
        assertThat(customers(PLAN.customers() + PLAN.activity(), PLAN.firstPaced())
                        .distinct())
                .hasSize((int) PLAN.forms())
                .allMatch(customer -> PLAN.due(customer) == Plan.Due.SERVICE);
        assertThat(customers(PLAN.firstPaced(), PLAN.firstPaced() + 50_000))
                .allMatch(customer -> PLAN.due(customer) == Plan.Due.NOTHING);
    }

    @Test
    void timeNeverGoesBack() {
        long last = PLAN.firstPaced() + 20_000;
        assertThat(LongStream.range(1, last)).allMatch(number -> PLAN.time(number) >= PLAN.time(number - 1));
        assertThat(PLAN.time(last)).isEqualTo(Plan.TICK + 10_000);
    }

    @Test
    void theBusiestIsAsBusyAsItSays_andMostAreNotActiveAtAll() {
        Map<Long, Integer> events = new HashMap<>();
        customers(PLAN.customers(), PLAN.customers() + PLAN.activity())
                .forEach(customer -> events.merge(customer, 1, Integer::sum));
        assertThat(events.values().stream()
                        .sorted((a, b) -> b - a)
                        .limit(20)
                        .mapToInt(n -> n)
                        .average())
                .hasValueCloseTo(40.0, within(10.0));
        assertThat(events.size()).isBetween(10_000, 40_000);
    }

    @Test
    void aNameIsReadAsItWasWritten() {
        assertThat(Names.of(1_234_567)).isEqualTo("C0001234567");
        assertThat(Names.number(Names.of(9_999_999).getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isEqualTo(9_999_999);
    }

    @Test
    void aCustomerIsServedOnce() {
        Served served = new Served(PLAN.customers());
        assertThat(served.add(64)).isTrue();
        assertThat(served.add(65)).isTrue();
        assertThat(served.add(64)).isFalse();
        assertThat(served.customers()).isEqualTo(2);
    }

    private static long due(Plan.Due what) {
        return LongStream.range(0, PLAN.customers())
                .filter(customer -> PLAN.due(customer) == what)
                .count();
    }

    private static LongStream customers(long from, long to) {
        return LongStream.range(from, to).map(number -> PLAN.customer(number, ACTIVE));
    }
}
