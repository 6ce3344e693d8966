package io.motengine.bench.reference;

import io.motengine.engine.facts.Customer;
import io.motengine.engine.facts.LifeCycle;
import io.motengine.schemas.event.ServiceContact;
import io.motengine.schemas.event.TransactionPosted;
import java.util.Set;
import java.util.TreeSet;

/** Segments and stages, in plain Java. */
final class PlainSegments {
    private PlainSegments() {}

    static Set<String> of(Customer customer, Figures figures) {
        Set<String> segments = new TreeSet<>();
        add(segments, "payroll", figures.salaries90d() >= 1);
        add(segments, "investor", figures.securities90d() >= 4);
        add(segments, "digital", figures.clicks30d() >= 40);
        add(segments, "explorer", figures.pages7d() >= 6);
        add(
                segments,
                "saver",
                figures.inflow30d().atLeast(10_000) && figures.outflow7d().compareTo(figures.inflow30d()) < 0);
        add(segments, "spender", figures.spend30d().atLeast(3_000));
        add(segments, "bill-payer", figures.bills60d() >= 3);
        add(segments, "dissatisfied", figures.complaints90d() >= 1);
        add(segments, "high-earner", figures.lastSalary().atLeast(20_000));
        if (customer.kind().equals("person")) {
            add(segments, "young", customer.age() >= 18 && customer.age() < 30);
            add(segments, "senior", customer.age() >= 60);
            add(segments, "wealthy", customer.aum().atLeast(500_000));
        }
        return segments;
    }

    /**
     * Stages in which the customer may be said to be.
     *
     * @param customer with the segments as concluded
     */
    static Set<String> stages(Customer customer, Object trigger, LifeCycle lifeCycle, Figures figures) {
        Set<String> stages = new TreeSet<>();
        int days = customer.daysSinceOpening();
        Set<String> segments = customer.segments();
        if (days > 90) {
            stages.add("rising");
            add(
                    stages,
                    "at-risk",
                    figures.outflow7d().atLeast(20_000) && figures.outflow7d().compareTo(figures.inflow30d()) > 0);
            add(stages, "mature", segments.contains("investor") && customer.families() >= 2);
            add(stages, "mature", segments.contains("saver") && customer.families() >= 3);
        } else if (days >= 4) {
            stages.add("honeymoon");
        } else if (days >= 0) {
            stages.add("first-contact");
        } else if (trigger instanceof ServiceContact contact) {
            add(stages, "first-contact", contact.kind().equals("branch-ticket"));
        }
        add(
                stages,
                "at-risk",
                segments.contains("dissatisfied") && figures.outflow7d().atLeast(5_000));
        add(stages, "dormant", lifeCycle.silentDays() >= 90);
        if (trigger instanceof TransactionPosted posted) {
            add(
                    stages,
                    "won-back",
                    posted.isCredit()
                            && posted.amount().atLeast(1_000)
                            && lifeCycle.stage().equals("dormant"));
        }
        return stages;
    }

    private static void add(Set<String> names, String name, boolean holds) {
        if (holds) {
            names.add(name);
        }
    }
}
