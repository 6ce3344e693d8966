package io.motengine.schemas.release;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which files of a directory belong to a release, and their text. */
final class ReleaseDirectory {
    private static final Pattern IN_RELEASE = Pattern.compile("(events|segments|stages|moments)/.+\\.drl"
            + "|(strategies|branches|catalog)/.+\\.yaml"
            + "|(policy|features|patterns|calendar|scorecards|lifecycle)\\.yaml");

    private ReleaseDirectory() {}

    static Map<String, String> read(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            throw new IOException(directory + ": not a directory (expected: the directory of a release)");
        }
        Map<String, String> texts = new TreeMap<>();
        for (Path file : regularFiles(directory)) {
            String path = directory.relativize(file).toString().replace(File.separatorChar, '/');
            if (IN_RELEASE.matcher(path).matches()) {
                texts.put(path, text(file));
            }
        }
        if (texts.isEmpty()) {
            throw new IOException(
                    directory + ": no file of a release (expected: .drl in events, segments, stages, moments;"
                            + " .yaml in strategies, branches, catalog; policy.yaml, features.yaml, patterns.yaml, calendar.yaml,"
                            + " scorecards.yaml, lifecycle.yaml)");
        }
        return texts;
    }

    private static List<Path> regularFiles(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw new IOException(file + ": not UTF-8 (expected: UTF-8 text)", e);
        }
    }
}
