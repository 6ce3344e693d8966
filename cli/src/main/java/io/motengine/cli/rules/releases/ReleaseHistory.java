package io.motengine.cli.rules.releases;

import io.motengine.cli.Refusal;
import io.motengine.schemas.codec.BadEventException;
import io.motengine.schemas.codec.ReleaseOrderCodec;
import io.motengine.schemas.release.LineUp;
import io.motengine.schemas.release.ReleaseLog;
import io.motengine.schemas.release.ReleaseOrder;
import io.motengine.schemas.release.ReleaseStatus;
import io.motengine.schemas.release.ReleaseStatus.State;
import io.motengine.schemas.release.SignedOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What was ordered and what came of it. Orders that the job refused count for nothing: only the job knows whom it trusts. */
final class ReleaseHistory {
    private final Map<String, Map<Integer, ReleaseStatus>> statuses = new LinkedHashMap<>();
    private final Set<String> wereLive = new HashSet<>();
    private final List<Given> orders = new ArrayList<>();
    private final Set<String> chunks = new HashSet<>();
    private final ReleaseLog log = new ReleaseLog(false);
    private int unreadable;

    /**
     * An order on the topic.
     *
     * @param refused why it changes nothing; null if it holds
     */
    record Given(ReleaseOrder order, String key, String refused) {}

    void status(ReleaseStatus status) {
        statuses.computeIfAbsent(status.order(), order -> new TreeMap<>()).put(status.subtask(), status);
        if (status.state() == State.LIVE) {
            wereLive.add(status.order());
        }
    }

    void chunk(String key, int length) {
        chunks.add(key);
    }

    void order(SignedOrder signed) throws BadEventException {
        ReleaseOrder order = ReleaseOrderCodec.order(signed.statement());
        String refused =
                refusal(signed.id()).or(() -> log.take(order, signed.key())).orElse(null);
        orders.add(new Given(order, signed.key(), refused));
    }

    void unreadable() {
        unreadable++;
    }

    private Optional<String> refusal(String order) {
        return statuses(order).values().stream()
                .filter(status -> status.state() == State.REFUSED)
                .map(status -> String.valueOf(status.reason()))
                .findFirst();
    }

    /** What each task said last of an order. */
    Map<Integer, ReleaseStatus> statuses(String order) {
        return statuses.getOrDefault(order, Map.of());
    }

    /** All orders, in their order. */
    List<Given> orders() {
        return List.copyOf(orders);
    }

    boolean has(String chunk) {
        return chunks.contains(chunk);
    }

    int unreadableRecords() {
        return unreadable;
    }

    /** What holds, or will. */
    LineUp last() {
        List<LineUp> lineUps = log.lineUps();
        return lineUps.get(lineUps.size() - 1);
    }

    List<LineUp> lineUps() {
        return log.lineUps();
    }

    /** Whether no task has come to an order's time yet. Where time runs as clocks do, they tell too. */
    boolean isPending(LineUp lineUp, Instant now) {
        boolean wall = statuses(lineUp.order() == null ? "" : lineUp.order()).values().stream()
                .allMatch(status -> status.clock().equals("wall"));
        return lineUp.order() != null
                && !wereLive.contains(lineUp.order())
                && !(wall && !lineUp.from().isAfter(now));
    }

    /** What decides by now. */
    LineUp live(Instant now) {
        LineUp live = LineUp.FIRST;
        for (LineUp lineUp : log.lineUps()) {
            live = isPending(lineUp, now) ? live : lineUp;
        }
        return live;
    }

    /** Orders that hold some time, and nobody has come to that yet. */
    List<LineUp> pending(Instant now) {
        return log.lineUps().stream().filter(lineUp -> isPending(lineUp, now)).toList();
    }

    /** What was live before what is live; empty if there was nothing else. */
    Optional<String> previous(Instant now) {
        String live = live(now).live();
        String previous = null;
        for (LineUp lineUp : log.lineUps()) {
            if (!isPending(lineUp, now) && !lineUp.live().equals(live)) {
                previous = lineUp.live();
            }
        }
        return Optional.ofNullable(previous);
    }

    /** The order that published a release whose id begins so. */
    ReleaseOrder published(String id) {
        List<ReleaseOrder> found = orders.stream()
                .map(Given::order)
                .filter(order -> order.kind() == ReleaseOrder.Kind.PREPARE
                        && order.release().startsWith(id))
                .toList();
        List<String> ids = found.stream().map(ReleaseOrder::release).distinct().toList();
        if (ids.size() != 1) {
            List<String> known = orders.stream()
                    .map(given -> given.order().release())
                    .distinct()
                    .toList();
            throw new Refusal(
                    id + (ids.isEmpty() ? " was never published" : " is the beginning of " + String.join(", ", ids))
                            + " (expected: one of "
                            + (known.isEmpty() ? "none, for nothing was" : String.join(", ", known)) + ")");
        }
        return found.get(0);
    }
}
