package io.motengine.schemas.codec;

import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.stop.StopChanged;
import java.io.IOException;

/** Emergency stops as structured CloudEvents, as they stand on {@code mot.stops}. */
public final class StopCodec {
    /** CloudEvents {@code source} of stops that people call from the command line. */
    public static final String SOURCE = "/mot-cli";

    private StopCodec() {}

    public static byte[] write(StopChanged stop) {
        return Json.write(out -> {
            out.envelope(stop.id(), SOURCE, StopChanged.TYPE, stop.what(), stop.time());
            out.object("data", data -> {
                data.flag("holds", stop.holds());
                data.text("who", stop.who());
                data.text("why", stop.why());
            });
        });
    }

    public static StopChanged read(byte[] value) throws BadEventException {
        EventEnvelope envelope = EnvelopeReader.read(null, value, RecordHeaders.NONE);
        if (!envelope.type().equals(StopChanged.TYPE)) {
            throw Complaint.of(ErrorCode.BAD_VALUE, "type", Complaint.quoted(envelope.type()), StopChanged.TYPE);
        }
        if (!StopChanged.isStop(envelope.subject())) {
            String found = Complaint.quoted(envelope.subject());
            throw Complaint.of(ErrorCode.BAD_VALUE, "subject", found, "all, channel:<id> or strategy:<id>");
        }
        return Json.read(envelope.body(), "data", "data.", data -> stop(envelope, data));
    }

    private static StopChanged stop(EventEnvelope envelope, Fields data) throws IOException, BadEventException {
        Boolean holds = null;
        String who = null;
        String why = null;
        for (String name = data.next(); name != null; name = data.next()) {
            switch (name) {
                case "holds" -> holds = data.bool();
                case "who" -> who = data.text();
                case "why" -> why = data.text();
                default -> data.skip();
            }
        }
        return new StopChanged(
                envelope.id(),
                envelope.time(),
                envelope.subject(),
                data.required(holds, "holds", "true or false"),
                data.required(who, "who", "who called or lifted it"),
                why);
    }
}
