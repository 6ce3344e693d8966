package io.motengine.schemas.codec;

import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.release.ReleaseStatus;
import java.io.IOException;
import java.time.Instant;
import java.util.Set;

/** How far the job is with an order, as a structured CloudEvent; its subject is the order. */
public final class ReleaseStatusCodec {
    private static final String SOURCE = "/mot-engine";
    private static final WireNames<ReleaseStatus.State> STATES = new WireNames<>(ReleaseStatus.State.class);
    private static final Set<String> CLOCKS = Vocabulary.sorted("wall", "event");

    private ReleaseStatusCodec() {}

    public static byte[] write(ReleaseStatus status) {
        return Json.write(out -> {
            out.envelope(status.id(), SOURCE, ReleaseStatus.TYPE, status.order(), status.time());
            out.object("data", data -> {
                data.text("order", status.order());
                data.text("release", status.release());
                data.number("subtask", status.subtask());
                data.number("subtasks", status.subtasks());
                data.text("state", STATES.of(status.state()));
                data.text("reason", status.reason());
                data.time("highWater", status.highWater());
                data.text("clock", status.clock());
                data.number("tookMillis", status.tookMillis());
            });
        });
    }

    public static ReleaseStatus read(byte[] value) throws BadEventException {
        EventEnvelope envelope = EnvelopeReader.read(null, value, RecordHeaders.NONE);
        if (!envelope.type().equals(ReleaseStatus.TYPE)) {
            throw Complaint.of(ErrorCode.BAD_VALUE, "type", Complaint.quoted(envelope.type()), ReleaseStatus.TYPE);
        }
        return Json.read(envelope.body(), "data", "data.", data -> status(envelope, data));
    }

    private static ReleaseStatus status(EventEnvelope envelope, Fields data) throws IOException, BadEventException {
        String order = null;
        String release = null;
        Integer subtask = null;
        Integer subtasks = null;
        ReleaseStatus.State state = null;
        String reason = null;
        Instant highWater = null;
        String clock = null;
        Long tookMillis = null;
        for (String name = data.next(); name != null; name = data.next()) {
            switch (name) {
                case "order" -> order = data.word();
                case "release" -> release = data.word();
                case "subtask" -> subtask = data.integer();
                case "subtasks" -> subtasks = data.integer();
                case "state" -> state = data.oneOf(STATES);
                case "reason" -> reason = data.text();
                case "highWater" -> highWater = data.instant();
                case "clock" -> clock = data.oneOf(CLOCKS);
                case "tookMillis" -> tookMillis = data.number();
                default -> data.skip();
            }
        }
        return new ReleaseStatus(
                envelope.id(),
                envelope.time(),
                data.required(order, "order", "an order's id"),
                data.required(release, "release", "a release's id"),
                data.required(subtask, "subtask", "a number from 0"),
                data.required(subtasks, "subtasks", "a number from 1"),
                data.required(state, "state", "one of " + String.join(", ", STATES.all())),
                reason,
                highWater,
                data.required(clock, "clock", "wall or event"),
                tookMillis == null ? 0 : tookMillis);
    }
}
