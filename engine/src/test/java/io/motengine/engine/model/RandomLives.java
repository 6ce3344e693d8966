package io.motengine.engine.model;

import io.motengine.schemas.event.AppClick;
import io.motengine.schemas.event.CreditApplicationChanged;
import io.motengine.schemas.event.CustomerLinked;
import io.motengine.schemas.event.EventBody;
import io.motengine.schemas.event.Relations;
import io.motengine.schemas.event.TransactionPosted;
import io.motengine.schemas.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** What customers do in two years, in order of arrival: late, twice, and under several names. */
final class RandomLives {
    private final Random random;
    private final ZoneId zone;
    private final List<String> names;
    private final long latest;

    /** Something that arrives; the same may arrive again. */
    record Arrived(long at, Happened happened) {}

    /** Events arrive up to {@code latest} milliseconds late. */
    RandomLives(Random random, ZoneId zone, List<String> names, Duration latest) {
        this.random = random;
        this.zone = zone;
        this.names = names;
        this.latest = latest.toMillis();
    }

    List<Arrived> life(int events) {
        List<Arrived> life = new ArrayList<>();
        long time = LocalDate.of(2024, 1 + random.nextInt(12), 1)
                .atStartOfDay(zone)
                .toInstant()
                .toEpochMilli();
        for (int i = 0; i < events; i++) {
            time += gap(time);
            boolean link = names.size() > 1 && random.nextInt(events / 6) == 0;
            Happened happened = new Happened("e" + i, name(), time, link ? null : body());
            if (link) {
                String other = name();
                happened = new Happened(happened.id(), happened.name(), time, identity(other));
            }
            long at = time + late();
            life.add(new Arrived(at, happened));
            if (random.nextInt(4) == 0) {
                life.add(new Arrived(at + late(), happened));
            }
        }
        life.sort(Comparator.comparingLong(Arrived::at));
        return life;
    }

    static CustomerLinked identity(String other) {
        int colon = other.indexOf(':');
        return new CustomerLinked(
                Relations.IDENTITY,
                other.substring(colon + 1),
                colon < 0 ? "customer" : other.substring(0, colon),
                false);
    }

    private String name() {
        return names.get(random.nextInt(names.size()));
    }

    private long late() {
        return random.nextInt(3) == 0 ? (long) (random.nextDouble() * latest) : 0;
    }

    /** Seconds to weeks; midnights, month ends and nights on which the clocks change are met exactly. */
    private long gap(long time) {
        return switch (random.nextInt(12)) {
            case 0 -> 0;
            case 1 -> random.nextInt(1_000);
            case 2, 3, 4 -> random.nextInt(900_000);
            case 5, 6 -> random.nextInt(6 * 3_600_000);
            case 7 -> Duration.ofMinutes(10).toMillis();
            case 8 -> until(day(time).plusDays(1), time) + random.nextInt(3) - 1;
            case 9 -> until(day(time).plusMonths(1).withDayOfMonth(1), time) + random.nextInt(3) - 1;
            case 10 -> random.nextInt(4 * 86_400_000);
            default -> random.nextInt(20 * 86_400_000);
        };
    }

    private LocalDate day(long time) {
        return Instant.ofEpochMilli(time).atZone(zone).toLocalDate();
    }

    private long until(LocalDate day, long time) {
        return Math.max(0, day.atStartOfDay(zone).toInstant().toEpochMilli() - time);
    }

    private EventBody body() {
        String product = "p" + random.nextInt(3);
        return switch (random.nextInt(5)) {
            case 0 ->
                new TransactionPosted(
                        "acc",
                        random.nextBoolean() ? TransactionPosted.Direction.CREDIT : TransactionPosted.Direction.DEBIT,
                        new Money(1 + random.nextInt(1_000_000), "CNY"),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
            case 1 -> new CreditApplicationChanged("a", product, random.nextBoolean() ? "applied" : "signed", null);
            default ->
                new AppClick(
                        String.valueOf("abc".charAt(random.nextInt(3))),
                        "view",
                        random.nextInt(5) == 0 ? null : product,
                        null,
                        null,
                        null,
                        null);
        };
    }
}
