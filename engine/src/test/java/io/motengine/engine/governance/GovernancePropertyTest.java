package io.motengine.engine.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.facts.Customer;
import io.motengine.engine.facts.Moment;
import io.motengine.engine.release.Catalog;
import io.motengine.engine.release.Policy;
import io.motengine.engine.release.StrategyCard;
import io.motengine.engine.state.Contact;
import io.motengine.schemas.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

final class GovernancePropertyTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final List<String> CONSENTS = List.of("push", "sms");

    @Property(tries = 300)
    void holdsCapsConsentAndOneFateEach_onRandomStreams(
            @ForAll Random random,
            @ForAll @IntRange(min = 1, max = 3) int perDay,
            @ForAll @IntRange(min = 1, max = 5) int perWeek) {
        Policy policy = new Policy(
                new Policy.Currency("CNY", Map.of()),
                List.of(),
                List.of(),
                new Policy.Contacts(perDay, perWeek),
                null,
                null,
                null,
                null,
                0);
        List<Contact> ledger = new ArrayList<>();
        Instant now = Instant.parse("2026-03-01T00:00:00Z");
        for (int step = 0; step < 40; step++) {
            now = now.plus(Duration.ofMinutes(random.nextInt(900)));
            List<Candidate> candidates = candidates(random);
            Situation situation = situation(policy, ledger, now);

            List<Governance.Fate> fates = Governance.judge(candidates, situation);

            List<Candidate> shuffled = new ArrayList<>(candidates);
            Collections.shuffle(shuffled, random);
            assertThat(Governance.judge(shuffled, situation))
                    .as("order must not matter")
                    .isEqualTo(fates);
            assertThat(fates).hasSameSizeAs(candidates);
            for (Governance.Fate fate : fates) {
                assertThat(fate.drop().isPresent()).isEqualTo(fate.channel() == null);
                if (fate.drop().isEmpty() && !fate.candidate().card().service()) {
                    assertThat(CONSENTS).contains(fate.channel());
                    ledger.add(Contact.of(now.toEpochMilli(), "a" + step, "s", fate.channel()));
                }
            }
        }
        assertThat(perKey(ledger, day -> day.toString()).values()).allMatch(count -> count <= perDay);
        assertThat(perKey(
                                ledger,
                                day -> day.get(IsoFields.WEEK_BASED_YEAR) + "-"
                                        + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR))
                        .values())
                .allMatch(count -> count <= perWeek);
    }

    private static Map<String, Long> perKey(List<Contact> ledger, java.util.function.Function<LocalDate, String> key) {
        return ledger.stream()
                .collect(Collectors.groupingBy(
                        contact -> key.apply(
                                Instant.ofEpochMilli(contact.at()).atZone(ZONE).toLocalDate()),
                        Collectors.counting()));
    }

    private static List<Candidate> candidates(Random random) {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            candidates.add(new Candidate(card("s" + i, random), new Moment("m"), "i" + random.nextInt(3)));
        }
        return candidates;
    }

    private static StrategyCard card(String id, Random random) {
        List<String> ladder = random.nextInt(4) == 0 ? List.of("call") : List.of("call", "sms");
        return new StrategyCard(
                id,
                id,
                "o",
                "m",
                null,
                null,
                null,
                "c",
                null,
                1 + random.nextInt(3),
                ladder,
                null,
                Duration.ofHours(1),
                Duration.ofHours(1),
                new StrategyCard.Validity(null, null),
                random.nextInt(10) == 0);
    }

    private static Situation situation(Policy policy, List<Contact> ledger, Instant now) {
        Customer customer = new Customer(
                "c",
                "person",
                "",
                "",
                Set.of(),
                30,
                1,
                Money.zero("CNY"),
                1,
                0,
                "zh",
                null,
                null,
                CONSENTS,
                List.of(),
                List.of());
        return new Situation(
                customer, List.copyOf(ledger), policy, new Catalog(Map.of(), Map.of(), Map.of()), ZONE, now, now);
    }
}
