package io.motengine.cli.rules;

import io.motengine.cli.Home;
import io.motengine.cli.Refusal;
import io.motengine.engine.release.Release;
import io.motengine.engine.release.ReleaseCompiler;
import io.motengine.engine.release.ReleaseException;
import io.motengine.schemas.release.ReleaseFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of rules that a command works with. */
public record RulesDirectory(Path path) {
    /**
     * The folder that was named, or that of this checkout.
     *
     * @param named null if none was
     * @param option by which it is named, for the refusal
     * @throws Refusal if it is no folder
     */
    public static RulesDirectory of(Path named, String option) {
        Path path = named == null ? Home.path("rules") : named.toAbsolutePath().normalize();
        if (!Files.isDirectory(path)) {
            throw new Refusal(option + ": " + path + " (expected: a folder of rules)");
        }
        return new RulesDirectory(path);
    }

    /**
     * The release that they make.
     *
     * @throws Refusal with everything that is wrong with it, a line each
     */
    public Release compile() {
        try {
            return ReleaseCompiler.compile(ReleaseFiles.read(path));
        } catch (ReleaseException e) {
            throw new Refusal(path + ": these rules do not compile\n" + e.getMessage(), e);
        } catch (IOException e) {
            throw new Refusal(path + ": " + e.getMessage(), e);
        }
    }
}
