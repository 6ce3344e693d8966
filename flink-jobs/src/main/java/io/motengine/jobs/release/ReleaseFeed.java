package io.motengine.jobs.release;

import io.motengine.engine.release.ReleaseException;
import io.motengine.schemas.release.ReleaseFiles;
import java.io.Serializable;

/** Where an operator gets the releases from, wherever it is started. */
@FunctionalInterface
public interface ReleaseFeed extends Serializable {
    /**
     * Knows all that was ordered before, once it returns; whoever opens it closes what it gets.
     *
     * @throws ReleaseException if what the job was submitted with is needed and does not compile
     */
    LiveReleases open() throws ReleaseException;

    /** One release for ever: a history is decided with what it was given. */
    static ReleaseFeed only(ReleaseFiles files) {
        return () -> new OnlyRelease(Releases.lease(files));
    }
}
