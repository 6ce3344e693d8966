package io.motengine.bench.stream;

import java.util.SplittableRandom;

/** Postings with the categories, amounts, merchants and banks of a retail bank. Amounts are CNY, minor units. */
final class Transactions {
    private static final double LARGE = 0.012;
    private static final String[] BANKS = {
        "ICBKCNBJ",
        "PCBCCNBJ",
        "ABOCCNBJ",
        "BKCHCNBJ",
        "COMMCNSH",
        "CMBCCNBS",
        "MSBCCNBJ",
        "CIBKCNBJ",
        "SPDBCNSH",
        "PSBCCNBJ"
    };
    /** The last ones are of no rule. */
    private static final int[] MERCHANTS = {
        5411, 5812, 5541, 4511, 7011, 4722, 5732, 5045, 5712, 5211, 5651, 5944, 5977, 5912, 8062, 8220, 8299, 7997,
        5511, 7538, 4121, 4814, 5942, 7832, 7523, 4111, 5311, 5331, 5399, 5422, 5441, 5451, 5462, 5499, 5814, 5921,
        5945, 5992, 5999, 7230
    };

    private final StringBuilder json;
    private final SplittableRandom chance;

    private Transactions(StringBuilder json, SplittableRandom chance) {
        this.json = json;
        this.chance = chance;
    }

    static void append(StringBuilder json, SplittableRandom chance) {
        new Transactions(json, chance).append();
    }

    private void append() {
        boolean large = chance.nextDouble() < LARGE;
        int kind = chance.nextInt(1000);
        if (kind < 10) {
            credit("salary", between(300_000, large ? 6_000_000 : 2_500_000), bank());
        } else if (kind < 150) {
            credit("transfer", large ? between(2_000_000, 20_000_000) : between(2_000, 1_500_000), bank());
        } else if (kind < 200) {
            credit("interest", large ? between(50_000, 500_000) : between(10, 20_000), null);
        } else if (kind < 205) {
            credit("pension", between(100_000, 900_000), null);
        } else if (kind < 215) {
            credit("securities", large ? between(1_000_000, 9_000_000) : between(10_000, 900_000), null);
        } else if (kind < 740) {
            debit("card-spend", large ? between(300_000, 1_500_000) : between(800, 90_000), null, true);
        } else if (kind < 820) {
            debit("bill", large ? between(200_000, 900_000) : between(3_000, 60_000), null, false);
        } else if (kind < 930) {
            debit("transfer", large ? between(2_000_000, 15_000_000) : between(5_000, 450_000), bank(), false);
        } else if (kind < 960) {
            debit("cash", large ? between(800_000, 2_000_000) : between(10_000, 300_000), null, false);
        } else if (kind < 975) {
            debit("securities", large ? between(2_000_000, 9_000_000) : between(100_000, 1_500_000), null, false);
        } else if (kind < 990) {
            debit("fee", large ? between(5_000, 20_000) : between(100, 3_000), null, false);
        } else {
            debit("loan-repayment", large ? between(1_000_000, 9_000_000) : between(100_000, 800_000), null, false);
        }
    }

    private void credit(String category, long minor, String bank) {
        begin("credit", category, minor);
        end(bank);
    }

    private void debit(String category, long minor, String bank, boolean merchant) {
        begin("debit", category, minor);
        if (merchant) {
            json.append(",\"merchantCategory\":\"")
                    .append(MERCHANTS[chance.nextInt(MERCHANTS.length)])
                    .append('"');
        }
        end(bank);
    }

    private void begin(String direction, String category, long minor) {
        json.append("{\"accountId\":\"62220200")
                .append(10_000_000 + chance.nextInt(90_000_000))
                .append("\",\"direction\":\"")
                .append(direction)
                .append("\",\"amount\":\"");
        amount(minor);
        json.append("\",\"balance\":\"");
        amount(chance.nextInt(2_000) == 0 ? chance.nextInt(5_000) : between(5_000, 50_000_000));
        json.append("\",\"currency\":\"CNY\",\"category\":\"").append(category).append('"');
    }

    private void end(String bank) {
        if (bank != null) {
            json.append(",\"counterpartyBank\":\"").append(bank).append('"');
        }
        json.append(",\"channel\":\"")
                .append(chance.nextInt(1_000) == 0 ? "counter" : "app")
                .append("\"}");
    }

    private String bank() {
        return chance.nextInt(3) == 0 ? BANKS[chance.nextInt(BANKS.length)] : null;
    }

    /** The logarithm is spread evenly: small amounts are many. */
    private long between(long from, long until) {
        return (long) (from * Math.exp(chance.nextDouble() * Math.log((double) until / from)));
    }

    private void amount(long minor) {
        json.append(minor / 100).append('.');
        if (minor % 100 < 10) {
            json.append('0');
        }
        json.append(minor % 100);
    }
}
