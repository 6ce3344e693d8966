package io.motengine.cli.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motengine.cli.Refusal;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MappingFileTest {
    private static final String GOOD = """
            files:
              - file: a.csv
                rows:
                  - event: app.click.v1
                    id: "{id}"
                    source: /s
                    time: { column: at, format: rfc3339 }
                    fields: { page: "{page}", action: view }
            """;

    private static void assertRefused(String mapping, String... parts) {
        assertThatThrownBy(() -> MappingFile.parse("m.yaml", mapping))
                .isInstanceOf(Refusal.class)
                .message()
                .contains(parts);
    }

    @Test
    void suggestsWhatWasMeant() {
        assertRefused(GOOD.replace("source:", "sorce:"), "m.yaml:", "sorce: unknown key", "did you mean source?");
        assertRefused(GOOD.replace("app.click.v1", "app.clik.v1"), "app.clik.v1", "did you mean app.click.v1?");
        assertRefused(GOOD.replace("page:", "pgae:"), "not a field of app.click.v1", "did you mean page?");
    }

    @Test
    void saysWhatIsMissing() {
        assertRefused(GOOD.replace("        id: \"{id}\"\n", ""), "files[0].rows[0].id: missing (expected: a value)");
        assertRefused("zone: UTC\n", "files: missing");
        assertRefused(GOOD.replace("rfc3339", "yyyy-bb"), "time.format: yyyy-bb (expected: unix-seconds");
        assertRefused(GOOD.replace("column: at, ", ""), "time: neither of text and column");
        assertRefused(
                GOOD.replace("action: view", "action: { column: a, text: b }"),
                "2 ways to get it",
                "text, column, cases");
    }

    @Test
    void refusesAKeyGivenTwice() {
        assertRefused(GOOD.replace("        source: /s\n", "        source: /s\n        source: /t\n"), "source");
    }

    @ParameterizedTest
    @ValueSource(strings = {"berka", "taobao", "hillstrom"})
    void readsTheMappingsThatComeWithTheCommand(String name) {
        assertThat(MappingFile.read(Path.of("mappings", name + ".yaml")).files())
                .isNotEmpty();
    }
}
