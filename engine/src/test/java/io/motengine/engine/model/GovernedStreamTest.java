package io.motengine.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.Decider;
import io.motengine.engine.Input;
import io.motengine.engine.Now;
import io.motengine.engine.Outcome;
import io.motengine.engine.TestRelease;
import io.motengine.engine.release.Release;
import io.motengine.engine.state.CustomerState;
import io.motengine.engine.state.CustomerStateCodec;
import io.motengine.schemas.action.ActionCancelled;
import io.motengine.schemas.action.ActionIssued;
import io.motengine.schemas.decision.DecisionRecord;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.EventTypes;
import io.motengine.schemas.event.Origin;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Customers at random under policies at random, with feedback, arrivals, withdrawn consents and new managers: counted the slow way
 * from what left, no cap is exceeded, nothing leaves without consent or at night, and every candidate has one fate.
 */
final class GovernedStreamTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant BEGIN = Instant.parse("2026-03-10T04:00:00Z");
    private static final List<String> CHANNELS = List.of("push", "sms", "person");
    private static final List<String> OUTCOMES =
            List.of("delivered", "not-delivered", "opened", "clicked", "accepted", "refused", "expired", "done");
    private static final Map<String, Release> RELEASES = new HashMap<>();
    private static final int POLICIES = 12;

    /** What a run has let out, as its channels would see it. */
    private static final class Channels {
        final Map<String, ActionIssued> contacts = new TreeMap<>();
        final List<ActionIssued> issued = new ArrayList<>();
        final Set<String> cancelled = new HashSet<>();
        final List<String> log = new ArrayList<>();

        void hear(Outcome outcome) {
            Map<String, ActionIssued> readdressed = new HashMap<>();
            for (ActionCancelled cancelled : outcome.cancelled()) {
                assertThat(this.cancelled.add(cancelled.actionId()))
                        .as("called back twice")
                        .isTrue();
                ActionIssued before =
                        cancelled.reason().equals("readdressed") ? contacts.remove(cancelled.actionId()) : null;
                if (before != null) {
                    readdressed.put(before.strategy() + before.momentInstance(), before);
                }
                log.add(cancelled.toString());
            }
            for (ActionIssued action : outcome.issued()) {
                assertThat(issued)
                        .as(() -> action + "\n" + String.join("\n", log))
                        .extracting(ActionIssued::id)
                        .doesNotContain(action.id());
                issued.add(action);
                ActionIssued before = readdressed.remove(action.strategy() + action.momentInstance());
                // The same contact as before, whoever makes it.
                contacts.put(action.id(), before == null ? action : at(action, before.time()));
                log.add(action.toString());
            }
            for (DecisionRecord decision : outcome.decisions()) {
                Set<String> candidates = new HashSet<>();
                for (DecisionRecord.CandidateFate fate : decision.candidates()) {
                    assertThat(candidates.add(fate.strategy() + fate.instance()))
                            .as("two fates")
                            .isTrue();
                    assertThat(fate.reason() == null).isEqualTo(fate.fate().equals("issued"));
                }
                log.add(decision.toString());
            }
        }

        private static ActionIssued at(ActionIssued action, Instant time) {
            return new ActionIssued(
                    action.id(),
                    time,
                    action.customer(),
                    action.strategy(),
                    action.moment(),
                    action.momentInstance(),
                    action.channel(),
                    action.product(),
                    action.content(),
                    action.benefit(),
                    action.priority(),
                    action.service(),
                    action.rung(),
                    action.attempt(),
                    action.notBefore(),
                    action.expiresAt(),
                    action.branch(),
                    action.relationshipManager(),
                    action.reasons(),
                    action.release(),
                    action.task());
        }
    }

    @Property(tries = 150, seed = "20260311")
    void staysWithinPolicy(@ForAll long seed) {
        int policy = new Random(seed).nextInt(POLICIES);
        Release release = RELEASES.computeIfAbsent("" + policy, key -> release(new Random(policy), policy));
        Channels first = run(seed, release, policy);
        assertThat(run(seed, release, policy).log).as("a replay").isEqualTo(first.log);
    }

    private static boolean quiet(int policy) {
        return policy % 2 == 1;
    }

    private static int perDay(int policy) {
        return 1 + policy % 3;
    }

    private static int perWeek(int policy) {
        return 2 + policy % 5;
    }

    private static Release release(Random random, int policy) {
        TestRelease release = new TestRelease()
                .with("policy.yaml", """
                        currency: { base: CNY, rates: { USD: 7.0 } }
                        tiers: [gold, plain]
                        stages: [fresh, settled]
                        contacts:
                          perDay: %d
                          perWeek: %d
                          caps: [{ most: 1, per: day, channel: sms }, { most: 3, per: month, strategy: card1 }]
                          coolDown: { refused: 4d }
                          %s
                        arbitration: { settle: %ds }
                        holdOuts: { universal: 0.1, salt: a }
                        """.formatted(
                                perDay(policy),
                                perWeek(policy),
                                quiet(policy) ? "quietHours: { from: \"21:00\", until: \"08:00\" }" : "",
                                policy % 4 == 0 ? 5 : 0))
                .with("catalog/channels.yaml", """
                        - { id: push, name: Push, person: false }
                        - { id: sms, name: SMS, person: false, hours: { from: "09:00", until: "19:00" } }
                        - { id: person, name: Person, person: true }
                        - { id: tablet, name: Lobby tablet, person: false, arrival: [branch-ticket] }
                        """);
        List.of("greet-gold", "greet-plain", "greet-all")
                .forEach(id -> release.with("strategies/" + id + ".yaml", null));
        for (int i = 0; i < 4; i++) {
            release.with("strategies/card" + i + ".yaml", """
                    id: card%d
                    name: Card %d
                    owner: test
                    moment: inflow
                    content: hello
                    priority: %d
                    ladder: %s
                    holdOut: { share: 0.2 }
                    goal: { event: app.click.v1, where: { page: [goal%d] }, class: scale, within: 7d }
                    maxAge: 2h
                    expiresAfter: %dh
                    valid: { until: 2099-12-31 }
                    """.formatted(
                            i, i, 10 + random.nextInt(50), ladder(random), i, 40 + random.nextInt(60)));
        }
        return release.compile();
    }

    private static String ladder(Random random) {
        List<String> left = new ArrayList<>(List.of("push", "sms", "person", "tablet"));
        List<String> rungs = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            String channel = left.remove(random.nextInt(left.size()));
            rungs.add(
                    rungs.isEmpty() || random.nextBoolean()
                            ? channel
                            : "{ channel: " + channel + ", after: " + (1 + random.nextInt(10)) + "h, unless: "
                                    + (random.nextBoolean() ? "opened" : "clicked") + " }");
        }
        return rungs.toString();
    }

    private static Channels run(long seed, Release release, int policy) {
        Random random = new Random(seed);
        Channels channels = new Channels();
        CustomerState state = new CustomerState("c" + random.nextInt(20));
        Set<String> consents = new HashSet<>(CHANNELS);
        Instant now = BEGIN;
        try (Decider decider = new Decider()) {
            take(decider, state, release, channels, 0, EventTypes.PROFILE_UPDATED, now, profile(consents, "rm0"));
            for (int i = 1; i < 160; i++) {
                now = now.plus(Duration.ofMinutes(random.nextInt(random.nextInt(4) == 0 ? 1_400 : 90)));
                CustomerState read = CustomerStateCodec.state(CustomerStateCodec.bytes(state));
                int before = channels.issued.size();
                boolean ticket = false;
                switch (random.nextInt(12)) {
                    case 0 -> {
                        consents.removeIf(channel -> random.nextInt(5) == 0);
                        consents.add(CHANNELS.get(random.nextInt(CHANNELS.size())));
                        take(
                                decider,
                                read,
                                release,
                                channels,
                                i,
                                EventTypes.PROFILE_UPDATED,
                                now,
                                profile(consents, "rm" + random.nextInt(2)));
                    }
                    case 1 -> {
                        ticket = true;
                        take(
                                decider,
                                read,
                                release,
                                channels,
                                i,
                                EventTypes.SERVICE_CONTACT,
                                now,
                                "{\"kind\":\"branch-ticket\",\"branch\":\"b1\"}");
                    }
                    case 2, 3, 4 -> feedback(decider, read, release, channels, i, now, random);
                    case 5 ->
                        take(
                                decider,
                                read,
                                release,
                                channels,
                                i,
                                EventTypes.APP_CLICK,
                                now,
                                "{\"page\":\"goal" + random.nextInt(8) + "\",\"action\":\"view\"}");
                    case 6 -> channels.hear(decider.decide(read, new Input.Wake(now), release, Now.EVENT_TIME));
                    default ->
                        take(
                                decider,
                                read,
                                release,
                                channels,
                                i,
                                EventTypes.TRANSACTION_POSTED,
                                now,
                                "{\"accountId\":\"a\",\"direction\":\"credit\",\"amount\":\"2000\",\"currency\":\"CNY\",\"category\":\"transfer\"}");
                }
                state = read;
                check(channels, before, consents, ticket, policy);
            }
        }
        return channels;
    }

    private static void check(Channels channels, int from, Set<String> consents, boolean ticket, int policy) {
        for (ActionIssued action : channels.issued.subList(from, channels.issued.size())) {
            assertThat(consents.contains(action.channel()) || (action.channel().equals("tablet") && ticket))
                    .as("%s with consent for %s", action.channel(), consents)
                    .isTrue();
            LocalTime clock = action.time().atZone(ZONE).toLocalTime();
            if (quiet(policy) && action.attempt() == 0) {
                assertThat(clock).isBetween(LocalTime.of(8, 0), LocalTime.of(21, 0));
            }
        }
        counted(channels, "", "", perDay(policy), 1);
        counted(channels, "", "", perWeek(policy), 7);
        counted(channels, "sms", "", 1, 1);
        counted(channels, "", "card1", 3, 0);
    }

    /** Contacts in each window of so many days (0 for months), at most so many. */
    private static void counted(Channels channels, String channel, String strategy, int most, int days) {
        Map<Object, Integer> counts = new HashMap<>();
        channels.contacts.values().stream()
                .filter(action -> channel.isEmpty() || action.channel().equals(channel))
                .filter(action -> strategy.isEmpty() || action.strategy().equals(strategy))
                .forEach(action -> {
                    LocalDate day = action.time().atZone(ZONE).toLocalDate();
                    Object window = days == 0
                            ? day.getYear() + "-" + day.getMonthValue()
                            : (Object) Math.floorDiv(day.toEpochDay() + 3, days);
                    counts.merge(window, 1, Integer::sum);
                });
        assertThat(counts.values()).allMatch(count -> count <= most);
    }

    private static void feedback(
            Decider decider,
            CustomerState state,
            Release release,
            Channels channels,
            int i,
            Instant now,
            Random random) {
        if (channels.issued.isEmpty()) {
            return;
        }
        List<ActionIssued> recent =
                channels.issued.subList(Math.max(0, channels.issued.size() - 3), channels.issued.size());
        ActionIssued about = recent.get(random.nextInt(recent.size()));
        String outcome = OUTCOMES.get(random.nextInt(OUTCOMES.size()));
        if (outcome.equals("not-delivered")) {
            if (!now.isBefore(about.time().plus(Duration.ofDays(14)))) {
                return;
            }
            channels.contacts.remove(about.id());
        }
        take(
                decider,
                state,
                release,
                channels,
                i,
                EventTypes.FEEDBACK,
                now,
                "{\"actionId\":\"" + about.id() + "\",\"channel\":\"" + about.channel() + "\",\"outcome\":\"" + outcome
                        + "\"}");
    }

    private static String profile(Set<String> consents, String manager) {
        return "{\"aum\":\"5000\",\"currency\":\"CNY\",\"relationshipManager\":\"" + manager + "\",\"consents\":"
                + consents.stream()
                        .sorted()
                        .map(channel -> "\"" + channel + "\"")
                        .toList() + "}";
    }

    private static void take(
            Decider decider,
            CustomerState state,
            Release release,
            Channels channels,
            int number,
            String type,
            Instant time,
            String data) {
        EventEnvelope envelope = new EventEnvelope(
                "e" + number, "/test", type, state.customer(), time, data.getBytes(StandardCharsets.UTF_8));
        channels.hear(
                decider.decide(state, new Input.Event(envelope, new Origin("t", 0, number)), release, Now.EVENT_TIME));
    }
}
