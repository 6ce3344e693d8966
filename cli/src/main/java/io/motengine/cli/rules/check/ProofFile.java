package io.motengine.cli.rules.check;

import io.motengine.engine.rules.Proofs;
import io.motengine.schemas.hash.Sha256;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Proofs kept in a file, one a line. Its name tells the build of the engine that gave them: what another build refuses, it has to
 * refuse itself. A file that was cut short or scribbled on vouches for less, never for more.
 */
final class ProofFile implements Proofs {
    private static final Pattern PROOF = Pattern.compile("[0-9a-f]{64}");
    private static final int MOST = 20_000;

    private final Path file;
    private final Set<String> old;
    private final Set<String> used = ConcurrentHashMap.newKeySet();

    private ProofFile(Path file, Set<String> old) {
        this.file = file;
        this.old = old;
    }

    /** The proofs of this build of the engine; none if there is no file yet. */
    static ProofFile open(Path directory) throws IOException {
        return open(directory, System.getProperty("java.class.path"));
    }

    /** The proofs of the engine on a class path. */
    static ProofFile open(Path directory, String classPath) throws IOException {
        Path file = directory.resolve("rules-" + build(classPath) + ".proofs");
        Set<String> proofs = new LinkedHashSet<>();
        try {
            for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
                if (PROOF.matcher(line).matches()) {
                    proofs.add(line);
                }
            }
        } catch (NoSuchFileException e) {
            return new ProofFile(file, Set.of());
        }
        return new ProofFile(file, proofs);
    }

    @Override
    public boolean has(String proof) {
        return old.contains(proof);
    }

    @Override
    public void add(String proof) {
        used.add(proof);
    }

    /** Writes what was used now, and of the rest as much as there is room for; in one step, so that nobody reads half of it. */
    void save() throws IOException {
        if (old.containsAll(used)) {
            return;
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        List<String> lines = Stream.concat(used.stream(), old.stream().filter(proof -> !used.contains(proof)))
                .limit(MOST)
                .toList();
        Path written = Files.createTempFile(file.toAbsolutePath().getParent(), "rules-", ".part");
        Files.write(written, lines);
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** All code that this program runs, by size and time of change. */
    private static String build(String classPath) {
        StringBuilder all = new StringBuilder(System.getProperty("java.vm.version"));
        for (String entry : classPath.split(File.pathSeparator, -1)) {
            try (Stream<Path> files = Files.walk(Path.of(entry))) {
                files.filter(Files::isRegularFile)
                        .sorted()
                        .forEach(path -> all.append('\0').append(stamp(path)));
            } catch (IOException e) {
                all.append('\0').append(entry);
            }
        }
        return Sha256.hex(all.toString()).substring(0, 16);
    }

    private static String stamp(Path file) {
        try {
            return file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
