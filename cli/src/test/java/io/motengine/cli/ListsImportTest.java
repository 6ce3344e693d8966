package io.motengine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

final class ListsImportTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path names;

    @BeforeEach
    void write() throws IOException {
        names = Files.writeString(folder.resolve("names.csv"), "C1\nC2\nC1\n");
    }

    private int run(String... options) {
        CommandLine command = Mot.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        List<String> args = new ArrayList<>(List.of("lists", "import", names.toString()));
        args.addAll(List.of(options));
        return command.execute(args.toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--label Spring --until 2999-01-01|--label: Spring (expected: small letters, digits and hyphens, such as spring-campaign",
                "--label spring-campaign|--until: absent (expected: the last day on the list",
                "--label spring-campaign --until 2020-01-01|--until: 2020-01-01 (expected: today",
                "--label spring-campaign --until soon|soon",
                "--label spring-campaign --until 2999-01-01 --off|--until: 2999-01-01 (expected: none with --off",
                "--label spring-campaign --off|--bootstrap: absent, and no demo runs in",
                "--label spring-campaign --off --charset UTF-9|UTF-9",
                "--until 2999-01-01|--label"
            })
    void refuses_withASentence(String options, String sentence) {
        assertThat(run((options + " --run-dir " + folder).split(" ", -1))).isEqualTo(2);
        assertThat(err.toString()).contains(sentence).doesNotContain("\tat ");
    }

    @Test
    void refusesABrokerThatDoesNotAnswer() {
        assertThat(run("--label", "a", "--off", "--bootstrap", "nowhere")).isEqualTo(2);
        assertThat(err.toString()).contains("nowhere does not answer (expected: host:port of a Kafka broker)");
    }

    @Test
    void accountsForEveryRow_whenDry() {
        LocalDate today = LocalDate.now(ZoneId.systemDefault());

        assertThat(run("--label", "spring-campaign", "--until", today.toString(), "--dry-run"))
                .isZero();
        assertThat(out.toString())
                .contains("spring-campaign, on until " + today)
                .containsPattern("rows +3\n")
                .containsPattern("checked +2\n")
                .containsPattern("duplicates +1\n")
                .containsPattern("refused +0\n");
    }

    @Test
    void isNotWell_whenRowsAreRefused() throws IOException {
        Files.writeString(names, "C1\nC 2\n");

        assertThat(run("--label", "spring-campaign", "--off", "--dry-run")).isEqualTo(1);
        assertThat(err.toString()).contains("names.csv:2: \"C 2\" (expected: a customer id without spaces)");
    }

    @Test
    void refusesAFileWithNobodyInIt() throws IOException {
        Files.writeString(names, "customer\n");

        assertThat(run("--label", "spring-campaign", "--off", "--dry-run")).isEqualTo(2);
        assertThat(err.toString()).contains("no rows (expected: one customer id a row)");
    }
}
