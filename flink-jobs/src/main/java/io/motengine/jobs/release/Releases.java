package io.motengine.jobs.release;

import io.motengine.engine.release.Release;
import io.motengine.engine.release.ReleaseCompiler;
import io.motengine.engine.release.ReleaseException;
import io.motengine.schemas.release.ReleaseFiles;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The compiled releases of this process, each compiled once however many subtasks decide with it.
 *
 * <p>Static on purpose, as subtasks of one process share nothing else, and a release takes seconds to compile and much memory
 * to hold. What nobody leases any more is dropped. While one is compiled, others are taken and given back.
 */
public final class Releases {
    private static final Map<ReleaseFiles, Entry> COMPILED = new HashMap<>();

    private Releases() {}

    /** Makes a release of its files. */
    @FunctionalInterface
    public interface Compiler {
        Release compile(ReleaseFiles files) throws ReleaseException;
    }

    /**
     * The compiled release, for as long as the lease is open.
     *
     * @throws ReleaseException if it does not compile
     */
    public static Lease lease(ReleaseFiles files) throws ReleaseException {
        return lease(files, ReleaseCompiler::compile);
    }

    /** The same, and if nobody holds it yet, made of its files in another way. */
    public static Lease lease(ReleaseFiles files, Compiler compiler) throws ReleaseException {
        Entry entry;
        boolean first;
        synchronized (COMPILED) {
            entry = COMPILED.get(files);
            first = entry == null;
            if (first) {
                entry = new Entry();
                COMPILED.put(files, entry);
            }
            entry.leases++;
        }
        if (first) {
            entry.compile(files, compiler);
        }
        try {
            return new Lease(files, entry.release());
        } catch (ReleaseException | RuntimeException | Error e) {
            giveBack(files);
            throw e;
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
        private final CompletableFuture<Release> compiled = new CompletableFuture<>();
        private int leases;

        private void compile(ReleaseFiles files, Compiler compiler) {
            try {
                compiled.complete(compiler.compile(files));
            } catch (ReleaseException | RuntimeException | Error e) {
                compiled.completeExceptionally(e);
            }
        }

        private Release release() throws ReleaseException {
            try {
                return compiled.join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof ReleaseException refused) {
                    throw refused;
                }
                if (e.getCause() instanceof Error error) {
                    throw error;
                }
                throw e.getCause() instanceof RuntimeException bug ? bug : e;
            }
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
