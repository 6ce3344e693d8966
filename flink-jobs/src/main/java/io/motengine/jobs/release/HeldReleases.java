package io.motengine.jobs.release;

import io.motengine.engine.release.Release;
import io.motengine.engine.release.ReleaseException;
import io.motengine.schemas.release.ReleaseFiles;
import io.motengine.schemas.release.ReleaseOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The releases that this process may need, compiled, by id. One thread at a time, except {@link #listensTo}. */
final class HeldReleases {
    private final ReleaseFiles submitted;
    private final ReleaseForge forge;
    private final Function<String, Optional<ReleaseOrder>> published;
    private final Map<String, Releases.Lease> held = new HashMap<>();
    private final Map<String, String> broken = new HashMap<>();
    private final Set<String> listened = ConcurrentHashMap.newKeySet();

    /** @param published the order that published a release, by the release's id */
    HeldReleases(ReleaseFiles submitted, ReleaseForge forge, Function<String, Optional<ReleaseOrder>> published) {
        this.submitted = submitted;
        this.forge = forge;
        this.published = published;
    }

    /** Whether any release looks at events of this type that was ever held: one let go of may still be asked for by a crash. */
    boolean listensTo(String type) {
        return listened.contains(type);
    }

    /**
     * Compiles a release, unless it is held already; null for null.
     *
     * @throws RefusedRelease if it cannot run; that is remembered until {@link #tryAgain}
     * @throws ReleaseException if it is what the job was submitted with, and does not compile
     */
    Release hold(String release) throws RefusedRelease, ReleaseException {
        if (release == null) {
            return null;
        }
        Releases.Lease lease = held.get(release);
        if (lease == null) {
            lease = lease(release);
            held.put(release, lease);
            listened.addAll(lease.release().listened());
        }
        return lease.release();
    }

    private Releases.Lease lease(String release) throws RefusedRelease, ReleaseException {
        if (release.equals(ReleaseOrder.SUBMITTED)) {
            return Releases.lease(submitted);
        }
        if (broken.containsKey(release)) {
            throw new RefusedRelease(broken.get(release));
        }
        try {
            return forge.make(published.apply(release).orElseThrow());
        } catch (RefusedRelease e) {
            broken.put(release, e.getMessage());
            throw e;
        }
    }

    /** What could not run before may do so now. */
    void tryAgain(String release) {
        broken.remove(release);
    }

    /** As orders name them. */
    Set<String> names() {
        return Set.copyOf(held.keySet());
    }

    /** By their content. */
    Set<String> ids() {
        return held.values().stream().map(lease -> lease.release().id()).collect(Collectors.toSet());
    }

    /** Lets go of all others. */
    void keepOnly(Set<String> needed) {
        held.entrySet().removeIf(entry -> {
            boolean goes = !needed.contains(entry.getKey());
            if (goes) {
                entry.getValue().close();
            }
            return goes;
        });
    }
}
