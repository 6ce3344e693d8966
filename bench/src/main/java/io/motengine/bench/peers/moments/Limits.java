package io.motengine.bench.peers.moments;

import io.motengine.bench.contest.PlainMoment;
import io.motengine.bench.reference.LargePayments;
import io.motengine.bench.reference.LargePayments.LargePayment;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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

    /** By merchant category code. */
    public static final Map<String, LargePayment> PAYMENTS =
            LargePayments.all().stream().collect(Collectors.toUnmodifiableMap(LargePayment::code, payment -> payment));

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

    /** From what payment on it is a large one, minor units. */
    public static long large(LargePayment payment) {
        return payment.atLeast() * YUAN;
    }
}
