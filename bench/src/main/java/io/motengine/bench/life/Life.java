package io.motengine.bench.life;

import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.EventTypes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The customer that sizes are stated for: one transaction and five clicks a day, and every week something that a card
 * answers, so that six contacts come of a month; a full profile, five holdings, a branch visit every six weeks.
 *
 * <p>It ends at some time of its last day, other for each customer. The same number always leads the same life.
 */
public final class Life {
    /** The first day of every life. */
    public static final LocalDate BEGINS = LocalDate.of(2026, 3, 2);

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int DAYS_BETWEEN_MOMENTS = 7;
    private static final String[] PAGES = {
        "home",
        "accounts",
        "transfer",
        "wealth",
        "fund",
        "card",
        "loan",
        "loan-calculator",
        "foreign-exchange",
        "points"
    };

    private final String customer;
    private final Chance chance;
    private final List<EventEnvelope> events = new ArrayList<>();

    /** Events of {@code days} days, in order of time, but for what the bank knew before. */
    public static List<EventEnvelope> of(long number, int days) {
        Life life = new Life(number);
        life.begin();
        int phase = life.chance.between(0, DAYS_BETWEEN_MOMENTS - 1);
        int payday = life.chance.between(1, 28);
        for (int day = 0; day < days; day++) {
            life.day(BEGINS.plusDays(day), day % DAYS_BETWEEN_MOMENTS == phase, payday);
        }
        Instant end = BEGINS.plusDays(days - 1L)
                .atTime(LocalTime.MIN)
                .atZone(ZONE)
                .toInstant()
                .plusMillis(life.chance.amount(0, Duration.ofDays(1).toMillis()));
        life.events.removeIf(event -> event.time().isAfter(end));
        life.events.sort(Comparator.comparing(EventEnvelope::time));
        return life.events;
    }

    /** What a channel says of an action that it has delivered. */
    public static EventEnvelope delivered(String customer, String action, String channel, Instant time) {
        return new EventEnvelope(
                "delivered-" + action,
                "/channels/" + channel,
                EventTypes.FEEDBACK,
                customer,
                time,
                Bodies.delivered(action, channel).getBytes(StandardCharsets.UTF_8));
    }

    private Life(long number) {
        customer = String.format("C%010d", number);
        chance = new Chance(number);
    }

    private void begin() {
        Instant known = BEGINS.atTime(2, 0).atZone(ZONE).toInstant();
        LocalDate opened = BEGINS.minusDays(chance.between(0, 4_000));
        add(
                "/customer-master",
                EventTypes.PROFILE_UPDATED,
                known,
                Bodies.profile(
                        BEGINS.minusDays(chance.between(20 * 365, 70 * 365)),
                        opened,
                        chance.between(2, 4),
                        chance.amount(100_000, 90_000_000),
                        chance.between(1, 300),
                        chance.between(1, 4_000)));
        holding("smart-deposit", "deposit", opened, null);
        holding("steady-90", "wealth", BEGINS.minusDays(10), BEGINS.plusDays(chance.between(20, 140)));
        holding("growth-365", "wealth", BEGINS.minusDays(100), BEGINS.plusDays(chance.between(20, 250)));
        holding("gold-plan", "gold", BEGINS.minusDays(300), null);
        holding("consumer-loan", "loan", BEGINS.minusDays(30), BEGINS.plusDays(700));
    }

    private void holding(String product, String family, LocalDate opened, LocalDate matures) {
        Instant known = BEGINS.atTime(2, 0).atZone(ZONE).toInstant().plusMillis(chance.between(0, 3_600_000));
        String id = "H" + chance.amount(10_000_000_000L, 99_999_999_999L);
        add(
                "/holdings",
                EventTypes.HOLDING_UPDATED,
                known,
                Bodies.holding(id, product, family, chance.amount(10_000, 20_000_000), opened, matures));
    }

    private void day(LocalDate day, boolean moment, int payday) {
        String kind = day.getDayOfMonth() == payday
                ? "salary"
                : moment ? chance.of("large-credit", "large-transfer", "wealth", "form") : "";
        add("/core-banking", EventTypes.TRANSACTION_POSTED, at(day, chance.between(8, 21)), transaction(kind));
        Instant visit = at(day, chance.between(7, 22));
        for (int click = 0; click < 5; click++) {
            add("/app", EventTypes.APP_CLICK, visit, click(kind, click));
            visit = visit.plusMillis(chance.between(2_000, click == 2 ? 3_600_000 : 90_000));
        }
        if (chance.oneIn(42)) {
            add(
                    "/branches",
                    EventTypes.SERVICE_CONTACT,
                    at(day, chance.between(9, 16)),
                    Bodies.contact("branch-ticket"));
        }
    }

    private String transaction(String kind) {
        return switch (kind) {
            case "salary" -> Bodies.transaction(true, chance.amount(600_000, 4_000_000), "salary", "ICBKCNBJ", 0);
            case "large-credit" -> Bodies.transaction(true, chance.amount(2_000_000, 9_000_000), "transfer", null, 0);
            case "large-transfer" ->
                Bodies.transaction(false, chance.amount(2_000_000, 6_000_000), "transfer", "CMBCCNBS", 0);
            default -> everyday();
        };
    }

    private String everyday() {
        return switch (chance.between(0, 9)) {
            case 0 -> Bodies.transaction(false, chance.amount(5_000, 60_000), "bill", null, 4900);
            case 1 -> Bodies.transaction(false, chance.amount(10_000, 900_000), "transfer", null, 0);
            case 2 -> Bodies.transaction(true, chance.amount(1_000, 500_000), "transfer", null, 0);
            case 3 ->
                chance.oneIn(4)
                        ? Bodies.transaction(false, chance.amount(100_000, 3_000_000), "securities", null, 0)
                        : Bodies.transaction(false, chance.amount(20_000, 300_000), "cash", null, 0);
            default ->
                Bodies.transaction(
                        false, chance.amount(800, 150_000), "card-spend", null, 5_000 + chance.between(0, 40) * 11);
        };
    }

    private String click(String kind, int click) {
        if (kind.equals("wealth") && click < 3) {
            return Bodies.click("wealth", "view", "steady-90");
        }
        if (kind.equals("form") && click == 4) {
            return Bodies.click("loan-application", "start", "consumer-loan");
        }
        return Bodies.click(chance.of(PAGES), "view", null);
    }

    private Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(ZONE).toInstant().plusMillis(chance.between(0, 3_599_999));
    }

    private void add(String source, String type, Instant time, String body) {
        events.add(
                new EventEnvelope(chance.uuid(), source, type, customer, time, body.getBytes(StandardCharsets.UTF_8)));
    }
}
