package io.motengine.rules.reference;

import io.motengine.rules.reference.History.Fact;
import io.motengine.schemas.event.AppClick;
import io.motengine.schemas.event.TransactionPosted;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/**
 * The features of {@code features.yaml} as they stand on a day: windows of whole days, that day included. An event that comes late
 * looks back from its own day.
 */
final class Figures {
    private final History history;
    private final LocalDate today;

    Figures(History history, LocalDate today) {
        this.history = history;
        this.today = today;
    }

    long clicks30d() {
        return within(30, history.all(AppClick.class)).size();
    }

    long salaries90d() {
        return postings(90, posted -> posted.isCredit() && "salary".equals(posted.category()))
                .size();
    }

    BigDecimal inflow30d() {
        return sum(postings(30, TransactionPosted::isCredit));
    }

    BigDecimal outflow7d() {
        return sum(postings(
                7,
                posted -> posted.isDebit()
                        && posted.category() != null
                        && List.of("transfer", "securities").contains(posted.category())));
    }

    private List<TransactionPosted> postings(int days, Predicate<TransactionPosted> which) {
        return within(
                days,
                history.all(TransactionPosted.class).stream()
                        .filter(fact -> which.test(fact.body()))
                        .toList());
    }

    private <B> List<B> within(int days, List<Fact<B>> facts) {
        return facts.stream()
                .filter(fact -> fact.day().isAfter(today.minusDays(days)))
                .filter(fact -> !fact.day().isAfter(today))
                .map(Fact::body)
                .toList();
    }

    private static BigDecimal sum(List<TransactionPosted> postings) {
        return postings.stream().map(posted -> Bank.yuan(posted.amount())).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
