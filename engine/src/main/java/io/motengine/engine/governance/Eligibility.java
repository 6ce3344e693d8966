package io.motengine.engine.governance;

import io.motengine.engine.facts.Customer;
import io.motengine.engine.release.Catalog.Product;
import io.motengine.engine.release.StrategyCard;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/** Whether a strategy may be used for this customer now at all. */
final class Eligibility {
    private Eligibility() {}

    static Optional<Drop> check(Candidate candidate, Situation situation) {
        StrategyCard card = candidate.card();
        Customer customer = situation.customer();
        LocalDate today = situation.now().atZone(situation.zone()).toLocalDate();
        if (!card.valid().covers(today)) {
            return drop(
                    "not-valid",
                    "valid from " + card.valid().from() + " until "
                            + card.valid().until() + ", today is " + today);
        }
        Duration age = Duration.between(situation.eventTime(), situation.now());
        if (age.compareTo(card.maxAge()) > 0) {
            return drop("too-old", "the moment is " + age + " old, the card takes at most " + card.maxAge());
        }
        if (card.service()) {
            return Optional.empty();
        }
        if (!customer.blocks().isEmpty()) {
            return drop("blocked", "the customer must not be approached: " + String.join(", ", customer.blocks()));
        }
        Product product =
                card.product() == null ? null : situation.catalog().products().get(card.product());
        if (product != null && product.riskGrade() > customer.riskGrade()) {
            return drop(
                    "unsuitable",
                    product.id() + " is graded R" + product.riskGrade() + ", the customer "
                            + (customer.riskGrade() == 0 ? "was never assessed" : "R" + customer.riskGrade()));
        }
        if (card.ladder().stream().noneMatch(customer.consents()::contains)) {
            return drop(
                    "no-consent", "consent for " + customer.consents() + ", the card needs one of " + card.ladder());
        }
        return Optional.empty();
    }

    private static Optional<Drop> drop(String reason, String detail) {
        return Optional.of(new Drop(Layer.ELIGIBILITY, reason, detail));
    }
}
