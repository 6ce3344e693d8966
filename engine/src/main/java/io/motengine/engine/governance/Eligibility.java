package io.motengine.engine.governance;

import io.motengine.engine.catalog.Benefit;
import io.motengine.engine.catalog.Product;
import io.motengine.engine.facts.Customer;
import io.motengine.engine.state.CreditLimit;
import io.motengine.engine.strategies.StrategyCard;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.TreeSet;

/** Whether a strategy may be used for this customer now at all. */
final class Eligibility {
    private Eligibility() {}

    static Optional<Drop> check(Candidate candidate, Outlook outlook) {
        StrategyCard card = candidate.card();
        Situation situation = outlook.situation();
        LocalDate today = outlook.today();
        if (!card.valid().covers(today)) {
            return drop(
                    Reason.NOT_VALID,
                    "valid from " + card.valid().from() + " until "
                            + card.valid().until() + ", today is " + today);
        }
        if (!situation.stops().isEmpty()
                && (situation.stops().contains("all") || situation.stops().contains("strategy:" + card.id()))) {
            return drop(Reason.STOPPED, "an emergency stop holds");
        }
        if (card.service()) {
            return Optional.empty();
        }
        Customer customer = situation.customer();
        if (!customer.blocks().isEmpty()) {
            return drop(Reason.BLOCKED, "the customer must not be approached: " + String.join(", ", customer.blocks()));
        }
        Product product =
                card.product() == null ? null : situation.catalog().products().get(card.product());
        return product(product, situation, today).or(() -> benefit(card, situation));
    }

    /** Whether the moment is recent enough to be answered; what waits for its turn has been answered in time. */
    static Optional<Drop> age(Candidate candidate, Situation situation) {
        Duration age = Duration.between(candidate.happened(), situation.now());
        Duration most = candidate.card().maxAge();
        return age.compareTo(most) > 0
                ? drop(Reason.TOO_OLD, "the moment is " + age + " old, the card takes at most " + most)
                : Optional.empty();
    }

    private static Optional<Drop> product(Product product, Situation situation, LocalDate today) {
        if (product == null) {
            return Optional.empty();
        }
        int grade = situation.customer().riskGrade();
        if (product.riskGrade() > grade) {
            return drop(
                    Reason.UNSUITABLE,
                    product.id() + " is graded R" + product.riskGrade() + ", the customer "
                            + (grade == 0 ? "was never assessed" : "R" + grade));
        }
        Dealings dealings = situation.dealings();
        if (!Collections.disjoint(product.excludes(), dealings.held())) {
            TreeSet<String> excluding = new TreeSet<>(product.excludes());
            excluding.retainAll(dealings.held());
            return drop(
                    excluding.contains(product.id()) ? Reason.HELD : Reason.EXCLUDED,
                    "holds " + String.join(", ", excluding) + ", which excludes " + product.id());
        }
        CreditLimit limit = dealings.limits().get(product.id());
        if (product.credit() && (limit == null || !limit.leaves(today))) {
            return drop(
                    Reason.NO_LIMIT,
                    product.id()
                            + (limit == null ? " has no pre-approved limit" : " has nothing left of " + limit.limit()));
        }
        return Optional.empty();
    }

    private static Optional<Drop> benefit(StrategyCard card, Situation situation) {
        Benefit benefit =
                card.benefit() == null ? null : situation.catalog().benefits().get(card.benefit());
        if (benefit == null) {
            return Optional.empty();
        }
        int out = Collections.frequency(situation.dealings().grants(), benefit.id());
        return out >= benefit.perCustomer()
                ? drop(Reason.BENEFIT_HELD, "has " + out + " of " + benefit.id() + ", at most " + benefit.perCustomer())
                : Optional.empty();
    }

    private static Optional<Drop> drop(Reason reason, String detail) {
        return Optional.of(new Drop(reason, detail));
    }
}
