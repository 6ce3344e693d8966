package io.motengine.bench.reference;

import io.motengine.bench.reference.TransactionMoments.Merchants;
import io.motengine.engine.facts.Customer;
import io.motengine.engine.facts.Moment;
import io.motengine.engine.facts.Wave;
import io.motengine.engine.rules.Conclusions.Proposal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Fifty strategy cards: one for large payments at each of most kinds of merchants, and twenty-six for other moments. */
final class Cards {
    /**
     * A card's own lines; all others are alike.
     *
     * @param answers {@code moment: …} or {@code waves: …}
     * @param audience as the card says it
     * @param product null for none
     */
    private record Card(String id, String answers, Audience audience, String product, String content, int priority) {
        String text() {
            return "id: " + id + "\nname: " + id.replace('-', ' ') + "\nowner: bench\n" + answers + "\n"
                    + (audience.text() == null ? "" : "audience: " + audience.text() + "\n")
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

    /**
     * For whom a card is, in the card's words and in Java.
     *
     * @param text null for everybody
     */
    private record Audience(String text, Predicate<Customer> has) {}

    private static final Audience EVERYBODY = new Audience(null, who -> true);
    private static final Audience PERSONS =
            new Audience("kind == \"person\"", who -> who.kind().equals("person"));
    private static final Audience ADULTS = new Audience("age >= 18", who -> who.age() >= 18);
    private static final Audience GROWN_UP =
            new Audience("kind == \"person\", age >= 18", who -> who.kind().equals("person") && who.age() >= 18);
    private static final Audience BORROWERS =
            new Audience("age >= 18, age < 60", who -> who.age() >= 18 && who.age() < 60);
    private static final Audience RICH =
            new Audience("aum.atLeast(500000)", who -> who.aum().atLeast(500_000));

    private static final List<Card> OTHERS = List.of(
            card("salary-save", "salary-received", EVERYBODY, "smart-deposit", "salary-save", 40),
            card(
                    "salary-invest",
                    "salary-received",
                    new Audience("riskGrade >= 2, age < 60", who -> who.riskGrade() >= 2 && who.age() < 60),
                    "steady-90",
                    "salary-invest",
                    50),
            card("inflow-welcome", "large-inflow", EVERYBODY, "smart-deposit", "inflow-welcome", 60),
            card("inflow-wealth", "large-inflow", RICH, "growth-365", "inflow-wealth", 75),
            card("outflow-notice", "large-outflow", EVERYBODY, null, "outflow-retain", 60),
            card("outflow-wealthy", "large-outflow", RICH, "steady-90", "outflow-retain", 70),
            card("loan-resume", "loan-abandoned", ADULTS, "consumer-loan", "loan-resume", 55),
            card("card-resume", "card-left", ADULTS, null, "loan-resume", 55),
            card("application-follow-up", "applied", EVERYBODY, null, "advice", 44),
            card("wealth-advice", "wealth-watched", EVERYBODY, "steady-90", "advice", 65),
            card("rates-help", "rates-watched", PERSONS, null, "advice", 35),
            card("loan-offer", "loan-calculated", BORROWERS, "consumer-loan", "loan-resume", 45),
            card("maturity-renew", "wealth-maturing", EVERYBODY, "steady-90", "maturity-renew", 70),
            new Card(
                    "honeymoon-welcome",
                    "waves: { stage: honeymoon, days: [3, 15, 30, 60] }",
                    EVERYBODY,
                    null,
                    "first-weeks",
                    30),
            card(
                    "stay-with-us",
                    "leaving",
                    new Audience("aum.atLeast(100000)", who -> who.aum().atLeast(100_000)),
                    "steady-90",
                    "advice",
                    62),
            card("regular-thanks", "regular", PERSONS, null, "advice", 31),
            card("interest-answer", "interested", PERSONS, null, "advice", 34),
            card("week-outflow-answer", "week-outflow-high", PERSONS, null, "advice", 58),
            card("unusual-outflow-answer", "unusual-outflow", PERSONS, null, "advice", 59),
            card(
                    "pension-save",
                    "pension-received",
                    new Audience("age >= 50", who -> who.age() >= 50),
                    "smart-deposit",
                    "advice",
                    45),
            card(
                    "raise-invest",
                    "salary-raised",
                    new Audience("riskGrade >= 2", who -> who.riskGrade() >= 2),
                    "growth-365",
                    "advice",
                    66),
            card(
                    "sale-reinvest",
                    "investor-sells",
                    new Audience("riskGrade >= 3", who -> who.riskGrade() >= 3),
                    "growth-365",
                    "advice",
                    67),
            card("transfers-answer", "money-leaving", EVERYBODY, null, "advice", 57),
            card(
                    "idle-sum-deposit",
                    "sum-idle",
                    new Audience(
                            "aum.atLeast(500000), age < 60", who -> who.aum().atLeast(500_000) && who.age() < 60),
                    "smart-deposit",
                    "advice",
                    52),
            card("wealthy-keep", "wealthy-at-risk", RICH, "steady-90", "advice", 80),
            card("low-balance-help", "low-balance", ADULTS, "consumer-loan", "advice", 42));

    private static final int MERCHANTS = 24;
    private static final String MOMENT = "moment: ";

    private static final List<Card> ALL = all();
    private static final Map<String, List<Card>> BY_MOMENT =
            ALL.stream().collect(Collectors.groupingBy(card -> card.answers().replace(MOMENT, "")));

    private Cards() {}

    private static Card card(
            String id, String moment, Audience audience, String product, String content, int priority) {
        return new Card(id, MOMENT + moment, audience, product, content, priority);
    }

    /** Those first that answer what happens most. */
    private static List<Card> all() {
        List<Card> all = new ArrayList<>(OTHERS);
        for (Merchants at : TransactionMoments.MERCHANTS.subList(0, MERCHANTS)) {
            all.add(card(
                    "instalments-" + at.name(),
                    "spent-" + at.name(),
                    GROWN_UP,
                    "consumer-loan",
                    "instalments",
                    20 + at.large() / 200));
        }
        return List.copyOf(all);
    }

    /** Path to text. */
    static Map<String, String> files() {
        return files(ALL.size());
    }

    /** So many, the first ones; from the fifty-first on others that answer the same moments, each for somewhat older persons. */
    static Map<String, String> files(int number) {
        Map<String, String> files = new LinkedHashMap<>();
        for (int i = 0; i < number; i++) {
            Card card = i < ALL.size() ? ALL.get(i) : another(i);
            files.put("strategies/" + card.id() + ".yaml", card.text());
        }
        return files;
    }

    private static Card another(int number) {
        Card like = ALL.get(number % ALL.size());
        int age = 18 + number % 50;
        return new Card(
                like.id() + "-" + number / ALL.size(),
                like.answers(),
                new Audience(
                        "age >= " + age + ", daysSinceOpening > " + number,
                        who -> who.age() >= age && who.daysSinceOpening() > number),
                like.product(),
                like.content(),
                1 + number % 80);
    }

    /** What the cards propose at a moment, in plain Java. */
    static void propose(Moment moment, Customer customer, List<Proposal> proposals) {
        for (Card card : BY_MOMENT.getOrDefault(moment.getName(), List.of())) {
            if (card.audience().has().test(customer)) {
                proposals.add(new Proposal(card.id(), moment));
            }
        }
    }

    /** What the card of a wave proposes on its day, in plain Java. */
    static void propose(Wave wave, List<Moment> moments, List<Proposal> proposals) {
        Moment moment = new Moment(wave.stage() + "-wave", wave.instance()).with("day", wave.day());
        moments.add(moment);
        proposals.add(new Proposal(wave.strategy(), moment));
    }
}
