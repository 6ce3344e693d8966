package io.motengine.cli.simulator;

import io.motengine.schemas.event.EventBody;
import java.util.List;

/** Money to and from people and other banks; seldom, a lot of it at once. */
final class Transfers implements Habit {
    private static final double SMALL_A_DAY = 0.15;
    private static final double LARGE_IN_A_DAY = 0.006;
    private static final double LARGE_OUT_A_DAY = 0.03;
    private static final long LARGE = 50_000_00L;
    private static final List<String> BANKS = List.of("ICBC", "CCB", "CMB", "PSBC", "BOCOM", "PAB");

    @Override
    public void plan(Day day) {
        Chance chance = day.chance();
        for (int i = chance.times(SMALL_A_DAY); i > 0; i--) {
            long fen = Math.round(chance.around(80_000, 0.9));
            String bank = chance.happens(0.5) ? chance.oneOf(BANKS) : null;
            boolean in = chance.happens(0.4);
            day.at(
                    chance.awake(),
                    account -> in
                            ? account.credit(fen, "transfer", bank, "app")
                            : account.debit(fen, "transfer", bank, null, "app"));
        }
        if (chance.happens(LARGE_IN_A_DAY)) {
            long fen = Math.round(chance.between(1.2, 12.0) * LARGE);
            String bank = chance.oneOf(BANKS);
            day.at(chance.betweenHours(8.5, 21), account -> account.credit(fen, "transfer", bank, "counter"));
        }
        if (chance.happens(LARGE_OUT_A_DAY)) {
            double share = chance.between(0.5, 0.95);
            String bank = chance.oneOf(BANKS);
            day.at(chance.betweenHours(8.5, 21.5), account -> largeOut(account, share, bank));
        }
    }

    private static EventBody largeOut(Account account, double share, String bank) {
        long fen = Math.round(account.balance() * share);
        return fen < LARGE ? null : account.debit(fen, "transfer", bank, null, "app");
    }
}
