package io.motengine.engine.features;

import io.motengine.engine.events.Condition;
import io.motengine.schemas.money.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Declarations and a customer's life for them, from a seed. */
final class RandomFeatures {
    /** Drives time; the other type does not. */
    static final String DRIVING = "test.done.v1";

    static final String REPORTED = "test.reported.v1";
    static final long ALLOWANCE = Duration.ofHours(6).toMillis();
    private static final List<String> ZONES =
            List.of("Asia/Shanghai", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "America/Sao_Paulo", "UTC");
    private static final List<String> WINDOWS = List.of(
            "15m 1m",
            "1h 5m",
            "2h 2h",
            "24h 1h",
            "24h 6h",
            "1d 1d",
            "36h 12h",
            "3d 1h",
            "7d 1d",
            "14d 7d",
            "30d 1d",
            "90d 3d",
            "90d 1d",
            "400d 10d",
            "400d 1d",
            "1mo 1mo",
            "6mo 1mo",
            "12mo 1mo",
            "6mo 3mo");

    private final Random random;

    RandomFeatures(long seed) {
        this.random = new Random(seed);
    }

    ZoneId zone() {
        return ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
    }

    List<FeatureSpec> specs(int most) {
        List<FeatureSpec> specs = new ArrayList<>();
        for (int i = random.nextInt(most) + 1; i > 0; i--) {
            specs.add(spec("f" + i));
        }
        return specs;
    }

    FeatureSpec spec(String id) {
        Aggregate aggregate =
                Aggregate.of(one(Aggregate.words().toArray(new String[0]))).orElseThrow();
        String of =
                switch (aggregate.of()) {
                    case NONE -> null;
                    case AMOUNT -> one("amount", "number");
                    case OPTIONAL_AMOUNT -> one("amount", "number", null);
                    case VALUE ->
                        aggregate == Aggregate.DISTINCT ? one("number", "word") : one("amount", "number", "word");
                };
        String[] window = aggregate == Aggregate.USUAL_DAY
                ? new String[] {one("6mo", "12mo"), "1mo"}
                : WINDOWS.get(random.nextInt(WINDOWS.size())).split(" ");
        Map<String, Condition> where = new TreeMap<>();
        if (random.nextInt(3) == 0) {
            where.put("group", new Condition(List.of(one("a", "b")), null, null));
        }
        if (random.nextInt(6) == 0) {
            where.put("amount", new Condition(List.of(), BigDecimal.valueOf(random.nextInt(500)), null));
        }
        return new FeatureSpec(
                id,
                one(DRIVING, DRIVING, REPORTED),
                where,
                aggregate,
                of,
                Span.parse(window[0]),
                Span.parse(window[1]));
    }

    /** The same feature over up to four times its window. */
    FeatureSpec withAnotherWindow(FeatureSpec spec) {
        Span window = new Span(
                spec.window().number() * (1 + random.nextInt(4)), spec.window().unit());
        return new FeatureSpec(
                spec.id(), spec.event(), spec.where(), spec.aggregate(), spec.of(), window, spec.bucket());
    }

    private String one(String... words) {
        return words[random.nextInt(words.length)];
    }

    /** Events in order of arrival: none comes later than the allowance behind the newest that drives time. */
    List<Happening> life(int events, ZoneId zone) {
        long time = LocalDate.of(2023 + random.nextInt(3), random.nextInt(12) + 1, 1)
                .atStartOfDay(zone)
                .toInstant()
                .toEpochMilli();
        long stride = List.of(600_000L, 3_600_000L, 43_200_000L, 200_000_000L).get(random.nextInt(4));
        int words = random.nextBoolean() ? 5 : 300;
        record Sent(long at, Happening happening) {}
        List<Sent> sent = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            time += switch (random.nextInt(8)) {
                case 0 -> 0;
                case 1 -> untilMidnight(time, zone) + random.nextInt(3) - 1;
                case 2 -> stride * 5;
                default -> (long) (random.nextDouble() * stride);
            };
            boolean drives = random.nextInt(3) > 0;
            long delay = random.nextInt(3) == 0 ? (long) (random.nextDouble() * ALLOWANCE) : 0;
            Happening happening = new Happening(drives ? DRIVING : REPORTED, time, body(words));
            sent.add(new Sent(time + delay, happening));
        }
        sent.sort(Comparator.comparingLong(Sent::at));
        return sent.stream().map(Sent::happening).toList();
    }

    private static long untilMidnight(long time, ZoneId zone) {
        return Instant.ofEpochMilli(time)
                        .atZone(zone)
                        .toLocalDate()
                        .plusDays(1)
                        .atStartOfDay(zone)
                        .toInstant()
                        .toEpochMilli()
                - time;
    }

    private Told body(int words) {
        return new Told(
                random.nextInt(5) == 0 ? null : new Money(random.nextInt(200_000) - 20_000, "CNY"),
                random.nextInt(5) == 0 ? null : (long) random.nextInt(words) - 2,
                random.nextInt(5) == 0 ? null : "w" + random.nextInt(words),
                one("a", "b", "c"));
    }

    boolean chance(int in) {
        return random.nextInt(in) == 0;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    long upTo(long bound) {
        return (long) (random.nextDouble() * bound);
    }
}
