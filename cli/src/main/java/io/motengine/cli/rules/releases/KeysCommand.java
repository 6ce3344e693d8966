package io.motengine.cli.rules.releases;

import io.motengine.cli.Refusal;
import io.motengine.schemas.release.ReleaseKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mot rules keys}. */
@Command(
        name = "keys",
        description =
                "Makes a pair of keys to sign releases with, and prints the public one for the job's configuration.")
public final class KeysCommand implements Callable<Integer> {
    @Option(
            names = "--out",
            paramLabel = "<file>",
            defaultValue = "mot-release.key",
            description = "Where the pair is written, readable for you only; else ${DEFAULT-VALUE}. Never overwrites.")
    private Path file;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (Files.exists(file)) {
            throw new Refusal(
                    file + " exists already (expected: a new file; what was signed with the old key needs it)");
        }
        ReleaseKey key = ReleaseKey.generate();
        Files.createFile(file, onlyMine());
        Files.writeString(file, key.text(), StandardOpenOption.WRITE);
        PrintWriter out = spec.commandLine().getOut();
        out.println("key " + key.id() + " in " + file + ": keep it to yourself");
        out.println("Whoever runs the job lists its public half in decision-job.yaml:");
        out.println();
        out.println("release:");
        out.println("  keys:");
        out.println("    - " + key.publicText());
        return 0;
    }

    private static FileAttribute<?>[] onlyMine() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
