package io.motengine.engine.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What people read about reasons is what the code gives: each under its layer, in the order in which layers judge. */
final class ReasonsDocumentedTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "governance.md");
    private static final Pattern CODE = Pattern.compile("`([a-z-]+)`");

    @Test
    void lists_everyReason_underItsLayer() throws IOException {
        Map<String, TreeSet<String>> given = new TreeMap<>();
        for (Reason reason : Reason.values()) {
            given.computeIfAbsent(reason.layer().code(), layer -> new TreeSet<>())
                    .add(reason.code());
        }

        Map<String, TreeSet<String>> documented = new TreeMap<>();
        String layer = "";
        for (String[] row : rows()) {
            layer = row[1].isBlank() ? layer : row[1].strip();
            documented
                    .computeIfAbsent(layer, any -> new TreeSet<>())
                    .addAll(CODE.matcher(row[2])
                            .results()
                            .map(found -> found.group(1))
                            .toList());
        }

        assertThat(documented).isEqualTo(given);
    }

    @Test
    void lists_layers_inTheOrderInWhichTheyJudge() throws IOException {
        List<String> layers = rows().stream()
                .map(row -> row[1].strip())
                .filter(layer -> !layer.isEmpty())
                .toList();

        assertThat(layers)
                .isEqualTo(Arrays.stream(Layer.values()).map(Layer::code).toList());
    }

    /** Cells of the table of reasons; the first is what stands before the first bar. */
    private static List<String[]> rows() throws IOException {
        return Files.readString(DOCUMENT)
                .lines()
                .dropWhile(line -> !line.startsWith("|---"))
                .skip(1)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.split("\\|"))
                .collect(Collectors.toList());
    }
}
