package io.motengine.engine.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.catalog.Arrival;
import io.motengine.engine.catalog.Catalog;
import io.motengine.engine.facts.Customer;
import io.motengine.engine.facts.Moment;
import io.motengine.engine.governance.ContactRules.Cap;
import io.motengine.engine.governance.ContactRules.Period;
import io.motengine.engine.release.Policy;
import io.motengine.engine.state.Contact;
import io.motengine.engine.state.Refusal;
import io.motengine.engine.strategies.StrategyCard;
import io.motengine.engine.time.WorkingDays;
import io.motengine.schemas.money.Money;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Policies at random over streams at random: whatever is laid down holds, in whichever order candidates are proposed. */
final class GovernancePropertyTest {
    private static final ZoneId BANK = ZoneId.of("Asia/Shanghai");
    private static final ZoneId HERE = ZoneId.of("Europe/Berlin");
    private static final List<String> CONSENTS = List.of("push", "sms", "task");

    /** A contact as it was judged, and what it was for. */
    private record Made(Instant at, StrategyCard card, String channel) {}

    @Property(tries = 400, seed = "20260311")
    void holdsWhatPolicySays_onRandomStreams(@ForAll Random random) {
        RandomPolicies randomly = new RandomPolicies(random);
        Map<String, StrategyCard> cards = randomly.cards();
        Policy policy = randomly.policy(cards);
        Catalog catalog = randomly.catalog();
        Customer customer = customer(randomly.one(RandomPolicies.TIERS), random.nextInt(5));
        List<Made> made = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        Instant now = Instant.parse("2026-03-20T00:00:00Z");
        for (int step = 0; step < 60; step++) {
            now = now.plus(Duration.ofMinutes(random.nextInt(1_500)));
            Situation situation = situation(customer, made, refusals, policy, catalog, cards, now);
            List<Candidate> candidates = candidates(cards, now, random);

            List<Fate> fates = Governance.judge(candidates, situation);

            List<Candidate> shuffled = new ArrayList<>(candidates);
            Collections.shuffle(shuffled, random);
            assertThat(Governance.judge(shuffled, situation)).isEqualTo(fates);
            assertThat(fates).extracting(Fate::candidate).containsExactlyInAnyOrderElementsOf(candidates);
            assertThat(fates.stream()
                            .filter(fate ->
                                    fate.wins() && !fate.candidate().card().service()))
                    .hasSizeLessThanOrEqualTo(1);
            for (Fate fate : fates) {
                check(fate, situation, refusals);
                if (fate.wins() && !fate.candidate().card().service()) {
                    made.add(new Made(fate.from(), fate.candidate().card(), fate.channel()));
                    if (random.nextInt(6) == 0) {
                        refusals.add(new Refusal(fate.candidate().card().id(), "refused", now.toEpochMilli()));
                    }
                }
            }
        }
        caps(made, policy, catalog, customer);
    }

    private static void check(Fate fate, Situation situation, List<Refusal> refusals) {
        StrategyCard card = fate.candidate().card();
        assertThat(fate.why() == null).isEqualTo(fate.kind() == Fate.Kind.ISSUED);
        if (!fate.wins() || card.service()) {
            return;
        }
        assertThat(CONSENTS).contains(fate.channel());
        assertThat(fate.from())
                .isBefore(situation.now().plus(card.expiresAfter()).plusMillis(1));
        assertThat(fate.kind() == Fate.Kind.DEFERRED).isEqualTo(fate.from().isAfter(situation.now()));
        if (fate.kind() == Fate.Kind.ISSUED) {
            ContactRules rules = situation.policy().contacts();
            if (rules.quietHours() != null) {
                LocalTime clock = fate.from().atZone(HERE).toLocalTime();
                assertThat(clock)
                        .isBetween(
                                rules.quietHours().until(), rules.quietHours().from());
            }
            LocalDate day = fate.from().atZone(BANK).toLocalDate();
            if (rules.holidays() == ContactRules.Holidays.QUIET) {
                assertThat(day.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
            }
            if (situation.catalog().channels().get(fate.channel()).hours() != null) {
                assertThat(fate.from().atZone(BANK).toLocalTime())
                        .isBetween(LocalTime.of(9, 0), LocalTime.of(17, 59, 59));
            }
        }
        Duration rest = situation.policy().contacts().coolDown().get("refused");
        assertThat(refusals)
                .noneMatch(refusal -> refusal.strategy().equals(card.id())
                        && fate.from().toEpochMilli() < refusal.at() + rest.toMillis());
    }

    /** Counted the slow way, when all is over: no window has more than it may. */
    private static void caps(List<Made> made, Policy policy, Catalog catalog, Customer customer) {
        List<Cap> caps = new ArrayList<>(policy.contacts().caps());
        caps.add(new Cap(policy.contacts().perDay(), Period.DAY, null, null, null));
        caps.add(new Cap(policy.contacts().perWeek(), Period.WEEK, null, null, null));
        for (Cap cap : caps) {
            Map<String, Integer> counts = new TreeMap<>();
            made.stream()
                    .filter(contact -> cap.channel() == null || cap.channel().equals(contact.channel()))
                    .filter(contact -> cap.strategy() == null
                            || cap.strategy().equals(contact.card().id()))
                    .filter(contact -> cap.family() == null
                            || cap.family().equals(contact.card().product()))
                    .forEach(contact -> counts.merge(window(contact.at(), cap.per()), 1, Integer::sum));
            assertThat(counts.values()).as(cap.toString()).allMatch(count -> count <= cap.most());
        }
        TierRules tier = policy.tierRules().get(customer.tier());
        if (tier != null) {
            Map<String, BigDecimal> spent = new TreeMap<>();
            made.forEach(contact -> spent.merge(
                    window(contact.at(), Period.MONTH),
                    catalog.channels().get(contact.channel()).cost(),
                    BigDecimal::add));
            assertThat(spent.values()).allMatch(sum -> sum.compareTo(tier.perMonth()) <= 0);
            assertThat(made).extracting(Made::channel).allMatch(tier.channels()::contains);
        }
        List<Instant> times = made.stream().map(Made::at).sorted().toList();
        for (int i = 1; i < times.size(); i++) {
            assertThat(Duration.between(times.get(i - 1), times.get(i)))
                    .isGreaterThanOrEqualTo(policy.contacts().minGap());
        }
    }

    private static String window(Instant at, Period per) {
        LocalDate day = at.atZone(BANK).toLocalDate();
        return switch (per) {
            case DAY -> day.toString();
            case WEEK -> "week " + Math.floorDiv(day.toEpochDay() + 3, 7);
            case MONTH -> day.getYear() + "-" + day.getMonthValue();
        };
    }

    private static List<Candidate> candidates(Map<String, StrategyCard> cards, Instant now, Random random) {
        List<Candidate> candidates = new ArrayList<>();
        for (StrategyCard card : cards.values()) {
            if (random.nextBoolean()) {
                candidates.add(new Candidate(
                        card,
                        new Moment("m"),
                        "i" + random.nextInt(3),
                        now.minus(Duration.ofMinutes(random.nextInt(3_000)))));
            }
        }
        return candidates;
    }

    private static Customer customer(String tier, int riskGrade) {
        return new Customer(
                "c" + riskGrade,
                "person",
                tier,
                "",
                Set.of(),
                30,
                1,
                Money.zero("CNY"),
                riskGrade,
                0,
                "zh",
                null,
                null,
                CONSENTS,
                List.of(),
                List.of(),
                null);
    }

    private static Situation situation(
            Customer customer,
            List<Made> made,
            List<Refusal> refusals,
            Policy policy,
            Catalog catalog,
            Map<String, StrategyCard> cards,
            Instant now) {
        List<Contact> contacts = made.stream()
                .map(contact -> Contact.of(
                        contact.at().toEpochMilli(),
                        contact.toString(),
                        contact.card().id(),
                        contact.channel()))
                .toList();
        return new Situation(
                customer,
                new Dealings(contacts, List.copyOf(refusals), List.of(), Set.of(), Map.of(), List.of()),
                policy,
                catalog,
                cards::get,
                new WorkingDays(List.of(), List.of()),
                BANK,
                HERE,
                Arrival.NONE,
                Set.of(),
                now);
    }
}
