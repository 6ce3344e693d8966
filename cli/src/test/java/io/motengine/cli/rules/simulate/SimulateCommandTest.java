package io.motengine.cli.rules.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.motengine.cli.CommandRun;
import io.motengine.cli.rules.RulesCopy;
import io.motengine.cli.rules.RulesDirectory;
import io.motengine.engine.release.Release;
import io.motengine.schemas.release.ReleaseFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code mot rules simulate} over some days of a small bank, with the shipped rules. */
final class SimulateCommandTest {
    private static final Path TINY = Path.of("src/test/resources/replay").toAbsolutePath();

    /** Compiling takes longer than deciding: the same files are compiled once. */
    private static final Map<String, Release> COMPILED = new HashMap<>();

    @TempDir
    private Path folder;

    private Path rules;

    @BeforeEach
    void copy() throws IOException {
        rules = folder.resolve("rules");
        RulesCopy.to(rules);
    }

    private CommandRun simulate(Path out, String... arguments) {
        List<String> all = new ArrayList<>(List.of("simulate", "--release", rules.toString(), "--out", out.toString()));
        all.addAll(List.of(arguments));
        return CommandRun.of(new Commands(), "rules", all.toArray(String[]::new));
    }

    private static Release compiled(RulesDirectory directory) {
        try {
            return COMPILED.computeIfAbsent(ReleaseFiles.read(directory.path()).id(), id -> directory.compile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Commands implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            return type == SimulateCommand.class
                    ? type.cast(new SimulateCommand(SimulateCommandTest::compiled))
                    : CommandLine.defaultFactory().create(type);
        }
    }

    private static JsonNode report(Path out) throws IOException {
        return new ObjectMapper().readTree(out.resolve("report.json").toFile());
    }

    @Test
    void comesToTheSame_howeverManyThreadsThereAre() throws IOException {
        Path one = folder.resolve("one");
        Path three = folder.resolve("three");

        CommandRun run =
                simulate(one, "--events", "bank", "--customers", "250", "--days", "4", "--records", "--threads", "1");
        simulate(three, "--events", "bank", "--customers", "250", "--days", "4", "--records", "--threads", "3");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("decided  ", "in a second of one core", "wrote    " + one.resolve("report.html"));
        for (String name : List.of("actions.jsonl", "decisions.jsonl", "report.json")) {
            assertThat(Files.size(one.resolve(name))).isPositive();
            assertThat(Files.mismatch(one.resolve(name), three.resolve(name)))
                    .as(name)
                    .isEqualTo(-1);
        }
        JsonNode report = report(one);
        assertThat(report.get("actions").asLong()).isEqualTo(issued(Files.readAllLines(one.resolve("actions.jsonl"))));
        assertThat(report.get("strategies").get("salary-save").get("issued").asLong())
                .isPositive();
        assertThat(Files.readString(one.resolve("report.html")))
                .startsWith("<!doctype html>")
                .contains("<svg", "salary-save", "From candidate to action")
                .doesNotContain("http:", "https:", "<script");
    }

    private static long issued(List<String> actions) {
        return actions.stream()
                .filter(line -> line.contains("mot.action.issued.v1"))
                .count();
    }

    @Test
    void saysWhoGainsAndLoses_andWhy_againstAnotherRelease() throws IOException {
        Path other = folder.resolve("other");
        RulesCopy.to(other);
        Files.delete(other.resolve("strategies/salary-save.yaml"));
        Path out = folder.resolve("out");

        CommandRun run =
                simulate(out, "--events", "bank", "--customers", "250", "--days", "4", "--against", other.toString());

        assertThat(run.code()).as(run.err()).isZero();
        JsonNode comparison = report(out).get("comparison");
        assertThat(comparison.get("customersGaining").asInt()).isPositive();
        JsonNode greatest = comparison.get("changes").get(0);
        assertThat(greatest.get("what").asText()).isEqualTo("gain");
        assertThat(greatest.get("to").asText()).startsWith("salary-save by ");
        assertThat(greatest.get("why").asText()).isEqualTo("the other release has no card salary-save");
        assertThat(greatest.get("examples").get(0).get("customer").asText()).isNotEmpty();
        assertThat(run.out()).contains("customers gain an action", "the other release has no card salary-save");
    }

    @Test
    void findsNoDifference_againstItself() throws IOException {
        Path out = folder.resolve("out");

        simulate(out, "--events", "bank", "--customers", "100", "--days", "2", "--against", rules.toString());

        assertThat(report(out).get("comparison").get("changes")).isEmpty();
    }

    @Test
    void readsRowsByAMapping_andCountsWhatIsNoEvent() throws IOException {
        Path out = folder.resolve("out");

        CommandRun run = simulate(
                out,
                "--events",
                TINY.toString(),
                "--mapping",
                TINY.resolve("tiny.yaml").toString());

        assertThat(run.code()).as(run.err()).isZero();
        JsonNode report = report(out);
        assertThat(report.get("leftOut").get("a test posting").asInt()).isEqualTo(1);
        assertThat(report.get("leftOut").get("direction: unknown value").asInt())
                .isEqualTo(1);
        assertThat(report.get("skipped").get("anonymous").asInt()).isEqualTo(1);
        assertThat(report.get("strategies").get("loan-resume").get("issued").asInt())
                .isPositive();
    }

    @Test
    void readsLines_ofATimeRange_andCountsWhatBreaksTheContract() throws IOException {
        Path events = folder.resolve("events.jsonl");
        Files.writeString(
                events,
                event("1", "2026-03-01T09:00:00+08:00") + "{\"specversion\":\"1.0\"\n\n"
                        + event("2", "2026-03-02T09:00:00+08:00"));
        Path out = folder.resolve("out");

        CommandRun run = simulate(out, "--events", events.toString(), "--from", "2026-03-02T00:00:00+08:00");

        assertThat(run.code()).as(run.err()).isZero();
        JsonNode report = report(out);
        assertThat(report.get("decided").asInt()).isEqualTo(1);
        assertThat(report.get("outsideTimes").asInt()).isEqualTo(1);
        assertThat(report.get("broken").get("not-json").asInt()).isEqualTo(1);
        assertThat(run.out()).contains("events.jsonl:2: ");
    }

    private static String event(String id, String time) {
        return "{\"specversion\":\"1.0\",\"id\":\"" + id
                + "\",\"source\":\"/core\",\"type\":\"bank.transaction.posted.v1\",\"subject\":\"c1\"," + "\"time\":\""
                + time
                + "\",\"data\":{\"accountId\":\"a\",\"direction\":\"credit\",\"amount\":\"10\",\"currency\":\"CNY\"}}\n";
    }

    @Test
    void refusesWhatItCannotRead() {
        assertThat(simulate(folder, "--events", "no.jsonl").err())
                .contains("--events: no.jsonl: no such file (expected: a file, kafka or bank)");
        assertThat(simulate(folder, "--events", "bank", "--from", "yesterday").err())
                .contains("--from: yesterday (expected: a time such as");
        String noon = "2026-03-01T12:00:00+08:00";
        assertThat(simulate(folder, "--events", "bank", "--from", noon, "--until", "2026-03-01T04:00:00Z")
                        .err())
                .contains("--from: " + noon + " (expected: a time before --until, 2026-03-01T04:00:00Z)");
        assertThat(simulate(folder, "--events", "bank", rules.toString()).err())
                .contains("--release: " + rules + " (expected: not both, it and " + rules + ")");
        assertThat(simulate(folder, "--events", "bank", "--against", "nowhere").code())
                .isEqualTo(2);
    }
}
