package io.motengine.cli.rules.releases;

import io.motengine.schemas.release.ReleaseStatus;
import io.motengine.schemas.release.ReleaseStatus.State;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What the tasks of the job have answered to one order. */
final class Answers {
    private final String order;
    private final Map<Integer, ReleaseStatus> byTask = new TreeMap<>();
    private final Map<Integer, ReleaseStatus> firstOfTask = new TreeMap<>();
    private final Set<Integer> late = new HashSet<>();
    private int tasks;

    Answers(String order) {
        this.order = order;
    }

    void take(ReleaseStatus status) {
        if (!status.order().equals(order)) {
            return;
        }
        tasks = status.subtasks();
        byTask.put(status.subtask(), status);
        firstOfTask.putIfAbsent(status.subtask(), status);
        if (status.state() == State.LATE) {
            late.add(status.subtask());
        }
    }

    int tasks() {
        return tasks;
    }

    /** How many of the tasks have come so far. */
    int count(State least) {
        return (int) byTask.values().stream()
                .filter(status -> status.state().compareTo(least) >= 0 && status.state() != State.REFUSED)
                .count();
    }

    boolean all(State least) {
        return tasks > 0 && count(least) == tasks;
    }

    /** Why not; empty while nobody has refused. */
    Optional<String> refusal() {
        return byTask.values().stream()
                .filter(status -> status.state() == State.REFUSED)
                .map(status -> String.valueOf(status.reason()))
                .findFirst();
    }

    int late() {
        return late.size();
    }

    boolean byWallClock() {
        return byTask.values().stream().allMatch(status -> status.clock().equals("wall"));
    }

    /** Newest event time that any task has decided; empty if none has decided anything. */
    Optional<Instant> reached() {
        return byTask.values().stream()
                .map(ReleaseStatus::highWater)
                .filter(time -> time != null)
                .max(Instant::compareTo);
    }

    long slowestMillis() {
        return byTask.values().stream()
                .mapToLong(ReleaseStatus::tookMillis)
                .max()
                .orElse(0);
    }

    /**
     * How much event time passes in a second, by what tasks have said at two moments at least; empty if it cannot be told yet.
     */
    Optional<Double> speed() {
        double fastest = -1;
        for (Map.Entry<Integer, ReleaseStatus> last : byTask.entrySet()) {
            ReleaseStatus first = firstOfTask.get(last.getKey());
            long wall = Duration.between(first.time(), last.getValue().time()).toMillis();
            if (wall >= 200 && first.highWater() != null && last.getValue().highWater() != null) {
                long passed = Duration.between(
                                first.highWater(), last.getValue().highWater())
                        .toMillis();
                fastest = Math.max(fastest, (double) passed / wall);
            }
        }
        return fastest < 0 ? Optional.empty() : Optional.of(fastest);
    }
}
