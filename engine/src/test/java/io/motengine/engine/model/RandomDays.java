package io.motengine.engine.model;

import io.motengine.schemas.event.EventEnvelope;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Random months in a release where everything is at work: bursts, quiet weeks, midnights and month ends; late and twice. */
final class RandomDays {
    private final Random random;
    private final ZoneId zone;
    private final List<String> names;
    private final String mark;

    /** Something that arrives; the same may arrive again. */
    record Arrived(long at, EventEnvelope event) {}

    RandomDays(Random random, ZoneId zone, List<String> names, String mark) {
        this.random = random;
        this.zone = zone;
        this.names = names;
        this.mark = mark;
    }

    /**
     * By arrival. Events come up to {@code latest} milliseconds late.
     *
     * @param links one event of so many says that two names are one; 0 for none
     */
    List<Arrived> life(int events, long latest, int links) {
        List<Arrived> life = new ArrayList<>();
        long time = LocalDate.of(2025, 1 + random.nextInt(12), 27)
                .atStartOfDay(zone)
                .toInstant()
                .toEpochMilli();
        for (int i = 0; i < events; i++) {
            time += gap(time);
            String name = name();
            EventEnvelope event = World.event(
                    "e" + i,
                    name,
                    time,
                    links > 0 && random.nextInt(links) == 0
                            ? RandomLives.identity(name())
                            : Everything.body(random, day(time), mark));
            long at = time + late(latest);
            life.add(new Arrived(at, event));
            if (random.nextInt(5) == 0) {
                life.add(new Arrived(at + late(latest), event));
            }
        }
        life.sort(Comparator.comparingLong(Arrived::at));
        return life;
    }

    private String name() {
        return names.get(random.nextInt(names.size()));
    }

    private long late(long latest) {
        return random.nextInt(3) == 0 ? (long) (random.nextDouble() * latest) : 0;
    }

    private long gap(long time) {
        return switch (random.nextInt(14)) {
            case 0 -> 0;
            case 1, 2 -> random.nextInt(60_000);
            case 3, 4, 5, 6 -> random.nextInt(1_200_000);
            case 7, 8 -> random.nextInt(6 * 3_600_000);
            case 9 -> 600_000;
            case 10 -> day(time).plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli() - time;
            case 11 -> random.nextInt(2 * 86_400_000);
            case 12 -> random.nextInt(6 * 86_400_000);
            default -> random.nextInt(10) == 0 ? 25L * 86_400_000 : random.nextInt(86_400_000);
        };
    }

    private LocalDate day(long time) {
        return Instant.ofEpochMilli(time).atZone(zone).toLocalDate();
    }
}
