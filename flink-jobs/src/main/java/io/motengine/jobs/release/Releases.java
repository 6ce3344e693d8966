package io.motengine.jobs.release;

import io.motengine.engine.release.Release;
import io.motengine.engine.release.ReleaseCompiler;
import io.motengine.engine.release.ReleaseException;
import io.motengine.schemas.release.ReleaseFiles;
import java.util.HashMap;
import java.util.Map;

/**
 * The compiled releases of this process, each compiled once however many subtasks decide with it.
 *
 * <p>Static on purpose, the only such state: subtasks of one process share nothing else, and a release takes seconds to
 * compile and much memory to hold. What nobody leases any more is dropped.
 */
public final class Releases {
    private static final Map<ReleaseFiles, Entry> COMPILED = new HashMap<>();

    private Releases() {}

    /**
     * The compiled release, for as long as the lease is open.
     *
     * @throws ReleaseException if it does not compile
     */
    public static Lease lease(ReleaseFiles files) throws ReleaseException {
        synchronized (COMPILED) {
            Entry entry = COMPILED.get(files);
            if (entry == null) {
                entry = new Entry(ReleaseCompiler.compile(files));
                COMPILED.put(files, entry);
            }
            entry.leases++;
            return new Lease(files, entry.release);
        }
    }

    /** How many releases are held; for tests and metrics. */
    public static int held() {
        synchronized (COMPILED) {
            return COMPILED.size();
        }
    }

    private static void giveBack(ReleaseFiles files) {
        synchronized (COMPILED) {
            Entry entry = COMPILED.get(files);
            entry.leases--;
            if (entry.leases == 0) {
                COMPILED.remove(files);
            }
        }
    }

    private static final class Entry {
        private final Release release;
        private int leases;

        private Entry(Release release) {
            this.release = release;
        }
    }

    /** One user's hold on a release. Closing it twice is harmless. One owner, one thread. */
    public static final class Lease implements AutoCloseable {
        private final ReleaseFiles files;
        private final Release release;
        private boolean open = true;

        private Lease(ReleaseFiles files, Release release) {
            this.files = files;
            this.release = release;
        }

        public Release release() {
            return release;
        }

        @Override
        public void close() {
            if (open) {
                open = false;
                giveBack(files);
            }
        }
    }
}
