package io.motengine.cli.rules.simulate;

import io.motengine.engine.catalog.Benefit;
import io.motengine.engine.catalog.Channel;
import io.motengine.engine.offline.Decided;
import io.motengine.engine.release.Release;
import io.motengine.schemas.action.ActionIssued;
import io.motengine.schemas.decision.DecisionRecord;
import io.motengine.schemas.decision.DecisionRecord.CandidateFate;
import io.motengine.schemas.decision.DecisionRecord.MomentRaised;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts of what was decided. Not thread-safe. */
final class Figures {
    private final Release release;
    private final Map<String, Long> moments = new TreeMap<>();
    private final Map<String, Funnel> strategies = new TreeMap<>();
    private final Map<String, Map<String, Long>> channelDays = new TreeMap<>();
    private final Map<String, Long> tiers = new TreeMap<>();
    private final Map<String, Long> branches = new TreeMap<>();
    private final Map<String, Integer> contacts = new HashMap<>();
    private final Map<String, String> tierOf = new HashMap<>();
    private final Map<String, Long> quarantined = new TreeMap<>();
    private long actions;
    private long cancelled;
    private long decisions;
    private BigDecimal cost = BigDecimal.ZERO;

    /** What became of the candidates of one strategy. */
    static final class Funnel {
        private long candidates;
        private long issued;
        private long deferred;
        private long withheld;
        private long denied;
        private BigDecimal cost = BigDecimal.ZERO;
        private final Map<String, Long> dropped = new TreeMap<>();

        long candidates() {
            return candidates;
        }

        long issued() {
            return issued;
        }

        /** How often it had to wait: what then became of it is counted too. */
        long deferred() {
            return deferred;
        }

        long withheld() {
            return withheld;
        }

        long denied() {
            return denied;
        }

        BigDecimal cost() {
            return cost;
        }

        /** By layer and reason, such as {@code eligibility/no-consent}. */
        Map<String, Long> dropped() {
            return dropped;
        }

        private void add(Funnel other) {
            candidates += other.candidates;
            issued += other.issued;
            deferred += other.deferred;
            withheld += other.withheld;
            denied += other.denied;
            cost = cost.add(other.cost);
            other.dropped.forEach((reason, count) -> dropped.merge(reason, count, Long::sum));
        }
    }

    Figures(Release release) {
        this.release = release;
        release.cards().keySet().forEach(strategy -> strategies.put(strategy, new Funnel()));
    }

    void decided(Decided decided) {
        for (DecisionRecord decision : decided.outcome().decisions()) {
            decisions++;
            tierOf.put(decision.customer(), decision.tier());
            for (MomentRaised moment : decision.moments()) {
                moments.merge(moment.moment(), 1L, Long::sum);
            }
            decision.quarantined().forEach(failure -> quarantined.merge(failure.rule(), 1L, Long::sum));
            for (CandidateFate fate : decision.candidates()) {
                count(fate, !decision.moments().isEmpty());
            }
        }
        cancelled += decided.outcome().cancelled().size();
        decided.outcome().issued().forEach(this::issued);
    }

    /** @param proposed whether rules proposed it with this very decision; otherwise it waited, or is a ladder's next step */
    private void count(CandidateFate fate, boolean proposed) {
        Funnel funnel = funnel(fate.strategy());
        funnel.candidates += proposed ? 1 : 0;
        switch (fate.fate()) {
            case "dropped" -> funnel.dropped.merge(fate.layer() + "/" + fate.reason(), 1L, Long::sum);
            case "deferred" -> funnel.deferred++;
            case "withheld" -> funnel.withheld++;
            default -> {
                // Issued: counted when the action leaves.
            }
        }
    }

    private Funnel funnel(String strategy) {
        return strategies.computeIfAbsent(strategy, none -> new Funnel());
    }

    void issued(ActionIssued action) {
        actions++;
        Channel channel = release.catalog().channels().get(action.channel());
        BigDecimal costs = channel.cost();
        if (action.benefit() != null && action.rung() == 0) {
            Benefit benefit = release.catalog().benefits().get(action.benefit());
            costs = costs.add(benefit == null ? BigDecimal.ZERO : benefit.worth());
        }
        Funnel funnel = funnel(action.strategy());
        funnel.issued++;
        funnel.cost = funnel.cost.add(costs);
        cost = cost.add(costs);
        LocalDate day = action.notBefore().atZone(release.calendar().zone()).toLocalDate();
        channelDays
                .computeIfAbsent(channel.id(), none -> new HashMap<>())
                .merge(whose(channel, action) + day, 1L, Long::sum);
        tiers.merge(named(tierOf.get(action.customer())), 1L, Long::sum);
        branches.merge(named(action.branch()), 1L, Long::sum);
        if (!action.service()) {
            contacts.merge(action.customer(), 1, Integer::sum);
        }
    }

    private static String whose(Channel channel, ActionIssued action) {
        if (channel.capacity() == null || channel.capacity().per() == Channel.Per.CHANNEL) {
            return "";
        }
        String whose = channel.capacity().per() == Channel.Per.BRANCH ? action.branch() : action.relationshipManager();
        return named(whose) + " ";
    }

    private static String named(String name) {
        return name == null || name.isEmpty() ? "none" : name;
    }

    void denied(ActionIssued action) {
        funnel(action.strategy()).denied++;
    }

    void add(Figures other) {
        actions += other.actions;
        cancelled += other.cancelled;
        decisions += other.decisions;
        cost = cost.add(other.cost);
        sum(moments, other.moments);
        sum(tiers, other.tiers);
        sum(branches, other.branches);
        sum(quarantined, other.quarantined);
        other.strategies.forEach((strategy, funnel) -> funnel(strategy).add(funnel));
        other.channelDays.forEach(
                (channel, days) -> sum(channelDays.computeIfAbsent(channel, none -> new HashMap<>()), days));
        other.contacts.forEach((customer, count) -> contacts.merge(customer, count, Integer::sum));
        tierOf.putAll(other.tierOf);
    }

    private static void sum(Map<String, Long> into, Map<String, Long> from) {
        from.forEach((name, count) -> into.merge(name, count, Long::sum));
    }

    Map<String, Long> moments() {
        return moments;
    }

    Map<String, Funnel> strategies() {
        return strategies;
    }

    /** By channel, then by whose day it is: as many as are counted together against a capacity. */
    Map<String, Map<String, Long>> channelDays() {
        return channelDays;
    }

    /** Actions by the customer's tier. */
    Map<String, Long> tiers() {
        return tiers;
    }

    Map<String, Long> branches() {
        return branches;
    }

    /** Marketing actions by customer, of those who had any. */
    Map<String, Integer> contacts() {
        return contacts;
    }

    /** Rules that failed, and how often. */
    Map<String, Long> quarantined() {
        return quarantined;
    }

    long actions() {
        return actions;
    }

    long cancelled() {
        return cancelled;
    }

    long decisions() {
        return decisions;
    }

    /** Of contacts, and of benefits as they were offered, in the base currency. */
    BigDecimal cost() {
        return cost;
    }
}
