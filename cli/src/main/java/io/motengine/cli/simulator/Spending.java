package io.motengine.cli.simulator;

import java.util.List;

/** Card payments of every day, cash, and now and then a bill. */
final class Spending implements Habit {
    private static final double CARD_A_DAY = 1.05;
    private static final double CASH_A_DAY = 0.06;
    private static final double BILLS_A_DAY = 0.1;
    /** ISO 18245: supermarket, restaurant, fast food, fuel, department store, hospital, parking. */
    private static final List<String> MERCHANTS = List.of("5411", "5812", "5814", "5541", "5311", "8062", "7523");

    @Override
    public void plan(Day day) {
        Chance chance = day.chance();
        for (int i = chance.times(CARD_A_DAY * day.activity()); i > 0; i--) {
            long fen = Math.round(chance.around(4_500, 1.1));
            String merchant = chance.oneOf(MERCHANTS);
            day.at(chance.awake(), account -> account.debit(fen, "card-spend", null, merchant, "pos"));
        }
        for (int i = chance.times(CASH_A_DAY); i > 0; i--) {
            long fen = chance.between(1, 31) * 10_000L;
            day.at(chance.awake(), account -> account.debit(fen, "cash", null, null, "atm"));
        }
        for (int i = chance.times(BILLS_A_DAY); i > 0; i--) {
            long fen = Math.round(chance.around(12_000, 0.7));
            day.at(chance.awake(), account -> account.debit(fen, "bill", null, "4900", "app"));
        }
    }
}
