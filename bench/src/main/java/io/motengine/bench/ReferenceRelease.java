package io.motengine.bench;

import io.motengine.engine.release.Release;
import io.motengine.engine.release.ReleaseCompiler;
import io.motengine.engine.release.ReleaseException;
import io.motengine.schemas.release.ReleaseFiles;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;

/** The rule set that sizes and costs are stated for: 25 features, 10 patterns, scorecards, a life cycle and cards. */
public final class ReferenceRelease {
    private ReferenceRelease() {}

    /** Its files, from the class path, where they must lie in a folder. */
    public static ReleaseFiles files() throws IOException {
        URL policy = ReferenceRelease.class.getResource("/reference-release/policy.yaml");
        if (policy == null) {
            throw new IOException("reference-release: not on the class path");
        }
        try {
            return ReleaseFiles.read(Path.of(policy.toURI()).getParent());
        } catch (URISyntaxException e) {
            throw new IOException(policy.toString(), e);
        }
    }

    public static Release compiled() throws IOException {
        try {
            return ReleaseCompiler.compile(files());
        } catch (ReleaseException e) {
            throw new IOException("the reference release does not compile:\n" + e.getMessage(), e);
        }
    }
}
