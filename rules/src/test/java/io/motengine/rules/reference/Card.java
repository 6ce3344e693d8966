package io.motengine.rules.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * One strategy card of {@code strategies/}.
 *
 * @param riskGrade of its product in {@code catalog/products.yaml}; 0 without a product
 * @param goal type of the events that count as success, whatever they say
 */
record Card(
        String id,
        String moment,
        int priority,
        int riskGrade,
        List<String> ladder,
        String goal,
        int expiresAfterDays,
        BiPredicate<Standing, Person> audience) {
    static final LocalDate VALID_UNTIL = LocalDate.of(2029, 12, 31);

    private static final Set<String> WEALTHY = Set.of("B", "mid-to-high-end", "private-banking");
    private static final Set<String> WEALTHY_OR_OLDER = Set.of("B", "C", "mid-to-high-end", "private-banking");
    private static final Set<String> OTHERS = Set.of("A", "D");

    static final List<Card> ALL = List.of(
            new Card(
                    "inflow-wealth",
                    "large-inflow",
                    75,
                    3,
                    List.of("rm-task", "wecom"),
                    "customer.holding.updated.v1",
                    5,
                    (now, person) -> WEALTHY.contains(now.tier()) && person.hasRelationshipManager()),
            new Card(
                    "inflow-welcome",
                    "large-inflow",
                    55,
                    0,
                    List.of("app-push", "sms"),
                    "customer.holding.updated.v1",
                    3,
                    (now, person) -> true),
            new Card(
                    "loan-resume",
                    "loan-abandoned",
                    80,
                    0,
                    List.of("in-app", "app-push", "sms"),
                    "credit.application.changed.v1",
                    1,
                    (now, person) -> true),
            new Card(
                    "maturity-renew",
                    "wealth-maturing",
                    70,
                    2,
                    List.of("wecom", "app-push", "sms"),
                    "customer.holding.updated.v1",
                    3,
                    (now, person) -> true),
            new Card(
                    "outflow-call",
                    "large-outflow",
                    90,
                    0,
                    List.of("rm-task", "wecom"),
                    "bank.transaction.posted.v1",
                    3,
                    (now, person) -> WEALTHY_OR_OLDER.contains(now.tier()) && person.hasRelationshipManager()),
            new Card(
                    "outflow-notice",
                    "large-outflow",
                    60,
                    0,
                    List.of("sms", "app-push"),
                    "bank.transaction.posted.v1",
                    3,
                    (now, person) -> OTHERS.contains(now.tier())),
            new Card(
                    "salary-invest",
                    "salary-received",
                    50,
                    2,
                    List.of("in-app", "app-push", "sms"),
                    "customer.holding.updated.v1",
                    2,
                    (now, person) -> WEALTHY_OR_OLDER.contains(now.tier())
                            && !now.stage().equals("at-risk")),
            new Card(
                    "salary-save",
                    "salary-received",
                    40,
                    0,
                    List.of("app-push", "sms"),
                    "customer.holding.updated.v1",
                    2,
                    (now, person) -> OTHERS.contains(now.tier())));

    /** The same with a shorter ladder. */
    Card without(String channel) {
        List<String> others =
                ladder.stream().filter(other -> !other.equals(channel)).toList();
        return new Card(id, moment, priority, riskGrade, others, goal, expiresAfterDays, audience);
    }
}
