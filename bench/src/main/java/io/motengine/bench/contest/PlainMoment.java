package io.motengine.bench.contest;

/**
 * Moments of the reference release that engines without its words can express as well. What they mean, exactly, is what the
 * named file of {@code bench/reference} says; thresholds are those below, and a test holds both together.
 *
 * <p>Each event raises a moment of a name at most once.
 */
public enum PlainMoment {
    /** One posting: credit, not a salary, {@link #LARGE} or more. {@code moments/large-inflow.drl} */
    LARGE_INFLOW("large-inflow"),
    /** One posting: debit to another bank, {@link #LARGE} or more. {@code moments/large-outflow.drl} */
    LARGE_OUTFLOW("large-outflow"),
    /** One posting: credit of category salary, {@link #SALARY} or more. {@code moments/salary-received.drl} */
    SALARY_RECEIVED("salary-received"),
    /**
     * A, then B: the page loan, then the page loan-calculator, {@link #HOURS} hours at most between them. The latest look at the loan before
     * is what counts, and once completed nothing of it is left. {@code patterns.yaml: loan-calculated}
     */
    LOAN_CALCULATED("loan-calculated"),
    /**
     * Three of a kind: the page foreign-exchange three times, {@link #HOURS} hours at most from the first to the third. The three are
     * used up. {@code patterns.yaml: exchange-rates-watched}
     */
    RATES_WATCHED("rates-watched"),
    /**
     * A sum over a window: debits of category transfer or securities of the day and the six days before it reach {@link #WEEK_OUTFLOW}
     * with this transfer, days being those of the bank's zone, Asia/Shanghai. {@code moments/week-outflow-high.drl}
     */
    WEEK_OUTFLOW_HIGH("week-outflow-high"),
    /**
     * A count over a window: this is the {@link #CLICKS}th click of the hour and the twenty-three before it. {@code moments/active-day.drl}
     */
    ACTIVE_DAY("active-day");

    /** CNY, whole. */
    public static final int LARGE = 20_000;

    public static final int SALARY = 1_000;
    public static final int WEEK_OUTFLOW = 50_000;
    public static final int CLICKS = 10;
    public static final int TIMES = 3;
    public static final int HOURS = 24;

    private final String word;

    PlainMoment(String word) {
        this.word = word;
    }

    /** Its name in the release and in every output. */
    public String word() {
        return word;
    }
}
