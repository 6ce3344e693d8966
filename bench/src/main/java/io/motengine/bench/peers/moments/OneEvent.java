package io.motengine.bench.peers.moments;

import static io.motengine.bench.peers.moments.Clause.atLeast;
import static io.motengine.bench.peers.moments.Clause.below;
import static io.motengine.bench.peers.moments.Clause.is;
import static io.motengine.bench.peers.moments.Clause.isNot;

import io.motengine.bench.reference.LargePayments;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A moment that one event tells by itself, as text for engines whose rules are text.
 *
 * @param click whether the event is a click; else it is a posting
 * @param clauses all of them must hold
 */
public record OneEvent(String moment, String name, boolean click, List<Clause> clauses) {
    private static final Clause CREDIT = new Clause("credit", "==", "true");
    private static final Clause DEBIT = new Clause("credit", "==", "false");

    /** All of them, in one order. */
    public static List<OneEvent> all() {
        List<OneEvent> all = new ArrayList<>();
        posting(all, "salary-received", CREDIT, is("category", "salary"), atLeast("amount", Limits.SALARY));
        posting(all, "large-inflow", CREDIT, isNot("category", "salary"), atLeast("amount", Limits.LARGE));
        posting(all, "large-outflow", DEBIT, isNot("bank", ""), atLeast("amount", Limits.LARGE));
        posting(all, "fee-charged", DEBIT, is("category", "fee"), atLeast("amount", Limits.FEE));
        posting(all, "interest-paid", CREDIT, is("category", "interest"), atLeast("amount", Limits.INTEREST));
        posting(all, "much-cash", DEBIT, is("category", "cash"), atLeast("amount", Limits.CASH));
        posting(all, "large-bill", DEBIT, is("category", "bill"), atLeast("amount", Limits.BILL));
        posting(all, "pension-received", CREDIT, is("category", "pension"), atLeast("amount", Limits.PENSION));
        posting(all, "securities-bought", DEBIT, is("category", "securities"), atLeast("amount", Limits.LARGE));
        posting(all, "loan-repaid", DEBIT, is("category", "loan-repayment"), atLeast("amount", Limits.REPAYMENT));
        posting(all, "counter-used", is("channel", "counter"), atLeast("amount", Limits.AT_COUNTER));
        posting(all, "low-balance", DEBIT, below("balance", Limits.LITTLE));
        LargePayments.all()
                .forEach(payment -> posting(
                        all,
                        payment.moment(),
                        DEBIT,
                        is("category", "card-spend"),
                        is("merchant", payment.code()),
                        atLeast("amount", Limits.large(payment))));
        Limits.APPLICATIONS.forEach(page -> all.add(new OneEvent(
                "applied", "applied on " + page, true, List.of(is("page", page), is("action", "submit")))));
        return List.copyOf(all);
    }

    private static void posting(List<OneEvent> all, String moment, Clause... clauses) {
        all.add(new OneEvent(moment, moment, false, List.of(clauses)));
    }

    /** The clauses, with {@code and} between them as the engine writes it. */
    public String condition(String and) {
        return Stream.of(clauses).flatMap(List::stream).map(Clause::toString).collect(Collectors.joining(and));
    }
}
