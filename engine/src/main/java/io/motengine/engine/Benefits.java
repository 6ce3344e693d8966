package io.motengine.engine;

import io.motengine.engine.allocate.Asked;
import io.motengine.engine.allocate.Resources;
import io.motengine.engine.catalog.Benefit;
import io.motengine.engine.release.Release;
import io.motengine.engine.state.Counted;
import io.motengine.engine.state.CustomerState;
import io.motengine.engine.state.Granted;
import io.motengine.engine.state.Granted.Life;
import io.motengine.engine.state.Hold;
import io.motengine.schemas.action.ActionIssued;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * The lives of one customer's benefits: granted, progress towards a threshold, then redeemed and counted for good, or expired or
 * cancelled and back in stock.
 */
final class Benefits {
    /** How long it is remembered that a benefit has ended. */
    private static final long MEMORY_MILLIS = 30L * 24 * 60 * 60 * 1_000;

    private final CustomerState state;
    private final Counted counted;
    private final Release release;
    private final Effects effects;

    Benefits(CustomerState state, Release release, Effects effects) {
        this.state = state;
        this.counted = state.counted();
        this.release = release;
        this.effects = effects;
    }

    void grant(ActionIssued action, String offer) {
        long at = action.time().toEpochMilli();
        List<Granted> grants = counted.grants();
        grants.removeIf(grant -> !grant.isOpen() && grant.expiresAt() < at - MEMORY_MILLIS);
        grants.removeIf(grant -> grant.id().equals(offer) && grant.life() == Life.CANCELLED);
        if (grants.stream().noneMatch(grant -> grant.id().equals(offer))) {
            Benefit benefit = release.catalog().benefits().get(action.benefit());
            long expires = benefit == null || benefit.expiresAfter() == null
                    ? action.expiresAt().toEpochMilli()
                    : at + benefit.expiresAfter().toMillis();
            grants.add(new Granted(offer, action.benefit(), at, expires, 0, Life.GRANTED));
            state.shown().stale();
        }
    }

    /**
     * Counts an event's money: for the oldest benefit first, and what it leaves over for the next of the same.
     *
     * @return offers whose benefit is redeemed by that
     */
    Set<String> progress(String type, Object body, long time) {
        if (counted.grants().isEmpty()) {
            return Set.of();
        }
        Set<String> redeemed = new TreeSet<>();
        for (Map.Entry<String, Long> money : release.thresholds().of(type, body).entrySet()) {
            long left = money.getValue();
            for (Granted grant : List.copyOf(counted.grants())) {
                if (left > 0
                        && grant.isOpen()
                        && grant.benefit().equals(money.getKey())
                        && time >= grant.grantedAt()
                        && time < grant.expiresAt()) {
                    left = progress(grant, left, redeemed);
                }
            }
        }
        return redeemed;
    }

    private long progress(Granted grant, long money, Set<String> redeemed) {
        long amount = release.thresholds().amount(grant.benefit()).orElseThrow();
        long reached = Math.min(amount, grant.progress() + money);
        replace(grant, grant.progressed(reached));
        if (reached == amount) {
            redeem(grant.progressed(reached));
            redeemed.add(grant.id());
        }
        return money - (reached - grant.progress());
    }

    /** The customer has taken the offer up: a benefit without a threshold is redeemed by that. */
    void accept(String offer) {
        for (Granted grant : List.copyOf(counted.grants())) {
            OptionalLong threshold = release.thresholds().amount(grant.benefit());
            if (grant.id().equals(offer) && grant.isOpen() && threshold.isEmpty()) {
                redeem(grant);
            }
        }
    }

    /** It stays counted for good, so there is nothing to be held any more. */
    private void redeem(Granted grant) {
        replace(grant, grant.come(Life.REDEEMED));
        counted.holds().removeIf(hold -> hold.claim().equals(grant.id()) && Resources.isBenefit(hold.resource()));
    }

    /** Ends what has expired at or before {@code due}. */
    void expire(long due) {
        for (Granted grant : List.copyOf(counted.grants())) {
            if (grant.isOpen() && grant.expiresAt() <= due) {
                end(grant, Life.EXPIRED);
            }
        }
    }

    /** Takes back what was offered and has come to nothing. */
    void cancel(Hold hold) {
        counted.grants().stream()
                .filter(grant -> grant.id().equals(hold.claim()) && grant.isOpen())
                .findFirst()
                .ifPresentOrElse(
                        grant -> end(grant, Life.CANCELLED),
                        () -> counted.holds().remove(hold));
    }

    private void end(Granted grant, Life how) {
        replace(grant, grant.come(how));
        for (Hold hold : List.copyOf(counted.holds())) {
            if (hold.claim().equals(grant.id()) && Resources.isBenefit(hold.resource())) {
                counted.holds().remove(hold);
                effects.ask(new Asked.GiveBack(hold.resource(), hold.claim()));
            }
        }
    }

    private void replace(Granted before, Granted after) {
        counted.grants().replaceAll(grant -> grant.id().equals(before.id()) ? after : grant);
        state.shown().stale();
    }
}
