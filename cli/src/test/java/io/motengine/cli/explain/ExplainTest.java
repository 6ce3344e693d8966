package io.motengine.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.cli.CommandRun;
import io.motengine.cli.screen.Width;
import io.motengine.schemas.action.ActionCancelled;
import io.motengine.schemas.codec.ActionCodec;
import io.motengine.schemas.codec.DecisionCodec;
import io.motengine.schemas.decision.DecisionDraft;
import io.motengine.schemas.decision.DecisionRecord;
import io.motengine.schemas.decision.DecisionRecord.CandidateFate;
import io.motengine.schemas.decision.DecisionRecord.CandidateScore;
import io.motengine.schemas.decision.DecisionRecord.Cause;
import io.motengine.schemas.decision.DecisionRecord.MomentRaised;
import io.motengine.schemas.decision.DecisionRecord.ScoreGiven;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people are told, from files as {@code mot replay --out} writes them. */
final class ExplainTest {
    private static final Instant NOON = Instant.parse("2026-03-10T04:00:00Z");
    private static final CandidateScore SCORE = new CandidateScore("1.08", "0.9", "1", "1", "1.2");

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve("decisions.jsonl"))) {
            for (DecisionDraft draft : List.of(
                    decision("d-1", 1).candidates(List.of(issued(), outranked())),
                    decision("d-2", 2).candidates(List.of(withheld())),
                    decision("d-3", 3).candidates(List.of(deferred())),
                    decision("d-4", 4).candidates(List.of(outranked(), stopped())),
                    decision("d-5", 5),
                    decision("d-6", 6).moments(List.of()))) {
                out.write(DecisionCodec.write(draft.record()));
                out.write('\n');
            }
            out.write("{\"half\": \"a-1".getBytes(StandardCharsets.UTF_8));
        }
        try (OutputStream out = Files.newOutputStream(folder.resolve("actions.jsonl"))) {
            out.write(ActionCodec.write(
                    new ActionCancelled("x-1", NOON.plusSeconds(60), "c-1", "a-1", "app-push", "greet", "goal-met")));
        }
    }

    private static DecisionDraft decision(String id, long sequence) {
        Cause cause =
                new Cause("event", "/core", "t-" + sequence, "bank.transaction.posted.v1", NOON, null, sequence == 2);
        return DecisionRecord.draft(id, "c-1", sequence, cause, "r-7", NOON)
                .customer("B", "rising", List.of("payroll"))
                .stageBefore("honeymoon")
                .features(Map.of("inflow7d", "50000.00", "outflow7d", "", "salaries90d", "2 (since 2026-02-01)"))
                .scores(List.of(new ScoreGiven("person-value", "tier", "B", "430000", Map.of("aum", "430000"))))
                .moments(List.of(new MomentRaised("large-inflow", "/core/t-" + sequence, "H-1")));
    }

    private static CandidateFate fate(String strategy, String fate, String layer, String reason, String detail) {
        return new CandidateFate(
                strategy,
                "large-inflow",
                "i",
                fate,
                layer,
                reason,
                detail,
                60,
                null,
                null,
                null,
                SCORE,
                null,
                null,
                null);
    }

    private static CandidateFate issued() {
        return new CandidateFate(
                "greet",
                "large-inflow",
                "i",
                "issued",
                null,
                null,
                null,
                60,
                "app-push",
                "a-1",
                null,
                SCORE,
                0,
                0,
                "BJ-7");
    }

    private static CandidateFate outranked() {
        return fate("save", "dropped", "arbitration", "outranked", "0.8 = … against 1.08 of greet");
    }

    private static CandidateFate withheld() {
        return fate("greet", "withheld", "hold-out", "universal-hold-out", "0.05 of all customers are held out");
    }

    private static CandidateFate deferred() {
        return new CandidateFate(
                "greet",
                "large-inflow",
                "i",
                "deferred",
                "contact-policy",
                "quiet-hours",
                "silent until 2026-03-11T00:00:00Z",
                60,
                "sms",
                "a-2",
                NOON.plusSeconds(72_000),
                SCORE,
                1,
                0,
                null);
    }

    private static CandidateFate stopped() {
        return fate("greet", "dropped", "eligibility", "stopped", "an emergency stop holds");
    }

    private CommandRun explain(String... args) {
        return CommandRun.of("explain", args, "--from", folder.toString());
    }

    @Test
    void tellsOfAnAction_whatItWasFor_andWhatBecameOfIt() {
        CommandRun run = explain("a-1", "--language", "en");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("Decision d-1 on customer c-1, 2026-03-10 ")
                .contains("greet was sent by app-push")
                .contains("the event bank.transaction.posted.v1 \"t-1\" of /core")
                .contains("tier B, stage rising (before: honeymoon), segments: payroll")
                .contains("tier B with 430000 (aum 430000)")
                .contains("inflow7d = 50000.00")
                .doesNotContain("outflow7d")
                .contains("large-inflow (about H-1)")
                .contains("1. greet: sent by app-push (step 1 of its ladder, attempt 1)")
                .contains("score 1.08 = propensity 0.9 × value 1 × context 1 × lever 1.2")
                .contains("as the branch BJ-7 has it")
                .contains("app-push was told that it no longer holds: its goal was met")
                .contains("2. save: dropped by arbitration: another one scored higher")
                .contains("0.8 = … against 1.08 of greet")
                .doesNotContain("d-2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "d-2|on purpose: greet would have been, but the customer is in the bank's control group|本应发出 greet，但客户属于全行对照组",
                "d-3|is looked at again then: it is a time of rest for the customer|再重新判断：处于客户的免打扰时段",
                "d-4|2 strategies were proposed and none could go; of the best, save: another one scored higher|提出了 2 个策略，均未通过",
                "d-4|dropped by eligibility: an emergency stop was in force|被准入拦下：紧急停止生效中",
                "d-5|There was a moment, but no strategy for it has this customer in its audience|识别到时机，但没有面向该客户的策略",
                "d-6|No rule saw a moment of truth|没有规则识别到时机"
            })
    void saysWhyNothingWasSent(String id, String english, String chinese) {
        assertThat(unwrapped(explain(id, "--language", "en").out())).contains(english);
        assertThat(explain(id, "--language", "zh").out().replaceAll("\\n *", ""))
                .contains(chinese);
    }

    @Test
    void speaksOneLanguage_andShowsTimesOfTheZoneAskedFor() {
        String chinese = unwrapped(
                explain("a-1", "--language", "zh", "--zone", "Asia/Shanghai").out());

        assertThat(chinese)
                .contains("salaries90d = 2（自 2026-02-01 起）", "+08:00")
                .doesNotContain("since", "+00:00");
        assertThat(explain("a-1", "--language", "en", "--zone", "Mars").code()).isEqualTo(2);
    }

    private static String unwrapped(String text) {
        return text.replaceAll("\\s+", " ");
    }

    @Test
    void tellsOfAStrategy_whereItWasIssued_elseWhereItWasNewest() {
        assertThat(explain("greet", "--language", "en", "--last", "1").out())
                .contains("Decision d-1 on customer c-1", "greet was sent by app-push")
                .doesNotContain("d-2", "d-3", "d-4");
        assertThat(explain("greet", "--language", "en", "--last", "2").out())
                .contains("Decision d-1 ", "Decision d-4 ")
                .doesNotContain("d-2", "d-3");
    }

    @Test
    void tellsOfACustomer_theNewestDecisionsOnly() {
        CommandRun run = explain("c-1", "--last", "2", "--language", "en");

        assertThat(run.out()).contains("Decision d-5", "Decision d-6").doesNotContain("Decision d-4");
    }

    @Test
    void saysWhatWasSearched_whenNothingIsFound() {
        CommandRun run = explain("c-9", "--language", "en");

        assertThat(run.code()).isOne();
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("c-9: nothing found among 7 decisions of " + folder)
                .doesNotContain("\tat ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "c-1 --from nowhere.jsonl|--from: nowhere.jsonl (expected: a file that ./mot replay --out has written)",
                "c-1 --last 0|--last: 0 (expected: 1 or more)",
                "c-1 --language fr|fr",
                "c-1 --bootstrap nowhere|nowhere does not answer (expected: host:port of a Kafka broker)",
                "c-1 --run-dir nowhere|--bootstrap: absent, and no demo runs in nowhere"
            })
    void refuses_withASentence(String args, String sentence) {
        CommandRun run = CommandRun.of("explain", args.split(" ", -1));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(sentence).doesNotContain("\tat ");
    }

    @Test
    void keepsWithinTheColumns_whateverTheLanguage() {
        for (String language : List.of("zh", "en")) {
            assertThat(explain("c-1", "--last", "9", "--language", language)
                            .out()
                            .lines())
                    .allMatch(line -> Width.of(line) <= 100);
        }
    }
}
