package io.motengine.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.identity.Names;
import io.motengine.engine.release.Release;
import io.motengine.engine.state.Contact;
import io.motengine.engine.state.CustomerState;
import io.motengine.engine.state.HeldProduct;
import io.motengine.engine.state.OpenAction;
import io.motengine.schemas.action.ActionCancelled;
import io.motengine.schemas.action.ActionIssued;
import io.motengine.schemas.decision.DecisionRecord;
import io.motengine.schemas.decision.DecisionRecord.CandidateFate;
import io.motengine.schemas.event.CustomerErased;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.EventTypes;
import io.motengine.schemas.event.Feedback;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * What was sent to a customer under several names, and where the customer stands, once the names are one: contacts count in
 * every cap, each once; what is out can be ended and called back, each once; tier, stage and segments are those of somebody who
 * did all of it under one name.
 *
 * <p>The model keeps every action and who is whom. Tiers are not held here and stages follow from what is held and how long
 * nothing was done, not from the way there: two names may have come to a stage, or kept a level, that one name would not have,
 * and keep it (decision 11, {@code StageHistory}, {@code Standing}).
 */
final class MergedLedgerTest {
    private static final int PER_DAY = 2;
    private static final int PER_WEEK = 4;
    private static final Map<String, Release> RELEASES = new HashMap<>();
    private static final List<String> NAMES = List.of("c1", "openid:o1", "device:d1");
    private static final long LATEST = 3 * 3_600_000L;
    private static final int EVENTS = 120;
    private static final List<Feedback.Outcome> OUTCOMES = List.of(Feedback.Outcome.values());
    /** A contact can be given back for so long. */
    private static final int DAYS_GIVEN_BACK = 14;

    private static final int DAYS_KEPT = 90;

    @Property(tries = 60, seed = "20260311")
    void isThatOfOneCustomer_whateverTheNamesAndWhenTheyBecameOne(@ForAll long seed) {
        Random random = new Random(seed);
        String zone = random.nextBoolean() ? "Europe/Berlin" : "Asia/Shanghai";
        Release release = RELEASES.computeIfAbsent(zone, key -> Everything.release(zone, PER_DAY, PER_WEEK, "0d"));
        List<RandomDays.Arrived> life =
                new ArrayList<>(new RandomDays(random, ZoneId.of(zone), NAMES, "").life(EVENTS, LATEST, 20));
        // That something was closed is remembered for a month: what another name was told of it before comes back then.
        life.removeIf(arrived -> new String(arrived.event().body(), StandardCharsets.UTF_8).contains("closed"));
        Sent sent = new Sent(ZoneId.of(zone));
        try (World names = new World(release, random, random.nextBoolean() ? 0 : 1_200_000);
                World single = new World(release, random, 0)) {
            long now = life.get(0).at();
            for (RandomDays.Arrived arrived : life) {
                now = arrived.at();
                EventEnvelope event = arrived.event();
                long at = now;
                NAMES.forEach(name -> names.wake(name, at));
                single.wake("c1", at);
                sent.hear(names, false);
                boolean link = event.type().equals(EventTypes.CUSTOMER_LINKED);
                if (link) {
                    sent.join(event.subject(), other(event));
                    // Whoever is linked to themselves is known since then, as the others are, and nothing else.
                    single.take(World.event(event.id(), "c1", event.time().toEpochMilli(), RandomLives.identity("c1")));
                } else {
                    single.take(as("c1", event));
                }
                names.take(event);
                sent.hear(names, link);
                names.settle();
                sent.hear(names, true);
                sent.compare(names, now);
                if (!link && sent.customers().size() == 1 && isOnTime(event, single)) {
                    compare(names.record("c1"), single.record("c1"), event.time(), release);
                }
                if (random.nextInt(4) == 0) {
                    feedback(names, sent, random, now);
                    sent.compare(names, now);
                }
            }
            callBack(names, sent, now);
        }
    }

    private static boolean isOnTime(EventEnvelope event, World single) {
        return event.type().equals(EventTypes.TRANSACTION_POSTED)
                && event.time().toEpochMilli() == single.record("c1").clock();
    }

    private static void compare(CustomerState merged, CustomerState single, Instant at, Release release) {
        assertThat(merged.tier()).isEqualTo(single.tier());
        assertThat(merged.stage()).isEqualTo(single.stage());
        assertThat(merged.segments()).isEqualTo(single.segments());
        assertThat(merged.profile()).isEqualTo(single.profile());
        assertThat(held(merged)).isEqualTo(held(single));
        assertThat(merged.lists()).isEqualTo(single.lists());
        assertThat(features(merged, at, release)).isEqualTo(features(single, at, release));
    }

    /** How long it is remembered that something was closed hangs on the record's own clock. */
    private static List<HeldProduct> held(CustomerState state) {
        return state.holdings().values().stream().filter(HeldProduct::active).toList();
    }

    /** Values alone: of two names each has let go of what its own window had passed. */
    private static Map<String, String> features(CustomerState state, Instant at, Release release) {
        Map<String, String> values = new TreeMap<>();
        release.features()
                .at(at.toEpochMilli(), state.features(), state.since())
                .texts()
                .forEach((id, text) -> values.put(id, text.replaceAll(" \\(since .*", "")));
        return values;
    }

    private static void feedback(World world, Sent sent, Random random, long now) {
        // Of what ended longer ago nobody knows any more: such feedback is refused.
        List<ActionIssued> out = sent.actions.values().stream()
                .filter(action -> action.time().toEpochMilli() >= now - DAYS_GIVEN_BACK * 86_400_000L)
                .toList();
        if (!out.isEmpty()) {
            ActionIssued about = out.get(random.nextInt(out.size()));
            Feedback.Outcome outcome = OUTCOMES.get(random.nextInt(OUTCOMES.size()));
            EventEnvelope event = World.event(
                    "f" + now + "-" + random.nextInt(1_000_000),
                    about.customer(),
                    now,
                    new Feedback(about.id(), about.channel(), outcome, null));
            sent.feedback(about, outcome, now);
            world.take(event);
            world.settle();
            sent.hear(world, true);
            assertThat(world.take(event).issued()).isEmpty();
            world.settle();
        }
    }

    /** Whatever is out, under whichever name it went out, is called back once when all are erased. */
    private static void callBack(World world, Sent sent, long now) {
        for (String name : sent.customers().keySet()) {
            world.take(World.event("x" + name, name, now, new CustomerErased("customer-request")));
            world.settle();
        }
        List<ActionIssued> open = sent.open(Set.copyOf(NAMES), now);
        assertThat(world.cancelled)
                .extracting(cancelled -> cancelled.actionId() + cancelled.customer() + cancelled.channel())
                .containsExactlyInAnyOrderElementsOf(open.stream()
                        .map(action -> action.id() + action.customer() + action.channel())
                        .toList());
    }

    private static String other(EventEnvelope event) {
        String body = new String(event.body(), StandardCharsets.UTF_8);
        return NAMES.stream()
                .filter(name -> body.contains("\"" + name.substring(name.indexOf(':') + 1) + "\""))
                .findFirst()
                .orElseThrow();
    }

    private static EventEnvelope as(String name, EventEnvelope event) {
        return new EventEnvelope(event.id(), event.source(), event.type(), name, event.time(), event.body());
    }

    /** The slow and obvious ledger. */
    private static final class Sent {
        private final ZoneId zone;
        private final Map<String, ActionIssued> actions = new TreeMap<>();
        private final Map<String, ActionIssued> contacts = new TreeMap<>();
        private final Set<String> over = new TreeSet<>();
        private final Map<String, Set<String>> groups = new TreeMap<>();

        Sent(ZoneId zone) {
            this.zone = zone;
            NAMES.forEach(name -> groups.put(name, new TreeSet<>(Set.of(name))));
        }

        void join(String a, String b) {
            Set<String> both = new TreeSet<>(groups.get(a));
            both.addAll(groups.get(b));
            both.forEach(name -> groups.put(name, both));
        }

        /** By the name that remains. */
        Map<String, Set<String>> customers() {
            Map<String, Set<String>> customers = new TreeMap<>();
            groups.values()
                    .forEach(names -> customers.put(
                            names.stream().reduce(Names::remaining).orElseThrow(), names));
            return customers;
        }

        /** Takes note of what has left, in order, and whether the caps let it; while names merge, what counts is on its way. */
        void hear(World world, boolean merging) {
            Map<String, ActionIssued> issued = new HashMap<>();
            world.issued.forEach(action -> issued.put(action.id(), action));
            for (DecisionRecord decision : world.decisions) {
                decision.candidates().stream()
                        .filter(fate -> !merging && isMarketing(fate))
                        .forEach(fate -> judge(decision, fate));
                for (CandidateFate fate : decision.candidates()) {
                    if (fate.actionId() != null) {
                        ActionIssued action = issued.get(fate.actionId());
                        assertThat(actions.put(action.id(), action))
                                .as("issued twice")
                                .isNull();
                        if (!action.service()) {
                            contacts.put(action.id(), action);
                        }
                    }
                }
            }
            for (ActionCancelled cancelled : world.cancelled) {
                assertThat(over.add(cancelled.actionId()))
                        .as("called back again: %s", cancelled)
                        .isTrue();
            }
            world.issued.clear();
            world.decisions.clear();
            world.cancelled.clear();
        }

        private static boolean isMarketing(CandidateFate fate) {
            return !Set.of("care", "hear", "praise").contains(fate.strategy());
        }

        private void judge(DecisionRecord decision, CandidateFate fate) {
            LocalDate today = decision.now().atZone(zone).toLocalDate();
            List<LocalDate> days = contacts.values().stream()
                    .filter(action -> groups.get(decision.customer()).contains(action.customer()))
                    .map(action -> action.time().atZone(zone).toLocalDate())
                    .toList();
            long thisDay = days.stream().filter(today::equals).count();
            long thisWeek = days.stream()
                    .filter(day -> monday(day).equals(monday(today)))
                    .count();
            boolean capped = thisDay >= PER_DAY || thisWeek >= PER_WEEK;
            boolean dropped = fate.layer() != null && fate.layer().equals("contact-policy");
            if (fate.layer() == null || dropped || fate.layer().equals("arbitration")) {
                assertThat(dropped)
                        .as("%s: %d today, %d this week: %s", decision.customer(), thisDay, thisWeek, fate)
                        .isEqualTo(capped);
            }
        }

        private static LocalDate monday(LocalDate day) {
            return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        }

        void feedback(ActionIssued about, Feedback.Outcome outcome, long now) {
            switch (outcome) {
                case NOT_DELIVERED -> {
                    if (contact(about).at()
                            >= now - Duration.ofDays(DAYS_GIVEN_BACK).toMillis()) {
                        contacts.remove(about.id());
                    }
                    over.add(about.id());
                }
                case ACCEPTED, REFUSED, EXPIRED, DONE, HANDED_OVER -> over.add(about.id());
                case DELIVERED, OPENED, CLICKED -> {}
            }
        }

        List<ActionIssued> open(Set<String> names, long now) {
            return actions.values().stream()
                    .filter(action -> names.contains(action.customer()))
                    .filter(action -> action.expiresAt().toEpochMilli() > now && !over.contains(action.id()))
                    .toList();
        }

        private static Contact contact(ActionIssued action) {
            return Contact.of(action.time().toEpochMilli(), action.id(), action.strategy(), action.channel());
        }

        /** Whether one that cannot be given back still names its action shows nowhere. */
        private static Contact form(Contact contact, long now) {
            return contact.at() < now - Duration.ofDays(DAYS_GIVEN_BACK).toMillis() ? contact.settled() : contact;
        }

        void compare(World world, long now) {
            long kept = now - Duration.ofDays(DAYS_KEPT).toMillis();
            customers().forEach((remaining, names) -> {
                for (String name : names) {
                    if (!name.equals(remaining)) {
                        assertThat(world.record(name).contacts()).isEmpty();
                        assertThat(world.record(name).openActions()).isEmpty();
                    }
                }
                CustomerState state = world.record(remaining);
                List<Contact> expected = new ArrayList<>();
                contacts.values().stream()
                        .filter(action -> names.contains(action.customer())
                                && contact(action).at() >= kept)
                        .map(action -> form(contact(action), now))
                        .forEach(expected::add);
                List<Contact> actual = state.contacts().stream()
                        .filter(contact -> contact.at() >= kept)
                        .map(contact -> form(contact, now))
                        .toList();
                assertThat(actual).as(remaining).containsExactlyInAnyOrderElementsOf(expected);
                assertThat(state.openActions().stream()
                                .filter(open -> open.expiresAt() > now)
                                .map(OpenAction::id)
                                .toList())
                        .as(remaining)
                        .containsExactlyInAnyOrderElementsOf(
                                open(names, now).stream().map(ActionIssued::id).toList());
            });
        }
    }
}
