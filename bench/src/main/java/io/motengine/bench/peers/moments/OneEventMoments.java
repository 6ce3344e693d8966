package io.motengine.bench.peers.moments;

import io.motengine.bench.peers.moments.PlainEvent.Click;
import io.motengine.bench.peers.moments.PlainEvent.Posting;
import io.motengine.bench.reference.LargePayments.LargePayment;
import java.util.Set;
import java.util.function.Consumer;

/** The moments of {@link OneEvent} written by hand, for those who have no rule language. */
public final class OneEventMoments {
    private static final Set<String> APPLICATIONS = Set.copyOf(Limits.APPLICATIONS);

    private OneEventMoments() {}

    /** Names each moment that the event tells by itself. */
    public static void of(PlainEvent event, Consumer<String> moments) {
        if (event instanceof Click click) {
            if (click.action().equals("submit") && APPLICATIONS.contains(click.page())) {
                moments.accept("applied");
            }
        } else if (event instanceof Posting posting) {
            ofEither(posting, moments);
            if (posting.credit()) {
                ofCredit(posting, moments);
            } else {
                ofDebit(posting, moments);
            }
        }
    }

    private static void ofEither(Posting posting, Consumer<String> moments) {
        if (posting.amount() >= Limits.AT_COUNTER && posting.channel().equals("counter")) {
            moments.accept("counter-used");
        }
    }

    private static void ofCredit(Posting credit, Consumer<String> moments) {
        long amount = credit.amount();
        if (amount >= Limits.LARGE && !credit.category().equals("salary")) {
            moments.accept("large-inflow");
        }
        switch (credit.category()) {
            case "salary" -> when(amount >= Limits.SALARY, "salary-received", moments);
            case "interest" -> when(amount >= Limits.INTEREST, "interest-paid", moments);
            case "pension" -> when(amount >= Limits.PENSION, "pension-received", moments);
            default -> {}
        }
    }

    private static void ofDebit(Posting debit, Consumer<String> moments) {
        long amount = debit.amount();
        when(amount >= Limits.LARGE && !debit.bank().isEmpty(), "large-outflow", moments);
        when(debit.balance() < Limits.LITTLE, "low-balance", moments);
        switch (debit.category()) {
            case "card-spend" -> {
                LargePayment at = Limits.PAYMENTS.get(debit.merchant());
                if (at != null && amount >= Limits.large(at)) {
                    moments.accept(at.moment());
                }
            }
            case "fee" -> when(amount >= Limits.FEE, "fee-charged", moments);
            case "cash" -> when(amount >= Limits.CASH, "much-cash", moments);
            case "bill" -> when(amount >= Limits.BILL, "large-bill", moments);
            case "securities" -> when(amount >= Limits.LARGE, "securities-bought", moments);
            case "loan-repayment" -> when(amount >= Limits.REPAYMENT, "loan-repaid", moments);
            default -> {}
        }
    }

    private static void when(boolean holds, String moment, Consumer<String> moments) {
        if (holds) {
            moments.accept(moment);
        }
    }
}
