package io.motengine.cli.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A copy of the shipped rules, for tests to spoil. */
public final class RulesCopy {
    private static final Path SHIPPED = Path.of("../rules").toAbsolutePath().normalize();

    private RulesCopy() {}

    /** Copies all but the scenarios, of which only those named are copied. */
    public static void to(Path directory, String... scenarios) throws IOException {
        for (String part : List.of("", "branches", "catalog", "moments", "segments", "stages", "strategies")) {
            copy(part, directory);
        }
        for (String scenario : scenarios) {
            copy("scenarios/" + scenario, directory);
        }
    }

    private static void copy(String part, Path directory) throws IOException {
        Files.createDirectories(directory.resolve(part));
        try (Stream<Path> files = Files.list(SHIPPED.resolve(part))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(
                        file, directory.resolve(part).resolve(file.getFileName().toString()));
            }
        }
    }
}
