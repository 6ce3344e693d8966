package io.motengine.engine;

import io.motengine.engine.facts.Customer;
import io.motengine.engine.facts.DailyTick;
import io.motengine.engine.facts.Holding;
import io.motengine.engine.facts.LifeCycle;
import io.motengine.engine.release.Release;
import io.motengine.engine.rules.Facts;
import io.motengine.engine.rules.RuleSet;
import io.motengine.engine.state.CustomerState;
import io.motengine.engine.state.HeldProduct;
import io.motengine.engine.state.Profile;
import io.motengine.schemas.money.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/** A customer's record as facts. Only facts that some rule asks for are made. */
final class FactsOf {
    private static final int UNKNOWN = -1;

    private final CustomerState state;
    private final Release release;

    FactsOf(CustomerState state, Release release) {
        this.state = state;
        this.release = release;
    }

    /**
     * The facts for one cause.
     *
     * @param time event time, epoch milliseconds
     * @param trigger event record, completed pattern or tick
     */
    Facts at(long time, Object trigger, Object features) {
        RuleSet rules = release.rules();
        LocalDate today = release.ticks().day(time);
        List<Object> others = new ArrayList<>();
        add(others, trigger, rules);
        add(others, features, rules);
        add(others, lifeCycle(today), rules);
        if (trigger instanceof DailyTick && state.stageSince() != CustomerState.UNSET) {
            others.addAll(release.waves().on(today, release.ticks().day(state.stageSince()), state));
        }
        if (rules.uses(Holding.class)) {
            state.holdings().forEach((id, held) -> {
                if (held.active()) {
                    others.add(holding(id, held, today));
                }
            });
        }
        return new Facts(customer(today), others);
    }

    private static void add(List<Object> facts, Object fact, RuleSet rules) {
        if (rules.uses(fact.getClass())) {
            facts.add(fact);
        }
    }

    private Customer customer(LocalDate today) {
        Profile profile = state.profile();
        return new Customer(
                state.customer(),
                profile.kind(),
                state.tier(),
                state.stage(),
                state.segments(),
                profile.birthDate() == null ? UNKNOWN : (int) ChronoUnit.YEARS.between(profile.birthDate(), today),
                profile.openedOn() == null ? UNKNOWN : days(profile.openedOn(), today),
                Objects.requireNonNullElseGet(profile.aum(), this::nothing),
                profile.riskGrade(),
                (int) state.holdings().values().stream()
                        .filter(HeldProduct::active)
                        .map(HeldProduct::family)
                        .distinct()
                        .count(),
                profile.language(),
                profile.branch(),
                profile.relationshipManager(),
                profile.consents(),
                labels(profile, today),
                profile.blocks());
    }

    /** What the customer master says, and the lists that the customer is on today. */
    private List<String> labels(Profile profile, LocalDate today) {
        if (state.lists().isEmpty()) {
            return profile.labels();
        }
        TreeSet<String> labels = new TreeSet<>(profile.labels());
        state.lists().forEach((label, entry) -> {
            if (entry.holdsOn(today)) {
                labels.add(label);
            }
        });
        return List.copyOf(labels);
    }

    private LifeCycle lifeCycle(LocalDate today) {
        return new LifeCycle(
                state.stage(), daysSince(state.stageSince(), today), daysSince(state.lastActivity(), today));
    }

    private Holding holding(String id, HeldProduct held, LocalDate today) {
        return new Holding(
                id,
                held.product(),
                held.family(),
                Objects.requireNonNullElseGet(held.amount(), this::nothing),
                held.maturesOn() == null ? Holding.NEVER : days(today, held.maturesOn()));
    }

    private int daysSince(long time, LocalDate today) {
        return time == CustomerState.UNSET ? 0 : days(release.ticks().day(time), today);
    }

    private static int days(LocalDate from, LocalDate to) {
        return (int) ChronoUnit.DAYS.between(from, to);
    }

    private Money nothing() {
        return Money.zero(release.currency().code());
    }
}
