package io.motengine.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.cli.simulator.Story;
import io.motengine.schemas.action.ActionCancelled;
import io.motengine.schemas.customer.CustomerView;
import io.motengine.schemas.money.Money;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class StoryBoardTest {
    /** 07:00 in Shanghai. */
    private static final Instant START = Instant.parse("2025-03-09T23:00:00Z");

    private final StoryBoard board = new StoryBoard(
            List.of(new Story("bring", "QIN", Set.of(), List.of(), List.of())), START, ZoneId.of("Asia/Shanghai"));

    private static CustomerView view(String customer, int minutes, String state, Money toGo) {
        return new CustomerView(
                "v" + minutes,
                customer,
                START.plusSeconds(60L * minutes),
                "B",
                "rising",
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(new CustomerView.Grant("voucher", state, toGo)),
                List.of(),
                "r");
    }

    private static ActionCancelled cancelled(String channel, int minutes) {
        return new ActionCancelled(
                "c-" + channel, START.plusSeconds(60L * minutes), "QIN", "a-" + channel, channel, "s", "goal-met");
    }

    @Test
    void tellsACourse_byTime_andOnceOnly() {
        board.take(cancelled("sms", 30));
        board.take(cancelled("rm-task", 30));
        board.take(cancelled("rm-task", 30));
        board.take(view("QIN", 10, "granted", Money.of("40000", "CNY")));
        board.take(view("QIN", 20, "granted", Money.of("40000", "CNY")));
        board.take(view("QIN", 30, "redeemed", null));
        board.take(cancelled("early", -24 * 60));

        assertThat(board.lines())
                .containsExactly("story bring, QIN: 03-09 07:00 early cancelled (goal-met) → 07:10 voucher 40,000 to go"
                        + " → 07:30 voucher redeemed, rm-task cancelled (goal-met), sms cancelled (goal-met)");
    }

    @Test
    void tellsOfNobodyElse() {
        board.take(view("C1", 10, "granted", Money.of("40000", "CNY")));

        assertThat(board.lines()).containsExactly("story bring, QIN: nothing yet");
    }
}
