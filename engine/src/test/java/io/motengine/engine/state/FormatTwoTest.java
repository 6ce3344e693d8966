package io.motengine.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.features.FeatureSet;
import io.motengine.engine.release.Release;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Format 2 is final: records written in it read as they did when they were kept, and are written the same.
 *
 * <p>{@code -Dfixtures.update=true} writes the records down anew. That is for a form that no savepoint has been written in yet; what comes
 * later as an optional part gets a record of its own beside these.
 */
final class FormatTwoTest {
    private static final boolean UPDATE = Boolean.getBoolean("fixtures.update");
    private static final Path FOLDER = Path.of("src/test/resources/format-2");
    private static final int LINE = 60;

    @BeforeAll
    static void update() throws IOException {
        if (UPDATE) {
            Files.createDirectories(FOLDER);
            keep("lived", DecidedLife.end());
            keep("full", FullRecord.of());
            keep("odd", new RandomRecords(442).next());
            for (Map.Entry<String, CustomerState> part : FullRecord.parts().entrySet()) {
                keep(part.getKey(), part.getValue());
            }
        }
    }

    private static void keep(String name, CustomerState state) throws IOException {
        byte[] bytes = CustomerStateCodecTest.written(state);
        List<String> lines = new ArrayList<>();
        for (int from = 0; from < bytes.length; from += LINE) {
            lines.add(HexFormat.of().formatHex(bytes, from, Math.min(bytes.length, from + LINE)));
        }
        Files.write(FOLDER.resolve(name + ".hex"), lines);
        Files.write(FOLDER.resolve(name + ".txt"), text(name, state(bytes)));
    }

    @ParameterizedTest
    @MethodSource("names")
    void readsAsItWasWrittenDown(String name) throws IOException {
        assertThat(text(name, state(kept(name)))).isEqualTo(Files.readAllLines(FOLDER.resolve(name + ".txt")));
    }

    @ParameterizedTest
    @MethodSource("names")
    void isWrittenTheSame(String name) throws IOException {
        assertThat(CustomerStateCodecTest.written(state(kept(name)))).isEqualTo(kept(name));
    }

    /** A part that no fixture has could change its form without anybody noticing. */
    @Test
    void fixturesHaveEveryPartOfARecord() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String name : names()) {
            lines.addAll(Files.readAllLines(FOLDER.resolve(name + ".txt")));
        }
        Set<String> kept = lines.stream().map(FormatTwoTest::part).collect(Collectors.toSet());

        assertThat(Arrays.stream(CustomerState.class.getDeclaredFields())
                        .filter(RecordText::isKept)
                        .map(Field::getName))
                .isSubsetOf(kept);
    }

    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".hex"))
                    .map(file -> file.substring(0, file.length() - ".hex".length()))
                    .sorted()
                    .toList();
        }
    }

    private static String part(String line) {
        return line.split("[.\\[{ ]", 2)[0];
    }

    private static byte[] kept(String name) throws IOException {
        return HexFormat.of().parseHex(String.join("", Files.readAllLines(FOLDER.resolve(name + ".hex"))));
    }

    private static CustomerState state(byte[] bytes) throws IOException {
        return CustomerStateCodec.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }

    private static List<String> text(String name, CustomerState state) {
        List<String> text = new ArrayList<>(RecordText.of(state));
        if (name.equals("lived")) {
            Release release = DecidedLife.release();
            FeatureSet.Snapshot features = release.features().at(state.highWater(), state.features(), state.since());
            DecidedLife.FEATURES.forEach(id -> text.add("features." + id + " = " + features.value(id)));
        }
        return text;
    }
}
