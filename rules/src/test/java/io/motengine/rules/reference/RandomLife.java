package io.motengine.rules.reference;

import io.motengine.rules.reference.Entry.Told;
import io.motengine.schemas.event.EventBody;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Some eight months of one customer's events in the order in which they arrive, which is not always that of their times. */
public final class RandomLife {
    private final Random random;
    private final RandomBodies bodies;
    private final List<Told> events = new ArrayList<>();
    private Instant cursor = Instant.parse("2026-01-01T00:00:00Z");

    private RandomLife(long seed) {
        this.random = new Random(seed);
        this.bodies = new RandomBodies(random);
    }

    public static List<Told> of(long seed, int length) {
        RandomLife life = new RandomLife(seed);
        while (life.events.size() < length) {
            life.next();
        }
        return List.copyOf(life.events);
    }

    private void next() {
        if (!events.isEmpty() && chance(5)) {
            resend();
            return;
        }
        cursor = cursor.plus(gap());
        EventBody body = bodies.next(cursor);
        Instant time = cursor.minus(lateness());
        events.add(new Told(chance(50) ? "/core" : "/app", "e" + events.size(), time, body));
    }

    /** Mostly something recent; sometimes something long forgotten, and sometimes the same name with another body. */
    private void resend() {
        int newest = events.size() - 1;
        int back = chance(70) ? random.nextInt(5) : random.nextInt(60);
        Told again = events.get(Math.max(0, newest - back));
        events.add(chance(80) ? again : new Told(again.source(), again.id(), cursor, bodies.next(cursor)));
    }

    /** Bursts, quiet days, and now and then a silence long enough to be dormancy. */
    private Duration gap() {
        int kind = random.nextInt(1_000);
        if (kind < 600) {
            return Duration.ofMillis(random.nextInt(15 * 60_000));
        }
        if (kind < 850) {
            return Duration.ofMinutes(random.nextInt(14 * 60));
        }
        if (kind < 992) {
            return Duration.ofMinutes(random.nextInt(6 * 24 * 60));
        }
        return kind < 996 ? Duration.ofMinutes(10) : Duration.ofHours(85 * 24 + random.nextInt(12 * 24));
    }

    private Duration lateness() {
        int kind = random.nextInt(100);
        if (kind < 90) {
            return Duration.ZERO;
        }
        return kind < 97
                ? Duration.ofMillis(random.nextInt(6 * 3_600_000))
                : Duration.ofMinutes(random.nextInt(40 * 60));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
