package io.motengine.cli.rules.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.motengine.cli.CommandRun;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckCommandTest {
    private static final Path REFERENCE = Path.of("../rules");

    @TempDir
    private Path temporary;

    private Path rules;

    @BeforeEach
    void copyTheReferenceRules() throws IOException {
        rules = temporary.resolve("rules");
        try (Stream<Path> all = Files.walk(REFERENCE)) {
            for (Path from : all.filter(path -> !path.startsWith(REFERENCE.resolve("scenarios")))
                    .toList()) {
                Path to = rules.resolve(REFERENCE.relativize(from).toString());
                if (Files.isDirectory(from)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    @Test
    void findsNoError_inTheReferenceRules() {
        CommandRun run = check();

        assertThat(run.code()).as(run.out()).isZero();
        assertThat(run.out()).contains(" files, no errors, ");
    }

    @Test
    void showsTheLine_theCaretAndWhatWasMeant() throws IOException {
        misspell();

        CommandRun run = check();

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("""
                moments/salary-received.drl:6:62: error ammount: no field of TransactionPosted [drl-type]
                    6 |     $salary : TransactionPosted( credit, category == "salary", ammount.atLeast(1000) )
                      |                                                                ^
                      expected: did you mean amount? one of accountId, amount""".replace(":62:", ":64:")).contains("""
                      hint: did you mean amount?
                """);
    }

    @Test
    void remembersWhatIsRight_andForgetsNoError() throws IOException {
        assertThat(check().code()).isZero();
        misspell();
        assertThat(check().code()).isEqualTo(1);
        assertThat(check().code()).isEqualTo(1);
        misspellBack();
        assertThat(check().code()).isZero();
    }

    @Test
    void takesNoWordForAProof_fromACacheThatIsScribbledOn() throws IOException {
        assertThat(check().code()).isZero();
        try (Stream<Path> kept = Files.list(temporary.resolve("cache"))) {
            for (Path file : kept.toList()) {
                Files.writeString(file, Files.readString(file).substring(7).replace('a', 'b') + "\nnonsense\n\0\0");
            }
        }
        misspell();

        assertThat(check().code()).isEqualTo(1);
    }

    @Test
    void failsOfWarnings_ifAskedTo() throws IOException {
        Files.move(rules.resolve("moments/birthday.drl"), rules.resolve("moments/Birth_Day.drl"));

        assertThat(check().code()).isZero();
        assertThat(check("--strict").code()).isEqualTo(1);
    }

    @Test
    void givesJson() throws IOException {
        misspell();

        JsonNode report = new ObjectMapper().readTree(check("--format", "json").out());

        assertThat(report.path("errors").asInt()).isEqualTo(1);
        JsonNode first = report.path("findings").get(0);
        assertThat(first.path("severity").asText() + first.path("warnings")).isNotEmpty();
        assertThat(report.path("findings")).anySatisfy(finding -> {
            assertThat(finding.path("file").asText()).isEqualTo("moments/salary-received.drl");
            assertThat(finding.path("line").asInt()).isEqualTo(6);
            assertThat(finding.path("column").asInt()).isEqualTo(64);
            assertThat(finding.path("code").asText()).isEqualTo("drl-type");
            assertThat(finding.path("severity").asText()).isEqualTo("error");
            assertThat(finding.path("meant").asText()).isEqualTo("amount");
        });
    }

    @Test
    void givesSarif_thatTheSchemaAccepts() throws IOException {
        misspell();
        Files.writeString(rules.resolve("moments/A wrong Näme.drl"), "rule\n");

        String sarif = check("--format", "sarif").out();

        assertThat(complaints("sarif-2.1.0-rtm.5.json", SpecificationVersion.DRAFT_4, sarif))
                .isEmpty();
        assertThat(complaints("sarif-2.1.0-shape.json", SpecificationVersion.DRAFT_2020_12, sarif))
                .isEmpty();
        assertThat(complaints(
                        "sarif-2.1.0-rtm.5.json",
                        SpecificationVersion.DRAFT_4,
                        sarif.replace("\"columnKind\" : \"utf16CodeUnits\"", "\"columnKind\" : \"bytes\"")))
                .hasSize(1);
        assertThat(sarif)
                .contains("\"ruleId\" : \"drl-type\"")
                .contains("\"startLine\" : 6")
                .contains("\"startColumn\" : 64");
    }

    private static List<String> complaints(String schema, SpecificationVersion version, String report)
            throws IOException {
        try (InputStream in = CheckCommandTest.class.getResourceAsStream(schema)) {
            return SchemaRegistry.withDefaultDialect(version).getSchema(in).validate(report, InputFormat.JSON).stream()
                    .map(Object::toString)
                    .toList();
        }
    }

    @Test
    void refuses_aFolderThatIsNoRelease() {
        CommandRun run =
                CommandRun.of("rules", "check", temporary.resolve("nowhere").toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("nowhere");
    }

    private void misspell() throws IOException {
        Path file = rules.resolve("moments/salary-received.drl");
        Files.writeString(file, Files.readString(file).replace("amount.atLeast", "ammount.atLeast"));
    }

    private void misspellBack() throws IOException {
        Path file = rules.resolve("moments/salary-received.drl");
        Files.writeString(file, Files.readString(file).replace("ammount.atLeast", "amount.atLeast"));
    }

    private CommandRun check(String... more) {
        return CommandRun.of(
                "rules",
                new String[] {
                    "check",
                    rules.toString(),
                    "--cache",
                    temporary.resolve("cache").toString()
                },
                more);
    }
}
