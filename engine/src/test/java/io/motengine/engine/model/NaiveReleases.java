package io.motengine.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.features.FeatureSet;
import io.motengine.engine.features.NaiveFeatures;
import io.motengine.engine.patterns.Completed;
import io.motengine.engine.patterns.NaivePatterns;
import io.motengine.engine.patterns.PatternSpec;
import io.motengine.engine.state.CustomerState;
import io.motengine.schemas.decision.DecisionRecord;
import io.motengine.schemas.decision.DecisionRecord.PatternRetracted;
import io.motengine.schemas.event.AppClick;
import io.motengine.schemas.event.CreditApplicationChanged;
import io.motengine.schemas.event.HoldingUpdated;
import io.motengine.schemas.event.ProfileUpdated;
import io.motengine.schemas.event.TransactionPosted;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One customer under releases that follow each other, slow and obvious: keeps every event in the order of arrival, and when each
 * thing that a release declares was first declared without a break; looks at every day for what is due.
 */
final class NaiveReleases {
    private static final ZoneId ZONE = ZoneId.of(Variant.ZONE);

    final Set<String> ticks = new TreeSet<>();
    private final Set<String> waves = new TreeSet<>();
    private final World world;
    private final List<Happened> arrived = new ArrayList<>();
    private final Set<String> known = new TreeSet<>();
    private final Map<String, Begun> begun = new HashMap<>();
    private final Map<String, Integer> patternsFrom = new HashMap<>();
    private final Map<String, Set<String>> standing = new TreeMap<>();
    private final Map<String, HoldingUpdated> holdings = new TreeMap<>();
    private Variant release;
    private long clock = Long.MIN_VALUE;
    private long processed = Long.MIN_VALUE;
    private long highWater = Long.MIN_VALUE;
    private String stage = "";
    private LocalDate stageSince;
    private boolean goalMet;
    private LocalDate birth;
    private LocalDate opened;

    /**
     * Since when a feature's figure is kept.
     *
     * @param arrivals how many events had arrived by then
     * @param since the day, or null if it has been kept from the beginning
     * @param lost the day before which a window was too short to keep anything, or null
     */
    private record Begun(int arrivals, LocalDate since, LocalDate lost) {}

    NaiveReleases(World world, Variant release) {
        this.world = world;
        this.release = release;
        release.features().keySet().forEach(id -> begun.put(id, new Begun(0, null, null)));
        release.patterns().keySet().forEach(id -> patternsFrom.put(id, 0));
    }

    void change(Variant next) {
        release.features().keySet().forEach(this::forget);
        begun.keySet().retainAll(next.features().keySet());
        LocalDate today = clock == Long.MIN_VALUE ? null : ReleaseChangesTest.day(Math.max(clock, highWater) + 1);
        for (String id : next.features().keySet()) {
            begun.putIfAbsent(id, new Begun(arrived.size(), today, null));
        }
        for (Map.Entry<String, PatternSpec> pattern : release.patterns().entrySet()) {
            if (!pattern.getValue().equals(next.patterns().get(pattern.getKey()))) {
                compare(pattern.getValue());
                patternsFrom.remove(pattern.getKey());
                standing.remove(pattern.getKey());
            }
        }
        next.patterns().keySet().forEach(id -> patternsFrom.putIfAbsent(id, arrived.size()));
        release = next;
    }

    /** A window lets go of what is before it. */
    private void forget(String id) {
        if (highWater != Long.MIN_VALUE) {
            LocalDate lost = ReleaseChangesTest.day(highWater)
                    .minusDays(release.features().get(id) - 1);
            begun.compute(id, (key, of) -> new Begun(of.arrivals(), of.since(), later(of.lost(), lost)));
        }
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a == null || (b != null && b.isAfter(a)) ? b : a;
    }

    void wake(long at) {
        processed = Math.max(processed, at);
        List<String> expected = clock == Long.MIN_VALUE ? List.of() : due(at);
        world.decisions.clear();
        world.wake("c1", at);
        List<String> told = new ArrayList<>();
        for (DecisionRecord decision : world.decisions) {
            if (decision.cause().source().equals("tick")) {
                told.add(decision.cause().eventId() + waves(decision));
                assertThat(ticks.add(decision.cause().eventId()))
                        .as("a second time")
                        .isTrue();
            }
        }
        assertThat(told).as("at %s", world.release.id()).isEqualTo(expected);
        if (!world.decisions.isEmpty()) {
            enter(null, null);
        }
        hear();
    }

    private String waves(DecisionRecord decision) {
        StringBuilder text = new StringBuilder();
        decision.candidates().stream()
                .filter(fate -> fate.strategy().equals("bind"))
                .forEach(fate -> {
                    assertThat(fate.fate()).isEqualTo("issued");
                    assertThat(waves.add(fate.instance())).as("a second time").isTrue();
                    text.append(' ').append(fate.instance());
                });
        return text.toString();
    }

    /** Day by day: is there a reason to look at the customer, and which wave goes out? */
    private List<String> due(long at) {
        List<String> due = new ArrayList<>();
        long from = clock;
        for (LocalDate day = ReleaseChangesTest.day(from);
                !day.isAfter(ReleaseChangesTest.day(at));
                day = day.plusDays(1)) {
            long tick = day.atTime(8, 0).atZone(ZONE).toInstant().toEpochMilli();
            if (tick > from && tick <= at) {
                String wave = wave(day);
                if (!wave.isEmpty() || isLookedAt(day)) {
                    due.add(day + wave);
                    clock = tick;
                }
            }
        }
        return due;
    }

    private String wave(LocalDate day) {
        if (!stage.equals("fresh") || goalMet) {
            return "";
        }
        int days = (int) ChronoUnit.DAYS.between(stageSince, day);
        return release.waves().contains(days) ? " fresh@" + stageSince + "/day-" + days : "";
    }

    private boolean isLookedAt(LocalDate day) {
        boolean silent = highWater != Long.MIN_VALUE
                && release.silence().stream()
                        .anyMatch(days ->
                                ReleaseChangesTest.day(highWater).plusDays(days).equals(day));
        boolean birthday =
                birth != null && birth.getMonth() == day.getMonth() && birth.getDayOfMonth() == day.getDayOfMonth();
        boolean anniversary = opened != null && opened.plusDays(5).equals(day);
        boolean matures = holdings.values().stream()
                .filter(held -> held.status() == HoldingUpdated.Status.ACTIVE
                        && held.family().equals("wealth"))
                .anyMatch(held -> release.maturity().stream()
                        .anyMatch(days -> held.maturesOn().minusDays(days).equals(day)));
        return silent || birthday || anniversary || matures;
    }

    void take(Happened happened) {
        world.decisions.clear();
        world.take(happened.event());
        if (known.add(happened.id())) {
            arrived.add(happened);
            note(happened);
        }
        hear();
        assertThat(world.record("c1").stage()).isEqualTo(stage);
    }

    private void note(Happened happened) {
        boolean drives = happened.body() instanceof AppClick || happened.body() instanceof TransactionPosted;
        if (drives || clock == Long.MIN_VALUE) {
            clock = Math.max(clock, happened.time());
        }
        if (drives) {
            highWater = Math.max(highWater, happened.time());
        }
        if (happened.body() instanceof HoldingUpdated held) {
            holdings.put(held.holdingId(), held);
        } else if (happened.body() instanceof ProfileUpdated profile) {
            birth = profile.birthDate();
            opened = profile.openedOn() == null ? opened : profile.openedOn();
        }
        String page = happened.body() instanceof AppClick click ? click.page() : "";
        enter(page.equals("open") ? "fresh" : page.equals("settle") ? "settled" : null, happened);
        if (page.equals("goal") && stage.equals("fresh") && !release.waves().isEmpty()) {
            goalMet = true;
        }
    }

    private void enter(String concluded, Happened because) {
        String next = release.next(stage, concluded);
        if (!next.equals(stage)) {
            stage = next;
            stageSince = because == null ? null : ReleaseChangesTest.day(because.time());
            goalMet = false;
        }
    }

    private void hear() {
        for (DecisionRecord decision : world.decisions) {
            if (decision.cause().kind().equals("due")) {
                clock = Math.max(clock, decision.cause().time().toEpochMilli());
            }
            for (PatternRetracted gone : decision.retracted()) {
                assertThat(standing.getOrDefault(gone.pattern(), new TreeSet<>())
                                .removeIf(one -> one.equals(gone.instance()) || one.startsWith(gone.instance() + "#")))
                        .as("taken back without having been raised: %s", gone)
                        .isTrue();
            }
            decision.moments().stream()
                    .filter(moment -> release.patterns().containsKey(moment.moment()))
                    .forEach(moment -> assertThat(standing.computeIfAbsent(moment.moment(), id -> new TreeSet<>())
                                    .add(moment.instance()))
                            .as("raised twice: %s", moment)
                            .isTrue());
        }
        world.decisions.clear();
    }

    void comparePatterns() {
        release.patterns().values().forEach(this::compare);
    }

    private void compare(PatternSpec pattern) {
        List<io.motengine.engine.patterns.Told> steps = new ArrayList<>();
        arrived.subList(patternsFrom.get(pattern.id()), arrived.size()).stream()
                .filter(one -> one.body() instanceof AppClick || one.body() instanceof CreditApplicationChanged)
                .forEach(one -> steps.add(one.forPatterns()));
        TreeSet<String> expected = new TreeSet<>();
        for (Completed one : NaivePatterns.of(pattern, steps)) {
            if (one.at() <= processed) {
                expected.add(
                        one.pattern() + "/" + one.instance() + (one.subject().isEmpty() ? "" : "#" + one.subject()));
            }
        }
        assertThat(standing.getOrDefault(pattern.id(), Set.of()))
                .as(pattern.id())
                .isEqualTo(expected);
    }

    /**
     * Whatever says that it is complete is what all events ever make of it. Whatever is not says since when it counts, which is no
     * later than it must be, and is what has arrived, or happened, since.
     */
    void compareFeatures() {
        CustomerState state = world.record("c1");
        if (highWater == Long.MIN_VALUE) {
            return;
        }
        long at = Math.max(clock, highWater);
        FeatureSet.Snapshot snapshot = world.release.features().at(at, state.features(), state.since());
        Map<String, String> texts = snapshot.texts();
        assertThat(texts.keySet()).isEqualTo(release.features().keySet());
        LocalDate first = ReleaseChangesTest.day(
                arrived.stream().mapToLong(Happened::time).min().orElseThrow());
        for (String id : release.features().keySet()) {
            forget(id);
            Begun of = begun.get(id);
            Object value = snapshot.value(id);
            int since = texts.get(id).indexOf(" (since ");
            if (since < 0) {
                assertThat(value).as("%s, complete", id).isEqualTo(naive(id, arrived, at));
                continue;
            }
            LocalDate said = LocalDate.parse(
                    texts.get(id).substring(since + 8, texts.get(id).length() - 1));
            assertThat(said).as("%s: %s", id, of).isBeforeOrEqualTo(later(later(of.since(), first), of.lost()));
            if (!id.equals("outflowNorm")) {
                List<Happened> counted = arrived.subList(of.arrivals(), arrived.size());
                List<Happened> whole = counted.stream()
                        .filter(one -> !ReleaseChangesTest.day(one.time()).isBefore(said))
                        .toList();
                assertThat(value)
                        .as("%s since %s: %s", id, said, of)
                        .isIn(naive(id, counted, at), naive(id, whole, at));
            }
        }
    }

    private Object naive(String id, List<Happened> events, long at) {
        NaiveFeatures naive = new NaiveFeatures(ZONE);
        events.stream()
                .filter(one -> one.body() instanceof AppClick || one.body() instanceof TransactionPosted)
                .forEach(one -> naive.add(one.forFeatures()));
        return naive.value(release.feature(id), at, Long.MIN_VALUE);
    }
}
