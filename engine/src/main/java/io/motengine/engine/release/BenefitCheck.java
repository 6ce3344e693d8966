package io.motengine.engine.release;

import io.motengine.engine.catalog.Benefit;
import io.motengine.engine.catalog.Benefit.Threshold;
import io.motengine.engine.events.EventMember;
import io.motengine.engine.events.KnownEvents;
import java.math.BigDecimal;

/** Checks the benefits of a catalog. */
final class BenefitCheck {
    private final EntryFindings findings;
    private final KnownEvents events;

    BenefitCheck(EntryFindings findings, KnownEvents events) {
        this.findings = findings;
        this.events = events;
    }

    void check(Benefit benefit) {
        String id = benefit.id();
        findings.require(Bounds.kebab(id), id, "/id", "id: " + id, "kebab-case");
        findings.require(!Bounds.blank(benefit.name()), id, "/name", "name: none", "in plain words");
        findings.require(benefit.kind() != null, id, "/kind", "kind: none", "coupon, points or rate-uplift");
        findings.require(
                benefit.worth().signum() >= 0, id, "/worth", "worth: " + Bounds.text(benefit.worth()), "0 or more");
        findings.require(
                benefit.stock() == null || benefit.stock() >= 1,
                id,
                "/stock",
                "stock: " + benefit.stock(),
                "1 or more, or no such line for no limit");
        budget(benefit);
        findings.require(
                benefit.perCustomer() >= 1, id, "/perCustomer", "perCustomer: " + benefit.perCustomer(), "1 or more");
        findings.require(
                Bounds.positive(benefit.expiresAfter()),
                id,
                "/expiresAfter",
                "expiresAfter: " + Bounds.text(benefit.expiresAfter()),
                "how long a grant can be redeemed, such as 30d");
        if (benefit.threshold() != null) {
            threshold(id, benefit.threshold());
        }
    }

    private void budget(Benefit benefit) {
        BigDecimal budget = benefit.budget();
        findings.require(
                budget == null || (budget.signum() > 0 && budget.compareTo(benefit.worth()) >= 0),
                benefit.id(),
                "/budget",
                "budget: " + Bounds.text(budget),
                "enough for one, " + Bounds.text(benefit.worth()) + ", or no such line for no limit");
        findings.require(
                budget == null || benefit.worth().signum() > 0,
                benefit.id(),
                "/worth",
                "worth: 0 with a budget",
                "what one costs, or no budget");
    }

    private void threshold(String id, Threshold threshold) {
        findings.require(
                threshold.amount() != null && threshold.amount().signum() > 0,
                id,
                "/threshold/amount",
                "amount: " + Bounds.text(threshold.amount()),
                "more than 0");
        EventCheck check = new EventCheck(
                events, (holds, pointer, found, expected) -> findings.require(holds, id, pointer, found, expected));
        Class<?> type = check.event("/threshold/event", threshold.event());
        check.where("/threshold/where", type, threshold.where());
        EventMember sum = type == null ? null : check.member("/threshold/sum", type, threshold.sum());
        findings.require(
                sum == null || sum.kind() == EventMember.Kind.MONEY,
                id,
                "/threshold/sum",
                "sum: " + threshold.sum(),
                "a member that is money");
    }
}
