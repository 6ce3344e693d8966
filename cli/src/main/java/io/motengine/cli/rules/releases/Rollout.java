package io.motengine.cli.rules.releases;

import io.motengine.cli.screen.Stages;
import io.motengine.schemas.release.LineUp;
import io.motengine.schemas.release.ReleaseBlob;
import io.motengine.schemas.release.ReleaseFiles;
import io.motengine.schemas.release.ReleaseKey;
import io.motengine.schemas.release.ReleaseOrder;
import io.motengine.schemas.release.ReleaseOrder.Kind;
import io.motengine.schemas.release.ReleaseStatus.State;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Brings a release to the job in two steps: every task compiles it and says so, and only then is said from when on it decides. The
 * swap is stated a little ahead of what the tasks have decided, so that all of them know of it before they come to it.
 */
final class Rollout {
    private static final Duration FIRST_ANSWER = Duration.ofSeconds(30);
    private static final Duration COMPILING = Duration.ofMinutes(3);
    private static final Duration ARMING = Duration.ofSeconds(30);
    private static final Duration LIVING = Duration.ofSeconds(60);
    private static final Duration SPEED = Duration.ofSeconds(3);
    private static final Duration AHEAD = Duration.ofSeconds(1);
    /** An event from further in the future than this has a wrong clock. */
    private static final Duration MOST_AHEAD = Duration.ofMinutes(5);

    private final ReleaseTopic topic;
    private final ReleaseKey key;
    private final String who;
    private final String message;
    private final Stages stages;
    private final long start = System.nanoTime();

    /** What is to be done with a release that is prepared. */
    record Plan(Kind kind, int share, Instant at) {}

    Rollout(ReleaseTopic topic, ReleaseKey key, String who, String message, Stages stages) {
        this.topic = topic;
        this.key = key;
        this.who = who;
        this.message = message;
        this.stages = stages;
    }

    /** Publishes files and has every task compile them; gives null if that was refused. */
    Answers prepare(ReleaseFiles files, StatusWatch watch, ReleaseHistory history) {
        byte[] blob = ReleaseBlob.pack(files);
        String hash = ReleaseBlob.hash(blob);
        if (!history.has(ReleaseBlob.key(hash, ReleaseBlob.chunks(blob).size() - 1))) {
            stages.doing("publishing " + blob.length / 1024 + " KiB");
            topic.put(blob);
        }
        return prepare(files.id(), hash, blob.length, watch);
    }

    /** Has what was published before decide again, or by another order; gives the command's exit code. */
    int again(ReleaseOrder published, Plan plan, StatusWatch watch, ReleaseHistory history) {
        Answers prepared = prepare(published.release(), published.blob(), published.bytes(), watch);
        return prepared == null ? 1 : activate(published.release(), published.blob(), plan, prepared, watch, history);
    }

    /** Has every task compile what was published before; gives null if that was refused. */
    Answers prepare(String release, String blob, int bytes, StatusWatch watch) {
        ReleaseOrder order = ReleaseOrder.prepare(id(), now(), release, blob, bytes, who, message);
        topic.give(order, key);
        Answers answers = new Answers(order.id());
        Boolean heard = watch.until(() -> answers.tasks() > 0 ? true : null, answers::take, FIRST_ANSWER);
        if (heard == null) {
            stages.done("no task of the job has answered for " + FIRST_ANSWER.toSeconds() + " s: does it run, and on "
                    + topic.bootstrap() + "?");
            stages.done("Nothing has changed. The release is published; publish it again when the job runs.");
            return null;
        }
        Boolean done = watch.until(
                () -> {
                    stages.doing("prepared on " + answers.count(State.PREPARED) + " of " + answers.tasks());
                    return answers.refusal().isPresent() ? Boolean.FALSE : answers.all(State.PREPARED) ? true : null;
                },
                answers::take,
                COMPILING);
        if (done == null) {
            stages.done("prepared on " + answers.count(State.PREPARED) + " of " + answers.tasks()
                    + " only: the others do not answer. Nothing has changed.");
            return null;
        }
        return done ? answers : refused(release, answers);
    }

    private Answers refused(String release, Answers answers) {
        stages.done("refused: " + answers.refusal().orElse("no reason given"));
        stages.done("Nothing has changed: " + release + " is not live.");
        return null;
    }

    /** Says from when on a prepared release decides; gives the exit code. */
    int activate(String release, String blob, Plan plan, Answers prepared, StatusWatch watch, ReleaseHistory history) {
        List<LineUp> pending = history.pending(now());
        Instant at = plan.at() == null ? ahead(prepared, watch) : plan.at();
        LineUp last = history.live(now());
        if (plan.at() == null && !at.isAfter(last.from())) {
            at = last.from().plusMillis(1);
        }
        ReleaseOrder order = new ReleaseOrder(
                id(),
                now(),
                plan.kind(),
                release,
                blob,
                0,
                at,
                plan.share(),
                pending.stream().map(LineUp::order).toList(),
                who,
                message);
        pending.forEach(
                lineUp -> stages.done("instead of " + lineUp.live() + ", which was to be live from " + lineUp.from()));
        topic.give(order, key);
        return await(order, plan, watch);
    }

    private int await(ReleaseOrder order, Plan plan, StatusWatch watch) {
        Answers answers = new Answers(order.id());
        Boolean armed = watch.until(
                () -> answers.refusal().isPresent() ? Boolean.FALSE : answers.all(State.ARMED) ? true : null,
                answers::take,
                ARMING);
        if (armed == null || !armed) {
            stages.done(
                    armed == null
                            ? "ordered, and heard of on " + answers.count(State.ARMED) + " of " + answers.tasks()
                                    + ": see ./mot rules status"
                            : "refused: " + answers.refusal().orElse("no reason given"));
            return 1;
        }
        if (answers.late() > 0) {
            stages.done("note: " + answers.late() + " of " + answers.tasks() + " had decided events of " + order.at()
                    + " or later by what was live before");
        }
        if (plan.at() != null) {
            stages.done("scheduled on " + answers.tasks() + " of " + answers.tasks() + " for " + order.at());
            return 0;
        }
        Boolean live = watch.until(
                () -> {
                    stages.doing("live on " + answers.count(State.LIVE) + " of " + answers.tasks());
                    return answers.all(State.LIVE) ? true : null;
                },
                answers::take,
                LIVING);
        String count = answers.count(State.LIVE) + " of " + answers.tasks();
        if (live == null) {
            stages.done("live on " + count + ", from the event time " + order.at()
                    + " on, which the others have not come to yet: see ./mot rules status");
            return 0;
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        stages.done(String.format(
                Locale.ROOT, "%s on %s in %.1f s, for events from %s on", word(plan), count, seconds, order.at()));
        return 0;
    }

    private static String word(Plan plan) {
        return switch (plan.kind()) {
            case SHADOW -> "shadow";
            case CANARY -> "canary for " + plan.share() / 100.0 + "% of customers";
            default -> "live";
        };
    }

    /** Where events are decided as they happen, a second from now; else as much of their time as passes in a second. */
    private Instant ahead(Answers answers, StatusWatch watch) {
        if (answers.byWallClock()) {
            Instant now = now();
            Instant newest = answers.reached()
                    .filter(reached -> reached.isBefore(now.plus(MOST_AHEAD)))
                    .orElse(now);
            return (newest.isAfter(now) ? newest : now).plus(AHEAD);
        }
        stages.doing("finding out how fast time passes in the stream");
        Double speed = watch.until(() -> answers.speed().orElse(null), answers::take, SPEED);
        double factor = speed == null ? 1.0 : Math.max(1.0, speed);
        long millis = (long) (AHEAD.toMillis() * factor);
        return answers.reached().orElse(now()).plusMillis(millis);
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
