package io.motengine.bench.reference;

import io.motengine.bench.reference.TransactionMoments.Merchants;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fifty strategy cards: one for large payments at each of most kinds of merchants, and twenty-six for other moments. */
final class Cards {
    /**
     * A card's own lines; all others are alike.
     *
     * @param answers {@code moment: …} or {@code waves: …}
     * @param audience null for everybody
     * @param product null for none
     */
    private record Card(String id, String answers, String audience, String product, String content, int priority) {
        String text() {
            return "id: " + id + "\nname: " + id.replace('-', ' ') + "\nowner: bench\n" + answers + "\n"
                    + (audience == null ? "" : "audience: " + audience + "\n")
                    + (product == null ? "" : "product: " + product + "\n")
                    + "content: " + content + "\npriority: " + priority
                    + """

                    ladder: [in-app, app-push, sms]
                    goal: { event: customer.holding.updated.v1, class: scale, within: 14d }
                    maxAge: 2h
                    expiresAfter: 2d
                    valid: { until: 2099-12-31 }
                    """;
        }
    }

    private static final List<Card> OTHERS = List.of(
            card("salary-save", "salary-received", null, "smart-deposit", "salary-save", 40),
            card("salary-invest", "salary-received", "riskGrade >= 2, age < 60", "steady-90", "salary-invest", 50),
            card("inflow-welcome", "large-inflow", null, "smart-deposit", "inflow-welcome", 60),
            card("inflow-wealth", "large-inflow", "aum.atLeast(500000)", "growth-365", "inflow-wealth", 75),
            card("outflow-notice", "large-outflow", null, null, "outflow-retain", 60),
            card("outflow-wealthy", "large-outflow", "aum.atLeast(500000)", "steady-90", "outflow-retain", 70),
            card("loan-resume", "loan-abandoned", "age >= 18", "consumer-loan", "loan-resume", 55),
            card("card-resume", "card-left", "age >= 18", null, "loan-resume", 55),
            card("application-follow-up", "applied", null, null, "advice", 44),
            card("wealth-advice", "wealth-watched", null, "steady-90", "advice", 65),
            card("rates-help", "rates-watched", "kind == \"person\"", null, "advice", 35),
            card("loan-offer", "loan-calculated", "age >= 18, age < 60", "consumer-loan", "loan-resume", 45),
            card("maturity-renew", "wealth-maturing", null, "steady-90", "maturity-renew", 70),
            new Card(
                    "honeymoon-welcome",
                    "waves: { stage: honeymoon, days: [3, 15, 30, 60] }",
                    null,
                    null,
                    "first-weeks",
                    30),
            card("stay-with-us", "leaving", "aum.atLeast(100000)", "steady-90", "advice", 62),
            card("regular-thanks", "regular", "kind == \"person\"", null, "advice", 31),
            card("interest-answer", "interested", "kind == \"person\"", null, "advice", 34),
            card("week-outflow-answer", "week-outflow-high", "kind == \"person\"", null, "advice", 58),
            card("unusual-outflow-answer", "unusual-outflow", "kind == \"person\"", null, "advice", 59),
            card("pension-save", "pension-received", "age >= 50", "smart-deposit", "advice", 45),
            card("raise-invest", "salary-raised", "riskGrade >= 2", "growth-365", "advice", 66),
            card("sale-reinvest", "investor-sells", "riskGrade >= 3", "growth-365", "advice", 67),
            card("transfers-answer", "money-leaving", null, null, "advice", 57),
            card("idle-sum-deposit", "sum-idle", "aum.atLeast(500000), age < 60", "smart-deposit", "advice", 52),
            card("wealthy-keep", "wealthy-at-risk", "aum.atLeast(500000)", "steady-90", "advice", 80),
            card("low-balance-help", "low-balance", "age >= 18", "consumer-loan", "advice", 42));

    private static final int MERCHANTS = 24;

    private Cards() {}

    private static Card card(String id, String moment, String audience, String product, String content, int priority) {
        return new Card(id, "moment: " + moment, audience, product, content, priority);
    }

    /** Path to text, those first that answer what happens most. */
    static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        OTHERS.forEach(card -> add(files, card));
        for (Merchants at : TransactionMoments.MERCHANTS.subList(0, MERCHANTS)) {
            add(
                    files,
                    card(
                            "instalments-" + at.name(),
                            "spent-" + at.name(),
                            "kind == \"person\", age >= 18",
                            "consumer-loan",
                            "instalments",
                            20 + at.large() / 200));
        }
        return files;
    }

    private static void add(Map<String, String> files, Card card) {
        files.put("strategies/" + card.id() + ".yaml", card.text());
    }
}
