package io.motengine.engine;

import io.motengine.engine.facts.Customer;
import io.motengine.engine.facts.DailyTick;
import io.motengine.engine.facts.Dates;
import io.motengine.engine.facts.Grant;
import io.motengine.engine.facts.Holding;
import io.motengine.engine.facts.LifeCycle;
import io.motengine.engine.features.FeatureSet;
import io.motengine.engine.release.Release;
import io.motengine.engine.rules.Facts;
import io.motengine.engine.rules.RuleSet;
import io.motengine.engine.scorecards.CustomerValues;
import io.motengine.engine.scorecards.Graded;
import io.motengine.engine.scorecards.Grading;
import io.motengine.engine.state.CustomerState;
import io.motengine.engine.state.Granted;
import io.motengine.engine.state.HeldProduct;
import io.motengine.engine.state.Profile;
import io.motengine.schemas.money.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A customer's record as facts. Only facts that some rule asks for are made. */
final class FactsOf {
    private static final int UNKNOWN = -1;
    private static final String TIER = "tier";
    private static final Grading NOT_GRADED = new Grading(List.of(), Map.of(), List.of(), Long.MAX_VALUE);

    private final CustomerState state;
    private final Release release;

    FactsOf(CustomerState state, Release release) {
        this.state = state;
        this.release = release;
    }

    private WorkedOut known() {
        return WorkedOut.of(state, release);
    }

    /**
     * The facts for one cause.
     *
     * @param time event time, epoch milliseconds
     * @param trigger event record, completed pattern or tick
     */
    Facts at(long time, Object trigger, Object features, Grading grading, Facts.Stages stages) {
        RuleSet rules = release.rules();
        long today = release.ticks().dayNumber(time);
        known().on(today);
        List<Object> others = new ArrayList<>();
        add(others, trigger, rules);
        add(others, features, rules);
        if (rules.uses(LifeCycle.class)) {
            others.add(lifeCycle(today));
        }
        for (Object fact : grading.facts()) {
            add(others, fact, rules);
        }
        if (rules.uses(Dates.class)) {
            others.add(dates(today));
        }
        if (trigger instanceof DailyTick tick && state.stageSince() != CustomerState.UNSET) {
            others.addAll(release.waves().on(tick.date(), release.ticks().day(state.stageSince()), state));
        }
        if (rules.uses(Holding.class)) {
            others.addAll(holdings(today));
        }
        if (rules.uses(Grant.class) && !state.counted().grants().isEmpty()) {
            state.counted().grants().stream()
                    .filter(state.counted()::isCertain)
                    .forEach(grant -> others.add(grant(grant, time)));
        }
        String tier = grading.labels().getOrDefault(TIER, state.tier());
        return new Facts(customer(today, tier), others, stages);
    }

    private Grant grant(Granted grant, long time) {
        long missing = grant.isOpen()
                ? release.thresholds().amount(grant.benefit()).orElse(grant.progress()) - grant.progress()
                : 0;
        return new Grant(
                grant.benefit(),
                new Money(Math.max(0, missing), release.currency().code()),
                days(release.ticks().day(time), release.ticks().day(grant.expiresAt())),
                grant.life().word());
    }

    private static void add(List<Object> facts, Object fact, RuleSet rules) {
        if (rules.uses(fact.getClass())) {
            facts.add(fact);
        }
    }

    /** What the scorecards make of the customer. */
    Grading grading(long time, FeatureSet.Snapshot features) {
        if (release.scorecards().isEmpty()) {
            return NOT_GRADED;
        }
        // What is told late is graded as of today: a score never goes back in time.
        long at = Math.max(time, state.clock());
        long day = release.ticks().dayNumber(at);
        WorkedOut known = known();
        if (known.grading != null && known.grading.holds(day, at, features::value)) {
            return known.grading.grading();
        }
        Grading grading = graded(at, features);
        known.grading = release.scorecards().last(grading, state.profile().kind(), day, at, features::value);
        return grading;
    }

    /** The scores as they stand: what is worth the same may be made of other values by now. */
    @SuppressWarnings("ReferenceEquality") // whether it is the very one that was kept
    List<Graded> scores(long time, FeatureSet.Snapshot features, Grading grading) {
        WorkedOut known = known();
        boolean isKnown = known.grading != null && known.grading.grading() == grading;
        return isKnown ? graded(Math.max(time, state.clock()), features).scores() : grading.scores();
    }

    private Grading graded(long at, FeatureSet.Snapshot features) {
        CustomerValues values =
                new CustomerValues(state.profile(), families(), release.ticks().day(at), features::value);
        return release.scorecards().grade(values, state.profile().kind(), at, state.scores());
    }

    private int families() {
        Set<String> families = new HashSet<>();
        for (HeldProduct held : state.holdings().values()) {
            if (held.active()) {
                families.add(held.family());
            }
        }
        return families.size();
    }

    /** The customer as concluded so far, on the bank's day of a time (epoch milliseconds). */
    Customer customer(long time) {
        return customer(release.ticks().dayNumber(time), state.tier());
    }

    private Customer customer(long day, String tier) {
        WorkedOut known = known().on(day);
        Customer last = known.customer;
        if (last == null
                || !last.tier().equals(tier)
                || !last.stage().equals(state.stage())
                || last.segments() != state.segments()) {
            known.customer = newCustomer(LocalDate.ofEpochDay(day), tier);
        }
        return known.customer;
    }

    private Customer newCustomer(LocalDate today, String tier) {
        Profile profile = state.profile();
        return new Customer(
                state.customer(),
                profile.kind(),
                tier,
                state.stage(),
                state.segments(),
                profile.birthDate() == null ? UNKNOWN : (int) ChronoUnit.YEARS.between(profile.birthDate(), today),
                profile.openedOn() == null ? UNKNOWN : days(profile.openedOn(), today),
                Objects.requireNonNullElseGet(profile.aum(), this::nothing),
                profile.riskGrade(),
                families(),
                profile.language(),
                profile.branch(),
                profile.relationshipManager(),
                profile.consents(),
                state.labelsOn(today),
                profile.blocks(),
                profile.preferredChannel());
    }

    private Dates dates(long day) {
        WorkedOut known = known();
        if (known.dates == null) {
            known.dates = release.dates().at(state.profile(), LocalDate.ofEpochDay(day));
        }
        return known.dates;
    }

    private List<Holding> holdings(long day) {
        WorkedOut known = known();
        if (known.holdings == null) {
            LocalDate today = LocalDate.ofEpochDay(day);
            List<Holding> holdings = new ArrayList<>();
            state.holdings().forEach((id, held) -> {
                if (held.active()) {
                    holdings.add(holding(id, held, today));
                }
            });
            known.holdings = List.copyOf(holdings);
        }
        return known.holdings;
    }

    private LifeCycle lifeCycle(long today) {
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

    private int daysSince(long time, long today) {
        return time == CustomerState.UNSET
                ? 0
                : Math.toIntExact(today - release.ticks().dayNumber(time));
    }

    private static int days(LocalDate from, LocalDate to) {
        return (int) ChronoUnit.DAYS.between(from, to);
    }

    private Money nothing() {
        return Money.zero(release.currency().code());
    }
}
