package io.motengine.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.state.CustomerState;
import io.motengine.engine.state.CustomerStateCodec;
import io.motengine.schemas.action.ActionIssued;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Waves: day 1, 3 and 7 after a stage began, until the goal is met. */
final class WavesTest {
    private static final Instant NOON = Bank.NOON;

    private static TestRelease release(String days, String audience) {
        return new TestRelease().with("strategies/bind-card.yaml", """
                id: bind-card
                name: Bind the card
                owner: test
                waves: { stage: fresh, days: %s }
                %scontent: greeting
                priority: 50
                ladder: [push, person]
                goal: { event: app.click.v1, where: { page: [card], action: [bound] }, class: customers, within: 30d }
                maxAge: 24h
                expiresAfter: 1d
                valid: { until: 2099-12-31 }
                """.formatted(
                        days, audience == null ? "" : "audience: " + audience + "\n"));
    }

    @Test
    void proposesOnEachOfItsDays_once() {
        try (Bank bank = new Bank(release("[1, 3, 7]", null).compile())) {
            bank.profile(NOON, 5_000);

            assertThat(issued(bank, 30))
                    .containsExactly("fresh@2026-03-10/day-1", "fresh@2026-03-10/day-3", "fresh@2026-03-10/day-7");
        }
    }

    @Test
    void stops_whenTheGoalIsMet() {
        try (Bank bank = new Bank(release("[1, 3, 7]", null).compile())) {
            bank.profile(NOON, 5_000);
            bank.wake(NOON.plus(Duration.ofDays(2)));
            bank.click(NOON.plus(Duration.ofDays(2)), "card", "bound");

            assertThat(issued(bank, 30)).isEmpty();
        }
    }

    @Test
    void goesOn_whenSomethingElseWasDone() {
        try (Bank bank = new Bank(release("[1, 3, 7]", null).compile())) {
            bank.profile(NOON, 5_000);
            bank.wake(NOON.plus(Duration.ofDays(2)));
            bank.click(NOON.plus(Duration.ofDays(2)), "card", "view");

            assertThat(issued(bank, 30)).hasSize(2);
        }
    }

    @Test
    void asksEachTimeWhetherTheCustomerIsInTheAudience() {
        try (Bank bank =
                new Bank(release("[1, 3, 7]", "labels contains \"vip\"").compile())) {
            bank.profile(NOON, 5_000);
            bank.wake(NOON.plus(Duration.ofDays(2)));
            bank.profile(NOON.plus(Duration.ofDays(2)), "{\"labels\":[\"vip\"]}");
            bank.wake(NOON.plus(Duration.ofDays(4)));
            bank.profile(NOON.plus(Duration.ofDays(4)), "{\"labels\":[]}");

            assertThat(issued(bank, 30)).isEmpty();
            assertThat(bank.state.contacts()).as("day 3 only").hasSize(1);
        }
    }

    @Test
    void ends_withItsStage() {
        try (Bank bank = new Bank(release("[1, 3, 7]", null).compile())) {
            bank.profile(NOON, 5_000);
            bank.wake(NOON.plus(Duration.ofDays(2)));
            bank.profile(NOON.plus(Duration.ofDays(2)), 500_000);

            assertThat(issued(bank, 30)).isEmpty();
        }
    }

    @Test
    void survivesARestart_andARuleChange() throws IOException {
        CustomerState saved;
        try (Bank bank = new Bank(release("[1, 3, 7]", null).compile())) {
            bank.profile(NOON, 5_000);
            bank.wake(NOON.plus(Duration.ofDays(4)));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            CustomerStateCodec.write(bank.state, new DataOutputStream(bytes));
            saved = CustomerStateCodec.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        }
        try (Bank bank = new Bank(release("[1, 3, 5, 9]", null).compile(), saved)) {
            bank.reconsider();

            assertThat(issued(bank, 30)).containsExactly("fresh@2026-03-10/day-5", "fresh@2026-03-10/day-9");
        }
    }

    /** Wakes the customer whenever something is due, as the shell does, and collects what is issued. */
    private static List<String> issued(Bank bank, int days) {
        List<String> instances = new ArrayList<>();
        long end = NOON.plus(Duration.ofDays(days)).toEpochMilli();
        while (bank.state.nextDue() <= end) {
            bank.wake(Instant.ofEpochMilli(bank.state.nextDue())).issued().stream()
                    .map(ActionIssued::momentInstance)
                    .forEach(instances::add);
        }
        return instances;
    }
}
