package io.motengine.bench.event;

import io.motengine.bench.life.Customers;
import io.motengine.bench.life.Life;
import io.motengine.engine.release.Release;
import io.motengine.engine.state.CustomerState;
import io.motengine.engine.state.CustomerStateCodec;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.EventTypes;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Clicks and transactions of customers who have lived for a while, without end: what they do in four weeks they do again in the
 * next four. Every life is led by many customers of one name, so that their records are not all in the processor's cache.
 */
final class Stream {
    private static final int DAYS_BEFORE = 90;
    private static final int DAYS = 28;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final List<List<Wire>> lives = new ArrayList<>();
    private final CustomerState[][] states;
    private final int twins;
    private int life;
    private int twin = -1;
    private int event;
    private int round;

    /**
     * Lives, and twins of each.
     *
     * @param twins so many customers lead each life
     */
    Stream(Release release, int lives, int twins) {
        this.twins = twins;
        this.states = new CustomerState[lives][twins];
        Instant begins = Life.BEGINS.plusDays(DAYS_BEFORE).atStartOfDay(ZONE).toInstant();
        Instant ends = begins.plus(Duration.ofDays(DAYS));
        try (Customers customers = new Customers(release)) {
            for (int i = 0; i < lives; i++) {
                byte[] record = CustomerStateCodec.bytes(customers.lived(i, DAYS_BEFORE));
                for (int j = 0; j < twins; j++) {
                    states[i][j] = CustomerStateCodec.state(record);
                }
                this.lives.add(Life.of(i, DAYS_BEFORE + DAYS + 1).stream()
                        .filter(Stream::isDone)
                        .filter(event ->
                                !event.time().isBefore(begins) && event.time().isBefore(ends))
                        .map(Wire::new)
                        .toList());
            }
        }
    }

    private static boolean isDone(EventEnvelope event) {
        return event.type().equals(EventTypes.APP_CLICK) || event.type().equals(EventTypes.TRANSACTION_POSTED);
    }

    /** Moves on to the next event. */
    Wire next() {
        if (++twin == twins) {
            twin = 0;
            if (++life == lives.size()) {
                life = 0;
            }
            if (life == 0) {
                event++;
            }
        }
        if (event >= lives.get(life).size()) {
            return beyondTheLast();
        }
        Wire wire = lives.get(life).get(event);
        if (twin == 0 && round > 0) {
            wire.later(Duration.ofDays((long) DAYS * round));
        }
        wire.renamed(((long) round * lives.size() + life) * twins + twin);
        return wire;
    }

    /** Lives are not all equally long. */
    private Wire beyondTheLast() {
        twin = twins - 1;
        if (lives.stream().allMatch(events -> event >= events.size())) {
            life = lives.size() - 1;
            event = -1;
            round++;
        }
        return next();
    }

    /** The record of the customer whose event is the present one. */
    CustomerState state() {
        return states[life][twin];
    }
}
