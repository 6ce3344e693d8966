package io.motengine.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.cli.job.Tallies;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AccountTest {
    private final RowAccount rows = new RowAccount("a.csv");

    private Account account(long decided) {
        return account(decided, false);
    }

    private Account account(long decided, boolean shared) {
        rows.event();
        rows.event();
        rows.event();
        rows.skipped("a reason");
        return new Account(
                List.of(rows),
                new Tallies(Map.of("decided", decided, "duplicates", 1L, "skipped", 1L, "skipped.anonymous", 1L)),
                shared);
    }

    @Test
    void balances_whenEveryEventHasEnded() {
        Account account = account(1);

        assertThat(account.balances()).isTrue();
        assertThat(account.lines())
                .contains(
                        "a.csv",
                        "  rows                4",
                        "  events              3",
                        "  left out: a reason  1",
                        "  anonymous  1",
                        "The account balances: decided + duplicates + skipped + dead letters = events.");
    }

    @Test
    void balancesWithOthers_onlyWhereTopicsAreShared() {
        assertThat(account(3, false).balances()).isFalse();
    }

    @Test
    void namesTheOthers_whereTopicsAreShared() {
        Account account = account(3, true);

        assertThat(account.balances()).isTrue();
        assertThat(account.lines())
                .contains("  others on the topics  2")
                .contains("The account balances: decided + duplicates + skipped + dead letters = events"
                        + " + others on the topics.");
    }

    @Test
    void addsWhatTheJobToldItself() {
        rows.event();
        Account account = new Account(
                List.of(rows), new Tallies(Map.of("decided", 3L, "skipped", 1L, "told", 5L, "heard", 3L)), false);

        assertThat(account.balances()).isTrue();
        assertThat(account.lines())
                .contains("  told by the job itself  3", "  told and not heard yet  2")
                .contains("The account balances: decided + duplicates + skipped + dead letters = events"
                        + " + told by the job itself.");
    }

    @Test
    void doesNotBalance_whenOneIsMissing() {
        Account account = account(0);

        assertThat(account.balances()).isFalse();
        assertThat(account.lines()).anyMatch(line -> line.startsWith("THE ACCOUNT DOES NOT BALANCE: 3 events, but 2"));
    }
}
