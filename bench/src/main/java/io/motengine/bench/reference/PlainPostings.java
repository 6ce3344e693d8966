package io.motengine.bench.reference;

import io.motengine.bench.reference.TransactionMoments.Merchants;
import io.motengine.engine.facts.Customer;
import io.motengine.engine.facts.LifeCycle;
import io.motengine.engine.facts.Moment;
import io.motengine.schemas.event.TransactionPosted;
import io.motengine.schemas.money.Money;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What postings tell, in plain Java. */
final class PlainPostings {
    private static final Map<String, Merchants> MERCHANTS = TransactionMoments.MERCHANTS.stream()
            .collect(Collectors.toMap(at -> Integer.toString(at.code()), Function.identity()));
    private static final Set<String> BANKS = Set.copyOf(TransactionMoments.BANKS);

    private final Customer customer;
    private final LifeCycle lifeCycle;
    private final Figures figures;
    private final List<Moment> moments;

    PlainPostings(Customer customer, LifeCycle lifeCycle, Figures figures, List<Moment> moments) {
        this.customer = customer;
        this.lifeCycle = lifeCycle;
        this.figures = figures;
        this.moments = moments;
    }

    void tell(TransactionPosted posted) {
        String category = posted.category() == null ? "" : posted.category();
        if (posted.isDebit()) {
            debit(posted, category);
        } else {
            credit(posted, category);
        }
        if ("counter".equals(posted.channel())) {
            moment("counter-used", posted, 5_000);
        }
    }

    private void credit(TransactionPosted posted, String category) {
        Money amount = posted.amount();
        if (!category.equals("salary") && amount.atLeast(20_000)) {
            moment("large-inflow").with("amount", amount);
        }
        switch (category) {
            case "salary" -> {
                if (amount.atLeast(1_000)) {
                    moment("salary-received").with("amount", amount);
                }
                if (amount.atLeast(30_000)
                        && isOne("payroll")
                        && figures.largestCredit90d().atLeast(30_000)
                        && figures.salaries90d() >= 2) {
                    moment("salary-raised");
                }
            }
            case "interest" -> moment("interest-paid", posted, 500);
            case "pension" -> moment("pension-received", posted, 500);
            case "securities" -> {
                String stage = lifeCycle.stage();
                if (isOne("investor") && (stage.equals("mature") || stage.equals("rising"))) {
                    moment("investor-sells", posted, 10_000);
                }
            }
            default -> {
                // Of other money that comes in no more is told.
            }
        }
    }

    private void debit(TransactionPosted posted, String category) {
        Money amount = posted.amount();
        if (posted.isOtherBank()) {
            otherBank(posted.counterpartyBank(), amount);
        }
        if (posted.balance() != null && posted.balance().below(50)) {
            moment("low-balance");
        }
        switch (category) {
            case "card-spend" -> spending(posted);
            case "fee" -> moment("fee-charged", posted, 50);
            case "cash" -> moment("much-cash", posted, 8_000);
            case "securities" -> moment("securities-bought", posted, 20_000);
            case "loan-repayment" -> moment("loan-repaid", posted, 10_000);
            case "bill" -> {
                moment("large-bill", posted, 2_000);
                if (isOne("payroll")
                        && figures.bills60d() == 1
                        && figures.lastSalary().atLeast(5_000)) {
                    moment("bills-elsewhere");
                }
            }
            case "transfer" -> transfer(amount);
            default -> {
                // Of other money that leaves no more is told.
            }
        }
    }

    private void otherBank(String bank, Money amount) {
        if (amount.atLeast(20_000)) {
            moment("large-outflow").with("amount", amount).with("bank", bank);
        }
        if (amount.atLeast(10_000)
                && customer.daysSinceOpening() > 90
                && customer.aum().atLeast(50_000)
                && BANKS.contains(bank)) {
            moment("leaving").about(bank).with("amount", amount);
        }
    }

    private void spending(TransactionPosted paid) {
        if (figures.spend30d().atLeast(30_000) && figures.spend30d().atLeastTimes(100, figures.averageSpend90d())) {
            moment("much-spending");
        }
        Merchants at = paid.merchantCategory() == null ? null : MERCHANTS.get(paid.merchantCategory());
        if (at == null || !paid.amount().atLeast(at.large() / 2)) {
            return;
        }
        if (paid.amount().atLeast(at.large())) {
            moment("spent-" + at.name()).with("amount", paid.amount());
        }
        if (isOne(at.segment()) && figures.spend30d().atLeast(3_000) && figures.merchants30d() >= 3) {
            moment("regular").about(at.name());
        }
    }

    private void transfer(Money amount) {
        Money out = figures.outflow7d();
        if (!out.atLeast(10_000)) {
            return;
        }
        Money before = out.minus(amount);
        if (out.atLeast(50_000) && before.below(50_000)) {
            moment("week-outflow-high");
        }
        Money norm = figures.outflowNorm();
        if (norm.atLeast(100) && out.atLeastTimes(4, norm) && !before.atLeastTimes(4, norm)) {
            moment("unusual-outflow");
        }
    }

    private boolean isOne(String segment) {
        return customer.segments().contains(segment);
    }

    private void moment(String name, TransactionPosted posted, int atLeast) {
        if (posted.amount().atLeast(atLeast)) {
            moment(name);
        }
    }

    private Moment moment(String name) {
        Moment moment = new Moment(name);
        moments.add(moment);
        return moment;
    }
}
