package io.motengine.bench.peers.moments;

import io.motengine.bench.contest.PlainMoment;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What plain moments ask for, in the units that peers count in. That the reference release asks for the same is tested: its
 * moments are compared with what follows from these.
 */
public final class Limits {
    /** Minor units in one of the currency's own. */
    private static final long YUAN = 100;

    public static final long LARGE = PlainMoment.LARGE * YUAN;
    public static final long SALARY = PlainMoment.SALARY * YUAN;
    public static final long WEEK_OUTFLOW = PlainMoment.WEEK_OUTFLOW * YUAN;
    /** From the first to the last of a sequence. */
    public static final long WITHIN = Duration.ofHours(PlainMoment.HOURS).toMillis();

    public static final long DAY = Duration.ofHours(24).toMillis();
    public static final long WEEK = Duration.ofDays(7).toMillis();
    public static final long FEE = 50 * YUAN;
    public static final long INTEREST = 500 * YUAN;
    public static final long CASH = 8_000 * YUAN;
    public static final long BILL = 2_000 * YUAN;
    public static final long PENSION = 500 * YUAN;
    public static final long REPAYMENT = 10_000 * YUAN;
    public static final long AT_COUNTER = 5_000 * YUAN;
    public static final long LITTLE = 50 * YUAN;

    /** By merchant category code: what is sold there, and how much is much. */
    public static final Map<String, Merchants> MERCHANTS = Map.ofEntries(
            merchants("5411", "groceries", 2_000),
            merchants("5812", "restaurants", 2_000),
            merchants("5541", "fuel", 2_000),
            merchants("4511", "airlines", 3_000),
            merchants("7011", "hotels", 3_000),
            merchants("4722", "travel-agencies", 4_000),
            merchants("5732", "electronics", 4_000),
            merchants("5045", "computers", 4_000),
            merchants("5712", "furniture", 5_000),
            merchants("5211", "building-materials", 5_000),
            merchants("5651", "clothing", 2_500),
            merchants("5944", "jewellery", 5_000),
            merchants("5977", "cosmetics", 2_500),
            merchants("5912", "pharmacies", 2_000),
            merchants("8062", "hospitals", 3_000),
            merchants("8220", "universities", 4_000),
            merchants("8299", "schools", 4_000),
            merchants("7997", "fitness", 2_500),
            merchants("5511", "cars", 6_000),
            merchants("7538", "car-repair", 3_000),
            merchants("4121", "taxis", 1_000),
            merchants("4814", "telephone", 1_000),
            merchants("5942", "books", 1_000),
            merchants("7832", "cinemas", 1_000));

    /** Pages on which a submission is a moment. */
    public static final List<String> APPLICATIONS = List.of(
            "fund",
            "gold",
            "insurance",
            "mortgage",
            "pension",
            "card",
            "points",
            "transfer",
            "foreign-exchange",
            "loan",
            "wealth",
            "branch-finder",
            "messages");

    private Limits() {}

    /** Shops of one kind, and from what payment on it is a large one. */
    public record Merchants(String name, long large) {}

    private static Map.Entry<String, Merchants> merchants(String code, String name, long large) {
        return Map.entry(code, new Merchants(name, large * YUAN));
    }
}
