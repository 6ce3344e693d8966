package io.motengine.engine.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.release.Calendar;
import io.motengine.engine.release.Calendar.Anchor;
import io.motengine.engine.release.Calendar.Wake;
import io.motengine.engine.state.CustomerState;
import io.motengine.engine.state.HeldProduct;
import io.motengine.engine.waves.WaveSet;
import io.motengine.schemas.event.ProfileUpdated;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class TicksTest {
    private static final LocalDate START = LocalDate.parse("2026-01-01");
    private static final int HORIZON_DAYS = 1_200;
    private static final Map<String, List<LocalDate>> FESTIVALS = Map.of(
            "spring", List.of(LocalDate.parse("2027-02-06"), LocalDate.parse("2026-02-17")),
            "autumn", List.of(LocalDate.parse("2026-09-25")));

    @Test
    void wakeOnTheBirthday_andAWeekBefore_everyYear() {
        Ticks ticks =
                ticks("Asia/Shanghai", "08:00", new Wake(Anchor.BIRTHDAY, null, null, null, List.of(0, 7), false));
        CustomerState state = customer("1990-01-03", null);

        long first = ticks.next(state, time("2025-12-20T00:00:00Z"), false);
        long second = ticks.next(state, first, false);
        long third = ticks.next(state, second, false);

        assertThat(Instant.ofEpochMilli(first)).isEqualTo("2025-12-27T00:00:00Z");
        assertThat(Instant.ofEpochMilli(second)).isEqualTo("2026-01-03T00:00:00Z");
        assertThat(Instant.ofEpochMilli(third)).isEqualTo("2026-12-27T00:00:00Z");
    }

    @Test
    void wakeAfterAMaturity_ifTheProductIsStillHeld() {
        Ticks ticks = ticks(
                "Asia/Shanghai",
                "08:00",
                new Wake(Anchor.HOLDING_MATURITY, List.of("wealth"), null, null, List.of(3, -7), false));
        CustomerState state = customer(null, null);
        state.holdings().put("h", held("wealth", "2026-05-10", true));
        state.holdings().put("other", held("loan", "2026-05-01", true));

        long before = ticks.next(state, time("2026-05-01T00:00:00Z"), false);
        long idle = ticks.next(state, before, false);

        assertThat(Instant.ofEpochMilli(before)).isEqualTo("2026-05-07T00:00:00Z");
        assertThat(Instant.ofEpochMilli(idle)).isEqualTo("2026-05-17T00:00:00Z");
        state.holdings().put("h", held("wealth", "2026-05-10", false));
        assertThat(ticks.next(state, before, false)).isEqualTo(CustomerState.NEVER);
    }

    @Test
    void wakeForTheFestivalsNamed_only() {
        Ticks ticks = ticks(
                "Asia/Shanghai", "08:00", new Wake(Anchor.FESTIVAL, null, List.of("autumn"), null, List.of(7), false));

        long first = ticks.next(customer(null, null), time("2026-01-01T00:00:00Z"), false);

        assertThat(Instant.ofEpochMilli(first)).isEqualTo("2026-09-18T00:00:00Z");
        assertThat(ticks.next(customer(null, null), first, false)).isEqualTo(CustomerState.NEVER);
    }

    @Test
    void wakeNobody_forDatesThatAreNotKnown() {
        Ticks ticks = ticks(
                "Asia/Shanghai",
                "08:00",
                new Wake(Anchor.BIRTHDAY, null, null, null, List.of(0), false),
                new Wake(Anchor.ACCOUNT_ANNIVERSARY, null, null, null, List.of(0), false),
                new Wake(Anchor.ACCOUNT_OPENING, null, null, null, List.of(4), false),
                new Wake(Anchor.SILENCE, null, null, null, List.of(90), false));

        assertThat(ticks.next(customer(null, null), 0, false)).isEqualTo(CustomerState.NEVER);
    }

    @Property
    void wakeAtTheFirstTickOfADayThatMatters(
            @ForAll("wakes") List<Wake> wakes,
            @ForAll @IntRange(min = -800, max = 400) int born,
            @ForAll @IntRange(min = -800, max = 400) int opened,
            @ForAll @IntRange(min = -100, max = 100) int active,
            @ForAll @IntRange(min = -100, max = 500) int matures,
            @ForAll @IntRange(min = 0, max = 700 * 24 * 60) int minutes,
            @ForAll boolean shanghai) {
        String zone = shanghai ? "Asia/Shanghai" : "Europe/Berlin";
        // In Berlin the tick falls into the hour that is skipped in spring and comes twice in autumn.
        Ticks ticks = ticks(zone, "02:30", wakes.toArray(Wake[]::new));
        CustomerState state =
                customer(START.plusDays(born).toString(), START.plusDays(opened).toString());
        state.active(START.plusDays(active)
                .atTime(23, 59)
                .atZone(ZoneId.of(zone))
                .toInstant()
                .toEpochMilli());
        state.holdings().put("h", held("wealth", START.plusDays(matures).toString(), true));
        Instant after = START.atStartOfDay(ZoneId.of("UTC")).toInstant().plus(minutes, ChronoUnit.MINUTES);

        long expected = CustomerState.NEVER;
        for (int i = -1; i < HORIZON_DAYS && expected == CustomerState.NEVER; i++) {
            LocalDate day = after.atZone(ZoneId.of(zone)).toLocalDate().plusDays(i);
            Instant tick = day.atTime(2, 30).atZone(ZoneId.of(zone)).toInstant();
            if (tick.isAfter(after) && matters(day, wakes, born, opened, active, matures)) {
                expected = tick.toEpochMilli();
            }
        }

        assertThat(ticks.next(state, after.toEpochMilli(), false)).isEqualTo(expected);
    }

    private static boolean matters(LocalDate day, List<Wake> wakes, int born, int opened, int active, int matures) {
        for (Wake wake : wakes) {
            for (int days : wake.days()) {
                boolean matters =
                        switch (wake.on()) {
                            case HOLDING_MATURITY -> day.plusDays(days).equals(START.plusDays(matures));
                            case ACCOUNT_OPENING -> day.minusDays(days).equals(START.plusDays(opened));
                            case SILENCE -> day.minusDays(days).equals(START.plusDays(active));
                            case BIRTHDAY -> isAnniversary(START.plusDays(born), day.plusDays(days));
                            case ACCOUNT_ANNIVERSARY -> isAnniversary(START.plusDays(opened), day.plusDays(days));
                            case FESTIVAL ->
                                FESTIVALS.entrySet().stream()
                                        .filter(festival -> wake.names().isEmpty()
                                                || wake.names().contains(festival.getKey()))
                                        .anyMatch(
                                                festival -> festival.getValue().contains(day.plusDays(days)));
                            case USUAL_DAY -> throw new AssertionError("not among the wakes of this test");
                        };
                if (matters) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isAnniversary(LocalDate of, LocalDate day) {
        for (int years = 1; years < 9; years++) {
            if (of.plusYears(years).equals(day)) {
                return true;
            }
        }
        return false;
    }

    @Provide
    Arbitrary<List<Wake>> wakes() {
        return Combinators.combine(
                        Arbitraries.of(Anchor.class).filter(on -> on != Anchor.USUAL_DAY),
                        Arbitraries.integers()
                                .between(-100, 366)
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(3),
                        Arbitraries.<List<String>>of(List.of(), List.of("spring"), List.of("autumn")))
                .as((on, days, names) -> new Wake(
                        on,
                        null,
                        on == Anchor.FESTIVAL ? names : null,
                        null,
                        on.ahead() ? days : days.stream().map(Math::abs).toList(),
                        false))
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    /** The salary usually comes on the 31st; from April 2026 on, on the 10th. */
    @Test
    void wakeTwoWorkingDaysAfterTheUsualDay_alsoInTheNextMonth() {
        Ticks ticks =
                ticks("Asia/Shanghai", "08:00", new Wake(Anchor.USUAL_DAY, null, null, "salaryDay", List.of(2), false));
        CustomerState state = customer(null, null);

        long first = ticks.next(state, time("2026-02-04T00:00:00Z"), false);
        long second = ticks.next(state, first, false);
        long third = ticks.next(state, second, false);

        assertThat(Instant.ofEpochMilli(first)).as("after Saturday the 28th").isEqualTo("2026-03-03T00:00:00Z");
        assertThat(Instant.ofEpochMilli(second)).as("as April will tell it").isEqualTo("2026-04-14T00:00:00Z");
        assertThat(Instant.ofEpochMilli(third)).as("after a Sunday").isEqualTo("2026-05-12T00:00:00Z");
    }

    @Test
    void neverWake_whenNoUsualDayIsTold() {
        Ticks ticks =
                ticks("Asia/Shanghai", "08:00", new Wake(Anchor.USUAL_DAY, null, null, "none", List.of(2), false));

        assertThat(ticks.next(customer(null, null), time("2026-02-04T00:00:00Z"), false))
                .isEqualTo(CustomerState.NEVER);
        assertThat(ticks.next(customer(null, null), CustomerState.UNSET, false)).isEqualTo(CustomerState.NEVER);
    }

    private static Ticks ticks(String zone, String tick, Wake... wakes) {
        return new Ticks(
                new Calendar(ZoneId.of(zone), LocalTime.parse(tick), List.of(wakes), null, null, FESTIVALS),
                new WaveSet(List.of(), type -> null),
                (feature, state, at) -> feature.equals("none") ? -1 : at < time("2026-03-31T16:00:00Z") ? 31 : 10);
    }

    private static CustomerState customer(String birthDate, String openedOn) {
        CustomerState state = new CustomerState("c");
        state.profile(state.profile()
                .updated(
                        new ProfileUpdated(
                                null,
                                date(birthDate),
                                date(openedOn),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null),
                        0));
        return state;
    }

    private static HeldProduct held(String family, String maturesOn, boolean active) {
        return new HeldProduct("p", family, null, LocalDate.parse(maturesOn), active, 0);
    }

    private static LocalDate date(String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static long time(String text) {
        return Instant.parse(text).toEpochMilli();
    }
}
