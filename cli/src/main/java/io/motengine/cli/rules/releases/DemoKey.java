package io.motengine.cli.rules.releases;

import io.motengine.schemas.release.ReleaseKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The demo trusts a key that it makes for itself: whoever can read its directory may publish to it. */
public final class DemoKey {
    private DemoKey() {}

    static Path file(Path runDirectory) {
        return runDirectory.resolve("release.key");
    }

    /** Makes a key for a run, and gives its public half. */
    public static String make(Path runDirectory) throws IOException {
        ReleaseKey key = ReleaseKey.generate();
        Files.writeString(file(runDirectory), key.text());
        return key.publicText();
    }
}
