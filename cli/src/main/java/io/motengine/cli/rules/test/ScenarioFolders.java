package io.motengine.cli.rules.test;

import io.motengine.cli.Refusal;
import io.motengine.engine.release.Spelling;
import io.motengine.engine.scenarios.Scenario;
import io.motengine.engine.scenarios.ScenarioResult;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The folders in {@code scenarios/} of a folder of rules. */
final class ScenarioFolders {
    private final Path directory;

    ScenarioFolders(Path rules) {
        this.directory = rules.resolve("scenarios");
    }

    /**
     * The scenarios, by name.
     *
     * @param only parts of names; empty for all
     * @throws Refusal if there are none
     */
    List<Scenario> read(List<String> only) throws IOException {
        if (!Files.isDirectory(directory)) {
            throw new Refusal(directory + ": absent (expected: a folder with one folder for each scenario)");
        }
        List<Path> folders;
        try (Stream<Path> entries = Files.list(directory)) {
            folders = entries.filter(Files::isDirectory).sorted().toList();
        }
        List<String> names =
                folders.stream().map(folder -> folder.getFileName().toString()).toList();
        for (String part : only) {
            if (names.stream().noneMatch(name -> name.contains(part))) {
                throw new Refusal(
                        "--only: " + part + ": no such scenario (expected: " + Spelling.choices(part, names) + ")");
            }
        }
        if (folders.isEmpty()) {
            throw new Refusal(directory + ": empty (expected: one folder for each scenario)");
        }
        List<Scenario> scenarios = new ArrayList<>();
        for (Path folder : folders) {
            String name = folder.getFileName().toString();
            if (only.isEmpty() || only.stream().anyMatch(name::contains)) {
                scenarios.add(read(folder));
            }
        }
        return scenarios;
    }

    private static Scenario read(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (String name : Scenario.FILES) {
            Path file = folder.resolve(name);
            if (Files.exists(file)) {
                try {
                    files.put(name, Files.readString(file));
                } catch (CharacterCodingException e) {
                    throw new Refusal(file + ": not UTF-8 (expected: text in UTF-8)", e);
                }
            }
        }
        return new Scenario(folder.getFileName().toString(), files);
    }

    /** Writes what came as what is expected, where that differs; returns the files. */
    List<Path> update(List<Scenario> scenarios, List<ScenarioResult> results) throws IOException {
        List<Path> written = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            for (Map.Entry<String, String> file : results.get(i).updated().entrySet()) {
                if (!file.getValue().equals(scenarios.get(i).files().get(file.getKey()))) {
                    Path path = directory.resolve(results.get(i).name()).resolve(file.getKey());
                    Files.writeString(path, file.getValue());
                    written.add(path);
                }
            }
        }
        return written;
    }
}
