package io.motengine.engine.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each sentence of the guide on patterns. Times are minutes; {@code a}, {@code b} and {@code c} are pages. */
final class PatternSetTest {
    private static final long MINUTE = 60_000;
    private static final long DAY = 24 * 60;

    private int told;

    private Told told(String what, long minute) {
        return told(what, "", minute);
    }

    private Told told(String what, String product, long minute) {
        return new Told(what, product, minute * MINUTE, "/t/" + what + product + "@" + minute + "#" + told++);
    }

    private static PatternSpec pattern(String unless, long minutes, int limit, PatternSpec.Step... steps) {
        return new PatternSpec(
                "p",
                List.of(steps),
                unless == null ? null : step(unless),
                Duration.ofMinutes(minutes),
                "productId",
                limit,
                false);
    }

    private static PatternSpec.Step step(String words) {
        return RandomPatterns.step(words, 1);
    }

    private static List<String> begunBy(Changes changes) {
        return changes.completed().stream()
                .map(done -> done.instance().replaceAll("/t/|#.*", "") + ">" + done.at() / MINUTE)
                .toList();
    }

    private static List<String> begunBy(List<Completed> due) {
        return begunBy(new Changes(due, List.of()));
    }

    @Test
    void completesASequence_atItsLastStep_whateverLiesBetween() {
        Customer customer = new Customer(pattern(null, 10, 1, step("a"), step("b"), step("c")));

        assertThat(begunBy(customer.take(told("a", 0)))).isEmpty();
        assertThat(begunBy(customer.take(told("c", 1)))).isEmpty();
        assertThat(begunBy(customer.take(told("b", 2)))).isEmpty();
        assertThat(begunBy(customer.take(told("b", 3)))).isEmpty();
        assertThat(begunBy(customer.take(told("c", 10)))).containsExactly("a@0>10");
        assertThat(begunBy(customer.take(told("c", 10)))).isEmpty();
    }

    @Test
    void completesNothing_whenTheLastStepComesTooLate() {
        Customer customer = new Customer(pattern(null, 10, 1, step("a"), step("b")));
        customer.take(told("a", 0));

        assertThat(begunBy(customer.take(new Told("b", "", 10 * MINUTE + 1, "/t/b"))))
                .isEmpty();
    }

    @Test
    void countsFromTheLatestStart() {
        Customer customer = new Customer(pattern(null, 10, 1, step("a"), step("b")));
        customer.take(told("a", 0));
        customer.take(told("a", 5));

        assertThat(begunBy(customer.take(told("b", 12)))).containsExactly("a@5>12");
    }

    @Test
    void completesARepetition_andBeginsAfresh() {
        Customer customer = new Customer(pattern(null, DAY, 1, RandomPatterns.step("a", 3)));
        List<String> completed = new ArrayList<>();

        for (long minute = 1; minute <= 7; minute++) {
            completed.addAll(begunBy(customer.take(told("a", minute))));
        }

        assertThat(completed).containsExactly("a@1>3", "a@4>6");
    }

    @Test
    void completesARepetition_whenOldOnesHaveFallenOutOfTheWindow() {
        Customer customer = new Customer(pattern(null, DAY, 1, RandomPatterns.step("a", 3)));
        customer.take(told("a", 0));
        customer.take(told("a", DAY));
        assertThat(begunBy(customer.take(told("a", DAY + 1)))).isEmpty();

        assertThat(begunBy(customer.take(told("a", 2 * DAY)))).containsExactly("a@1440>2880");
    }

    @Test
    void takesAChainOneStepOn_whenAnEventIsSeveralSteps() {
        Customer customer = new Customer(pattern(null, 10, 1, step("ab"), step("ab"), step("b")));

        assertThat(begunBy(customer.take(told("b", 0)))).isEmpty();
        assertThat(begunBy(customer.take(told("b", 1)))).isEmpty();
        assertThat(begunBy(customer.take(told("b", 2)))).containsExactly("b@0>2");
    }

    @Test
    void completesAnAbsence_atTheEndOfTheWait_beforeTheEventsOfThatInstant() {
        Customer customer = new Customer(pattern("b", 10, 1, step("a")));
        customer.take(told("a", 0));
        assertThat(customer.wake(10 * MINUTE - 1)).isEmpty();

        assertThat(begunBy(customer.takeWithoutDue(told("b", 10)))).containsExactly("a@0>10");
        assertThat(customer.retractions).isZero();
    }

    @Test
    void completesNoAbsence_whenWhatWasWaitedForCame() {
        Customer customer = new Customer(pattern("b", 10, 1, step("a")));
        customer.take(told("a", 0));
        customer.take(told("b", 9));

        assertThat(customer.wake(DAY * MINUTE)).isEmpty();
    }

    @Test
    void waitsFromTheLatestStart_whenTheStepsAreDoneAgain() {
        Customer customer = new Customer(pattern("c", 10, 1, step("a"), step("b")));
        customer.take(told("a", 0));
        customer.take(told("b", 3));
        customer.take(told("a", 5));
        customer.take(told("b", 6));

        assertThat(begunBy(customer.wake(DAY * MINUTE))).containsExactly("a@5>15");
    }

    @Test
    void completesAtOnce_whenTheLastStepComesAtTheVeryEndOfTheWait() {
        Customer customer = new Customer(pattern("c", 10, 1, step("a"), step("b")));
        customer.take(told("a", 0));

        assertThat(begunBy(customer.take(told("b", 10)))).containsExactly("a@0>10");
    }

    @Test
    void preventsStepsTooThatAreNotAllDone() {
        Customer customer = new Customer(pattern("c", 10, 1, step("a"), step("b")));
        customer.take(told("a", 0));
        customer.take(told("c", 1));
        customer.take(told("b", 2));

        assertThat(customer.wake(DAY * MINUTE)).isEmpty();
    }

    @Test
    void beginsAnew_withTheEventThatPrevents_ifItIsAStepToo() {
        Customer customer = new Customer(pattern("ab", 10, 1, step("a")));
        customer.take(told("a", 0));
        customer.take(told("a", 5));

        assertThat(begunBy(customer.wake(DAY * MINUTE))).containsExactly("a@5>15");
    }

    @Test
    void keepsProductsApart() {
        Customer customer = new Customer(pattern("b", 10, 5, step("a")));
        customer.take(told("a", "p1", 0));
        customer.take(told("a", "p2", 1));
        customer.take(told("b", "p1", 2));

        List<Completed> due = customer.wake(DAY * MINUTE);

        assertThat(begunBy(due)).containsExactly("ap2@1>11");
        assertThat(due.get(0).subject()).isEqualTo("p2");
    }

    @Test
    void givesUpTheOldest_whenTooManyAreUnderWay() {
        Customer customer = new Customer(pattern("b", 10, 2, step("a")));
        customer.take(told("a", "p1", 0));
        customer.take(told("a", "p2", 1));
        customer.take(told("a", "p1", 2));
        customer.take(told("a", "p3", 3));

        assertThat(begunBy(customer.wake(DAY * MINUTE))).containsExactly("ap1@2>12", "ap3@3>13");
    }

    @Test
    void retractsAnAbsence_whenALateEventWouldHavePreventedIt() {
        Customer customer = new Customer(pattern("b", 10, 1, step("a")));
        Told opening = told("a", 0);
        customer.take(opening);
        customer.wake(60 * MINUTE);
        customer.take(told("c", 300));

        Changes changes = customer.take(told("b", 9));

        assertThat(changes.completed()).isEmpty();
        assertThat(changes.retracted()).containsExactly(new Retracted("p", "", opening.instance()));
    }

    @Test
    void raisesWhatALateEventCompletes_withTheTimeItHad() {
        Customer customer = new Customer(pattern(null, 10, 1, step("a"), step("b")));
        customer.take(told("b", 5));
        customer.take(told("c", 300));

        assertThat(begunBy(customer.take(told("a", 1)))).containsExactly("a@1>5");
    }

    @Test
    void raisesNothingPast_forAnEventOlderThanTheAllowance_butWaitsFromIt() {
        Customer customer = new Customer(
                new PatternSpec("short", List.of(step("x")), step("y"), Duration.ofMinutes(10), null, 1, false),
                new PatternSpec("long", List.of(step("x")), step("y"), Duration.ofDays(2), null, 1, false));
        customer.take(told("c", DAY));

        assertThat(begunBy(customer.add(told("x", "p1", 0)))).isEmpty();
        assertThat(begunBy(customer.wake(10 * DAY * MINUTE))).containsExactly("xp1@0>2880");
    }

    @Test
    void beginsAnew_whenASourceGivesANameASecondTime() {
        Customer customer = new Customer(pattern("b", 10, 1, step("a")));
        customer.take(new Told("a", "", 0, "/t/same"));
        assertThat(begunBy(customer.wake(DAY * MINUTE))).containsExactly("same>10");
        customer.standing.clear();

        customer.take(new Told("a", "", 2 * DAY * MINUTE, "/t/same"));

        assertThat(begunBy(customer.wake(3 * DAY * MINUTE))).containsExactly("same>2890");
    }

    @Test
    void tellsServiceFromOtherWaits() {
        PatternSpec service =
                new PatternSpec("s", List.of(step("a")), step("b"), Duration.ofMinutes(20), null, 1, true);
        PatternSpec other = new PatternSpec("o", List.of(step("a")), step("b"), Duration.ofMinutes(10), null, 1, false);
        PatternSet set = new PatternSet(
                List.of(service, other), io.motengine.engine.events.EventClasses::of, RandomPatterns.ALLOWANCE);
        PatternMemory memory = new PatternMemory();
        set.meet(memory);
        Told opening = told("a", 0);
        set.add(opening.type(), opening.body(), 0, opening::instance, 0, 0, memory);

        assertThat(set.nextDue(memory, true)).isEqualTo(20 * MINUTE);
        assertThat(set.nextDue(memory, false)).isEqualTo(10 * MINUTE);
        assertThat(begunBy(set.due(30 * MINUTE, memory, true))).containsExactly("a@0>20");
        assertThat(set.nextDue(memory, true)).isEqualTo(Long.MAX_VALUE);
        assertThat(begunBy(set.due(30 * MINUTE, memory))).containsExactly("a@0>10");
    }

    @Test
    void remembersNothing_ofEventsThatNoPatternLooksFor() {
        Customer customer = new Customer(pattern("b", 10, 1, step("a")));

        assertThat(customer.take(told("c", 0))).isSameAs(Changes.NONE);
        assertThat(customer.take(told("x", 0))).isSameAs(Changes.NONE);
        assertThat(customer.written()).hasSize(1);
    }

    @Test
    void staysBounded_whenACustomerClicksAllDay() {
        Customer customer = new Customer(pattern(null, 1, 1, step("a"), step("b")));
        for (int i = 0; i < 2_000; i++) {
            customer.take(new Told("a", "", i * 1_000L, "/t/" + i));
        }

        assertThat(customer.memory.slices().get(0).state().recent()).hasSize(PatternState.MOST_RECENT);
        assertThat(begunBy(customer.take(new Told("b", "", 2_000_000, "/t/b")))).containsExactly("1999>33");
    }

    @Test
    void remembersOnePreventer_ofMany_andPreventsWhatIsToldLate() {
        PatternSpec silence = new PatternSpec("p", List.of(step("a")), step("b"), Duration.ofDays(7), null, 1, false);
        Customer customer = new Customer(silence);
        for (int minute = 10; minute <= 300; minute += 10) {
            customer.take(told("b", minute));
        }
        assertThat(customer.memory.slices().get(0).state().recent()).hasSize(1);

        customer.add(told("a", 15));
        customer.add(told("a", 301));

        assertThat(begunBy(customer.wake(8 * DAY * MINUTE))).containsExactly("a@301>" + (301 + 7 * DAY));
    }
}
