package io.motengine.jobs.release;

import io.motengine.engine.release.ReleaseException;
import io.motengine.jobs.config.ClockMode;
import io.motengine.jobs.config.ReleaseConfig;
import io.motengine.schemas.codec.ReleaseOrderCodec;
import io.motengine.schemas.codec.ReleaseStatusCodec;
import io.motengine.schemas.release.ReleaseBlob;
import io.motengine.schemas.release.ReleaseFiles;
import io.motengine.schemas.release.ReleaseKey;
import io.motengine.schemas.release.ReleaseOrder;
import io.motengine.schemas.release.ReleaseOrder.Kind;
import io.motengine.schemas.release.ReleaseStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A topic of releases in memory: what stands on it, what a book makes of it, and what the book says. */
public final class Orders {
    private static final Instant GIVEN = Instant.parse("2026-03-02T03:00:00Z");

    private final ReleaseKey key = ReleaseKey.generate();
    private final ReleaseConfig config;
    private final ReleaseFiles submitted;
    private final Map<String, byte[]> blobs = new HashMap<>();
    private final List<byte[]> topic = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private final List<byte[]> statuses = new ArrayList<>();
    private final Map<String, String> refused = new HashMap<>();
    private ReleaseForge.Work work = ReleaseForge::compiled;
    private ReleaseBook book;
    private Seat seat;
    private long now = GIVEN.toEpochMilli();

    public Orders(ReleaseFiles submitted) {
        this(submitted, false, List.of());
    }

    Orders(ReleaseFiles submitted, boolean approvals, List<ReleaseKey> others) {
        this(submitted, approvals, others, Duration.ofSeconds(20));
    }

    /** With so much time for each release to compile. */
    Orders(ReleaseFiles submitted, Duration patience) {
        this(submitted, false, List.of(), patience);
    }

    private Orders(ReleaseFiles submitted, boolean approvals, List<ReleaseKey> others, Duration patience) {
        this.submitted = submitted;
        List<String> keys = new ArrayList<>(List.of(key.publicText()));
        others.forEach(other -> keys.add(other.publicText()));
        config = new ReleaseConfig(null, keys, approvals, patience, 64);
    }

    /** The same files with another name for one strategy: another release that decides the same. */
    public static ReleaseFiles variant(ReleaseFiles files, int number) {
        Map<String, String> changed = new TreeMap<>(files.files());
        changed.put("moments/variant.drl", "// Variant " + number + "\n");
        return new ReleaseFiles(changed);
    }

    /** Who signs, unless somebody else is named. */
    ReleaseKey key() {
        return key;
    }

    void working(ReleaseForge.Work other) {
        work = other;
    }

    /** As a process that starts does it. */
    ReleaseBook book() throws Exception {
        book = new ReleaseBook(
                config,
                submitted,
                new ReleaseForge(config, this::blob, files -> work.compile(files)),
                this::hear,
                ClockMode.WALL,
                () -> now);
        statuses.forEach(book::recallStatus);
        topic.forEach(book::recall);
        book.begin();
        book.resume();
        return book;
    }

    private void hear(
            Seat seat, String order, String release, ReleaseStatus.State state, String reason, long tookMillis) {
        said.add(seat.subtask() + " " + state + (reason == null ? "" : ": " + reason));
        statuses.add(ReleaseStatusCodec.write(new ReleaseStatus(
                "s-" + statuses.size(),
                GIVEN,
                order,
                release,
                seat.subtask(),
                seat.subtasks(),
                state,
                reason,
                null,
                "wall",
                tookMillis)));
        if (state == ReleaseStatus.State.REFUSED) {
            refused.put(order, reason);
        }
    }

    /** Why an order was refused; null if it was not. */
    String refusal(String order) {
        return refused.get(order);
    }

    private byte[] blob(String hash, int bytes) throws RefusedRelease {
        if (!blobs.containsKey(hash)) {
            throw new RefusedRelease("not there");
        }
        return blobs.get(hash);
    }

    void at(Instant time) {
        now = time.toEpochMilli();
    }

    /** What was said since it was last asked. */
    List<String> said() {
        List<String> all = List.copyOf(said);
        said.clear();
        return all;
    }

    public void prepare(ReleaseFiles release) {
        prepare(release, key);
    }

    void prepare(ReleaseFiles release, ReleaseKey by) {
        byte[] blob = ReleaseBlob.pack(release);
        blobs.put(ReleaseBlob.hash(blob), blob);
        prepare(release, blob, by);
    }

    void prepareWithoutBlob(ReleaseFiles release) {
        prepare(release, ReleaseBlob.pack(release), key);
    }

    private void prepare(ReleaseFiles release, byte[] blob, ReleaseKey by) {
        give(ReleaseOrder.prepare(id(), GIVEN, release.id(), ReleaseBlob.hash(blob), blob.length, "tests", null), by);
    }

    /** The content is not what was signed. */
    void spoil(ReleaseFiles release) {
        blobs.put(ReleaseBlob.hash(ReleaseBlob.pack(release)), ReleaseBlob.pack(variant(release, 99)));
    }

    public void order(Kind kind, String release, Instant at) {
        order(kind, release, at, key);
    }

    void order(Kind kind, String release, Instant at, ReleaseKey by) {
        order(kind, release, at, List.of(), by);
    }

    /** In place of others that have not begun; gives its id. */
    String order(Kind kind, String release, Instant at, List<String> instead) {
        return order(kind, release, at, instead, key);
    }

    private String order(Kind kind, String release, Instant at, List<String> instead, ReleaseKey by) {
        int share = kind == Kind.CANARY ? 5_000 : 0;
        String id = id();
        give(new ReleaseOrder(id, GIVEN, kind, release, null, 0, at, share, instead, "tests", null), by);
        return id;
    }

    ReleaseOrder activation(String release, Instant at) {
        return new ReleaseOrder(id(), GIVEN, Kind.ACTIVATE, release, null, 0, at, 0, List.of(), "tests", null);
    }

    private void give(ReleaseOrder order, ReleaseKey by) {
        give(ReleaseOrderCodec.write(ReleaseOrderCodec.sign(order, by)));
    }

    void give(byte[] record) {
        topic.add(record);
        if (book != null) {
            book.take(record);
        }
    }

    private String id() {
        return "o-" + topic.size();
    }

    /** A process that follows this topic; a second call is another process, after a crash of the first. */
    public ReleaseFeed feed() {
        return new InMemory(this);
    }

    /** Not sent anywhere: an operator under test runs in this process. */
    private static final class InMemory implements ReleaseFeed {
        private static final long serialVersionUID = 1L;
        private static final Map<Integer, Orders> ALL = new HashMap<>();
        private final int number;

        private InMemory(Orders orders) {
            number = ALL.size();
            ALL.put(number, orders);
        }

        @Override
        public LiveReleases open() {
            try {
                ReleaseBook book = ALL.get(number).book();
                return new LiveReleases() {
                    @Override
                    public boolean listensTo(String type) {
                        return book.listensTo(type);
                    }

                    @Override
                    public Seat seat(int subtask, int subtasks, long from) throws ReleaseException {
                        return ALL.get(number).seat(subtask, subtasks, from);
                    }

                    @Override
                    public void close() {
                        book.close();
                    }
                };
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private Seat seat(int subtask, int subtasks, long from) throws ReleaseException {
        seat = book.seat(subtask, subtasks, from);
        return seat;
    }

    /** Releases that are warmed up for the task that came last, and that it has not taken over. */
    public Set<String> waiting() {
        return seat.waiting();
    }

    /** Lets time pass for what waits. */
    public void tick() {
        book.tick();
    }
}
