package io.motengine.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.motengine.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code mot rules test} on a copy of the shipped rules with few scenarios. */
final class TestCommandTest {
    @TempDir
    private Path rules;

    @BeforeEach
    void copy() throws IOException {
        RulesCopy.to(rules, "large-inflow", "birthday");
    }

    private static CommandRun run(String... arguments) {
        return CommandRun.of("rules", new String[] {"test"}, arguments);
    }

    @Test
    void saysThatAllIsWell_andWhatNoScenarioTouches() {
        CommandRun run = run(rules.toString());

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("  ok      large-inflow", "2 scenarios: 2 as expected, 0 not")
                .contains("no scenario touches card loan-resume", "no scenario touches reason cool-down")
                .doesNotContain("no scenario touches card inflow-wealth\n");
    }

    @Test
    void showsTheDifference_andRewritesIt_whenAsked() throws IOException {
        Path yaml = rules.resolve("scenarios/large-inflow/expected.yaml");
        Path lines = rules.resolve("scenarios/birthday/expected.jsonl");
        String before = Files.readString(lines);
        Files.writeString(yaml, Files.readString(yaml).replace("channel: rm-task", "channel: sms"));
        Files.writeString(lines, before.replace("\"birthday\"", "\"birthdays\""));

        CommandRun run = run(rules.toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .contains("  FAILED  large-inflow", "- action: inflow-wealth, channel: sms, body: 120000.00 CNY")
                .contains("instead, perhaps: 2026-03-10T09:30+08:00 li action: inflow-wealth, channel: rm-task")
                .contains("moment: birthdays", "2 scenarios: 0 as expected, 2 not");

        CommandRun update = run(rules.toString(), "--update");

        assertThat(update.code()).as(update.out()).isZero();
        assertThat(update.out()).contains("rewritten: " + yaml, "rewritten: " + lines);
        assertThat(Files.readString(lines)).isEqualTo(before);
        assertThat(Files.readString(yaml)).startsWith("# Tiers and stages").contains("channel: rm-task");
    }

    @Test
    void writesJson_andTakesOnlyWhatWasAskedFor() throws IOException {
        CommandRun run = run(rules.toString(), "--only", "inflow", "--format", "json");

        JsonNode report = new ObjectMapper().readTree(run.out());
        assertThat(report.get("well").asBoolean()).isTrue();
        assertThat(report.get("scenarios")).hasSize(1);
        assertThat(report.has("coverage")).isFalse();
    }

    @Test
    void refusesANameThatNoScenarioHas() {
        CommandRun run = run(rules.toString(), "--only", "large-inflw");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains("--only: large-inflw: no such scenario (expected: did you mean large-inflow? one of");
    }
}
