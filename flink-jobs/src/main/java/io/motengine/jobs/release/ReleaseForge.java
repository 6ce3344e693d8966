package io.motengine.jobs.release;

import io.motengine.engine.release.ReleaseException;
import io.motengine.jobs.config.ReleaseConfig;
import io.motengine.schemas.release.ReleaseBlob;
import io.motengine.schemas.release.ReleaseFiles;
import io.motengine.schemas.release.ReleaseOrder;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes a release out of what was published: takes the blob, checks that it is what was signed, compiles it and warms it up, all
 * within limits of size and time.
 */
final class ReleaseForge {
    /** Text packs to a fifth or less; what swells more than this is no release. */
    private static final int MOST_SWELLING = 16;

    /** A thread that hangs cannot be ended. As many may hang before no more is tried in this process. */
    private static final int MOST_HANGING = 2;

    private final ReleaseConfig config;
    private final Blobs blobs;
    private final Work work;
    private final AtomicInteger hanging = new AtomicInteger();

    /** Where blobs are. */
    @FunctionalInterface
    interface Blobs {
        /**
         * A packed release by its hash.
         *
         * @throws RefusedRelease if it is not (all) there
         */
        byte[] read(String hash, int bytes) throws RefusedRelease;
    }

    /** What takes long. */
    @FunctionalInterface
    interface Work {
        Releases.Lease compile(ReleaseFiles files) throws ReleaseException;
    }

    ReleaseForge(ReleaseConfig config, Blobs blobs, Work work) {
        this.config = config;
        this.blobs = blobs;
        this.work = work;
    }

    /** Compiles and warms up. */
    static Releases.Lease compiled(ReleaseFiles files) throws ReleaseException {
        Releases.Lease lease = Releases.lease(files);
        try {
            new WarmUp(lease.release()).run();
            return lease;
        } catch (RuntimeException | Error e) {
            lease.close();
            throw e;
        }
    }

    Releases.Lease make(ReleaseOrder prepared) throws RefusedRelease {
        int most = config.maxKib() * 1024;
        if (prepared.bytes() > most) {
            throw new RefusedRelease("it has " + prepared.bytes() + " bytes, packed (expected: at most " + most
                    + ", see release.maxKib in the job's configuration)");
        }
        byte[] blob = blobs.read(prepared.blob(), prepared.bytes());
        if (!ReleaseBlob.hash(blob).equals(prepared.blob())) {
            throw new RefusedRelease("its content has the hash " + ReleaseBlob.hash(blob) + " (expected: "
                    + prepared.blob() + ", as it was signed)");
        }
        ReleaseFiles files = unpacked(blob, most);
        if (!files.id().equals(prepared.release())) {
            throw new RefusedRelease(
                    "its files are the release " + files.id() + " (expected: " + prepared.release() + ")");
        }
        return withinTime(files);
    }

    private static ReleaseFiles unpacked(byte[] blob, int most) throws RefusedRelease {
        try {
            return ReleaseBlob.unpack(blob, MOST_SWELLING * most);
        } catch (IOException e) {
            throw new RefusedRelease(e.getMessage());
        }
    }

    private Releases.Lease withinTime(ReleaseFiles files) throws RefusedRelease {
        if (hanging.get() >= MOST_HANGING) {
            throw new RefusedRelease(
                    hanging.get() + " releases before it still hang in this process (expected: fewer than "
                            + MOST_HANGING + "; a restart of the job ends them)");
        }
        CompletableFuture<Releases.Lease> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> compile(files, result), "mot-compile " + files.id());
        thread.setDaemon(true);
        hanging.incrementAndGet();
        thread.start();
        try {
            return result.get(config.compileWithin().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            if (result.cancel(false)) {
                thread.interrupt();
                throw new RefusedRelease("it does not compile and run a few events within "
                        + config.compileWithin().toSeconds() + " s (expected: less, see release.compileWithin)");
            }
            return result.join();
        } catch (ExecutionException e) {
            throw new RefusedRelease(reason(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a release was compiled", e);
        }
    }

    /** Whoever waits may have gone meanwhile; and if not, goes on to the next at once, when this one must not count any more. */
    private void compile(ReleaseFiles files, CompletableFuture<Releases.Lease> result) {
        Releases.Lease lease;
        try {
            lease = work.compile(files);
        } catch (ReleaseException | RuntimeException | Error e) {
            // An Error too: what a release runs out of, the stack or memory, must not end the job.
            hanging.decrementAndGet();
            result.completeExceptionally(e);
            return;
        }
        hanging.decrementAndGet();
        if (!result.complete(lease)) {
            lease.close();
        }
    }

    private static String reason(Throwable failure) {
        return failure instanceof ReleaseException refused
                ? refused.getMessage()
                : "it cannot be compiled or run: " + failure;
    }
}
