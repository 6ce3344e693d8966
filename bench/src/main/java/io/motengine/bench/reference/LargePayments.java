package io.motengine.bench.reference;

import java.util.List;

/** The moments of large payments in shops, one for each kind of shop, for those who detect them without the release. */
public final class LargePayments {
    /**
     * Shops of one kind, and from what payment on it is a large one.
     *
     * @param moment its name in the release
     * @param code ISO 18245 merchant category code
     * @param atLeast whole units of CNY
     */
    public record LargePayment(String moment, String code, int atLeast) {}

    private LargePayments() {}

    public static List<LargePayment> all() {
        return TransactionMoments.MERCHANTS.stream()
                .map(at -> new LargePayment("spent-" + at.name(), Integer.toString(at.code()), at.large()))
                .toList();
    }
}
