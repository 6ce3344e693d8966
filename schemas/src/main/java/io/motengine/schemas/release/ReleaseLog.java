package io.motengine.schemas.release;

import io.motengine.schemas.release.ReleaseOrder.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the orders on {@code mot.releases} come to. A pure function of the orders in their order, so that every task of the job, a
 * restart of it, and whoever looks at the topic come to the same.
 *
 * <p>Signatures are checked before: see {@link TrustedKeys}. Not thread-safe.
 */
public final class ReleaseLog {
    private final boolean approvals;
    private final Map<String, ReleaseOrder> prepared = new HashMap<>();
    private final Map<String, Set<String>> vouched = new HashMap<>();
    private final List<ReleaseOrder> taken = new ArrayList<>();
    private final List<ReleaseOrder> standing = new ArrayList<>();
    private final Set<String> wereLive = new HashSet<>(Set.of(ReleaseOrder.SUBMITTED));
    private List<LineUp> lineUps = List.of(LineUp.FIRST);

    /** @param approvals whether two keys must vouch for what is to decide */
    public ReleaseLog(boolean approvals) {
        this.approvals = approvals;
    }

    /**
     * Takes the next order; to take one twice is harmless.
     *
     * @param key that has signed it
     * @return why it changes nothing; empty if it holds
     */
    public Optional<String> take(ReleaseOrder order, String key) {
        if (order.kind() == Kind.PREPARE) {
            prepared.putIfAbsent(order.release(), order);
            vouched.computeIfAbsent(order.release(), release -> new HashSet<>()).add(key);
            return Optional.empty();
        }
        if (taken.stream().anyMatch(known -> known.id().equals(order.id()))) {
            return Optional.empty();
        }
        return against(order, key).or(() -> {
            taken.add(order);
            vouched.computeIfAbsent(order.release(), release -> new HashSet<>()).add(key);
            add(order);
            lineUp();
            return Optional.empty();
        });
    }

    /** What is refused leaves everything as it was before, so all the others are gone through again. */
    private void again() {
        standing.clear();
        wereLive.clear();
        wereLive.add(ReleaseOrder.SUBMITTED);
        taken.forEach(this::add);
        lineUp();
    }

    private void add(ReleaseOrder order) {
        standing.removeIf(earlier ->
                order.instead().contains(earlier.id()) || !earlier.at().isBefore(order.at()));
        standing.add(order);
        if (order.kind() != Kind.SHADOW) {
            wereLive.add(order.release());
        }
    }

    private void lineUp() {
        List<LineUp> all = new ArrayList<>(List.of(LineUp.FIRST));
        for (ReleaseOrder order : standing) {
            all.add(all.get(all.size() - 1).after(order));
        }
        lineUps = List.copyOf(all);
    }

    private Optional<String> against(ReleaseOrder order, String key) {
        String release = order.release();
        if (!prepared.containsKey(release) && !release.equals(ReleaseOrder.SUBMITTED)) {
            return Optional.of(release + " was never published (expected: a release that was prepared before)");
        }
        if (order.blob() != null && !order.blob().equals(blobOf(release))) {
            return Optional.of("blob: " + order.blob() + " (expected: " + blobOf(release) + ", which was published as "
                    + release + ")");
        }
        if (order.kind() == Kind.ROLLBACK && !wereLive.contains(release)) {
            return Optional.of(release + " was never live (expected: a release to go back to)");
        }
        Optional<Instant> last = standing.stream()
                .filter(earlier -> !order.instead().contains(earlier.id()))
                .map(ReleaseOrder::at)
                .max(Instant::compareTo);
        if (last.isPresent() && !order.at().isAfter(last.get())) {
            return Optional.of("at: " + order.at() + " (expected: later than " + last.get()
                    + ", from when on another order holds)");
        }
        return approvals ? unapproved(order, key) : Optional.empty();
    }

    private String blobOf(String release) {
        return prepared(release).map(ReleaseOrder::blob).orElse(null);
    }

    /** What was live has been approved, and to go back must not wait; a shadow sends nothing. */
    private Optional<String> unapproved(ReleaseOrder order, String key) {
        boolean decides = order.kind() == Kind.ACTIVATE || order.kind() == Kind.CANARY;
        if (!decides || wereLive.contains(order.release())) {
            return Optional.empty();
        }
        Set<String> keys = new HashSet<>(vouched.getOrDefault(order.release(), Set.of()));
        keys.add(key);
        return keys.size() > 1
                ? Optional.empty()
                : Optional.of(order.release() + " is vouched for by one key only, " + key
                        + " (expected: a second signature, by another key)");
    }

    /** An order that turned out not to be possible: as if it had never been given, and what it was to replace stands. */
    public void refuse(String order) {
        taken.removeIf(earlier -> earlier.id().equals(order));
        again();
    }

    /** A release that cannot run: as if nothing had ever been ordered of it. */
    public void refuseRelease(String release) {
        taken.removeIf(earlier -> earlier.release().equals(release));
        again();
    }

    /** The order that published a release. */
    public Optional<ReleaseOrder> prepared(String release) {
        return Optional.ofNullable(prepared.get(release));
    }

    /** Releases that were live at some time, or will be. */
    public Set<String> wereLive() {
        return Set.copyOf(wereLive);
    }

    /** Who decides when, from the earliest on; never empty. */
    public List<LineUp> lineUps() {
        return lineUps;
    }
}
