package io.motengine.engine.governance;

import io.motengine.engine.record.Hashes;
import io.motengine.engine.release.Policy;
import io.motengine.engine.strategies.StrategyCard;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Control groups, drawn by a stable hash of salt, group and customer: the same customer is in or out for as long as the salt
 * stays.
 */
public final class HoldOuts {
    private static final int PARTS = 1_000_000;

    private HoldOuts() {}

    static Optional<Drop> check(Candidate candidate, Situation situation) {
        StrategyCard card = candidate.card();
        if (card.service()) {
            return Optional.empty();
        }
        Policy.HoldOuts bank = situation.policy().holdOuts();
        String customer = situation.customer().id();
        if (drawn(bank.universal(), bank.salt() + "\n\n" + customer)) {
            return Optional.of(new Drop(
                    Reason.UNIVERSAL_HOLD_OUT, bank.universal().toPlainString() + " of all customers are held out"));
        }
        StrategyCard.HoldOut own = card.holdOut();
        if (own != null && drawn(own.share(), bank.salt() + own.salt() + "\n" + card.id() + "\n" + customer)) {
            return Optional.of(
                    new Drop(Reason.STRATEGY_HOLD_OUT, own.share().toPlainString() + " of customers are held out"));
        }
        return Optional.empty();
    }

    /** Whether a key falls into a share of all keys. */
    static boolean drawn(BigDecimal share, String key) {
        long place = Long.remainderUnsigned(Hashes.of(key), PARTS);
        return BigDecimal.valueOf(place).compareTo(share.multiply(BigDecimal.valueOf(PARTS))) < 0;
    }
}
