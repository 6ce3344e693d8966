package io.motengine.engine.release;

import io.motengine.schemas.release.ReleaseFiles;

/** Turns the files of a release into something that decides, or says file by file what is wrong with them. */
public final class ReleaseCompiler {
    private ReleaseCompiler() {}

    /**
     * Compiles a release; takes seconds for a thousand rules.
     *
     * @throws ReleaseException if anything in it is wrong, with every finding
     */
    public static Release compile(ReleaseFiles files) throws ReleaseException {
        throw new UnsupportedOperationException("being built");
    }
}
