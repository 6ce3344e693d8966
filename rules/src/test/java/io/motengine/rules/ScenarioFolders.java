package io.motengine.rules;

import io.motengine.engine.scenarios.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The scenarios of this folder of rules. */
final class ScenarioFolders {
    static final Path ALL = Path.of("").toAbsolutePath().resolve("scenarios");

    private ScenarioFolders() {}

    static List<Path> all() throws IOException {
        try (Stream<Path> entries = Files.list(ALL)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        }
    }

    static Scenario read(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (String file : Scenario.FILES) {
            if (Files.exists(folder.resolve(file))) {
                files.put(file, Files.readString(folder.resolve(file)));
            }
        }
        return new Scenario(folder.getFileName().toString(), files);
    }
}
