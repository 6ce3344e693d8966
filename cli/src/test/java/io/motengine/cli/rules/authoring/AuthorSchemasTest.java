package io.motengine.cli.rules.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas by which editors complete and check YAML. {@code -Dauthoring.update=true} writes them anew. */
final class AuthorSchemasTest {
    private static final boolean UPDATE = Boolean.getBoolean("authoring.update");
    private static final Path RULES = Path.of("../rules");

    static List<AuthoredFile> files() {
        return AuthoredFile.ALL;
    }

    @ParameterizedTest
    @MethodSource("files")
    void areWhatTheEngineReads(AuthoredFile file) throws IOException {
        Path path = RULES.resolve(".schemas").resolve(file.schema() + ".schema.json");
        String schema = SchemaWriter.of(file);
        if (UPDATE) {
            Files.writeString(path, schema);
        }

        assertThat(path).content().isEqualTo(schema);
    }

    @ParameterizedTest
    @MethodSource("files")
    void acceptTheReferenceRules(AuthoredFile file) throws IOException {
        List<Path> matching = matching(file);
        assertThat(matching).isNotEmpty();
        for (Path path : matching) {
            assertThat(against(file, Files.readString(path))).as("%s", path).isEmpty();
        }
    }

    @Test
    void refuse_aKeyThatIsMisspelt() throws IOException {
        AuthoredFile card = AuthoredFile.ALL.stream()
                .filter(file -> file.schema().equals("strategy"))
                .findFirst()
                .orElseThrow();
        String text = Files.readString(RULES.resolve("strategies/maturity-bring.yaml"));

        assertThat(against(card, text.replace("priority:", "priorty:"))).isNotEmpty();
        assertThat(against(card, text.replace("after: 2h", "affter: 2h"))).isNotEmpty();
        assertThat(against(card, text.replace("priority: 82", "priority: 820"))).isNotEmpty();
        assertThat(against(card, text.replace("class: scale", "class: scales"))).isNotEmpty();
        assertThat(against(card, text.replace("maxAge: 24h", "maxAge: a day"))).isNotEmpty();
    }

    @Test
    void areKnownToVsCode() throws IOException {
        Path settings = RULES.resolve(".vscode/settings.json");
        ObjectNode expected = new ObjectMapper().createObjectNode();
        ObjectNode schemas = expected.putObject("yaml.schemas");
        AuthoredFile.ALL.forEach(
                file -> schemas.put("./.schemas/" + file.schema() + ".schema.json", "/" + file.files()));
        if (UPDATE) {
            Files.writeString(settings, expected.toPrettyString() + "\n");
        }

        JsonNode shipped = new ObjectMapper().readTree(settings.toFile());
        assertThat(shipped).isEqualTo(expected);
    }

    private static List<Path> matching(AuthoredFile file) throws IOException {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + file.files());
        try (Stream<Path> all = Files.walk(RULES)) {
            return all.filter(path -> matcher.matches(RULES.relativize(path))).toList();
        }
    }

    private static List<Error> against(AuthoredFile file, String yaml) throws IOException {
        String json = new YAMLMapper().readTree(yaml).toString();
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(SchemaWriter.of(file))
                .validate(json, InputFormat.JSON);
    }
}
