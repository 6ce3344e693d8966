package io.motengine.schemas.codec;

import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.release.ReleaseKey;
import io.motengine.schemas.release.ReleaseOrder;
import io.motengine.schemas.release.SignedOrder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Orders about releases: the statement that is signed, and the structured CloudEvent that carries it. */
public final class ReleaseOrderCodec {
    private static final WireNames<ReleaseOrder.Kind> KINDS = new WireNames<>(ReleaseOrder.Kind.class);

    private ReleaseOrderCodec() {}

    /** An order that the key's owner vouches for. */
    public static SignedOrder sign(ReleaseOrder order, ReleaseKey key) {
        return key.sign(order.id(), order.time(), statement(order));
    }

    /** The text to sign. */
    public static String statement(ReleaseOrder order) {
        byte[] json = Json.write(out -> {
            out.text("id", order.id());
            out.time("time", order.time());
            out.text("kind", KINDS.of(order.kind()));
            out.text("release", order.release());
            if (order.blob() != null) {
                out.text("blob", order.blob());
            }
            if (order.bytes() > 0) {
                out.number("bytes", order.bytes());
            }
            out.time("at", order.at());
            if (order.share() > 0) {
                out.number("share", order.share());
            }
            out.textsIfAny("instead", order.instead());
            out.text("who", order.who());
            out.text("message", order.message());
        });
        return new String(json, StandardCharsets.UTF_8);
    }

    /** The order in a statement, whoever signed it. */
    public static ReleaseOrder order(String statement) throws BadEventException {
        byte[] json = statement.getBytes(StandardCharsets.UTF_8);
        return Json.read(json, "statement", "statement.", ReleaseOrderCodec::order);
    }

    private static ReleaseOrder order(Fields fields) throws IOException, BadEventException {
        String id = null;
        Instant time = null;
        ReleaseOrder.Kind kind = null;
        String release = null;
        String blob = null;
        Integer bytes = null;
        Instant at = null;
        Integer share = null;
        List<String> instead = null;
        String who = null;
        String message = null;
        for (String name = fields.next(); name != null; name = fields.next()) {
            switch (name) {
                case "id" -> id = fields.word();
                case "time" -> time = fields.instant();
                case "kind" -> kind = fields.oneOf(KINDS);
                case "release" -> release = fields.word();
                case "blob" -> blob = fields.word();
                case "bytes" -> bytes = fields.integer();
                case "at" -> at = fields.instant();
                case "share" -> share = fields.integer();
                case "instead" -> instead = fields.words();
                case "who" -> who = fields.text();
                case "message" -> message = fields.text();
                default -> fields.skip();
            }
        }
        try {
            return new ReleaseOrder(
                    fields.required(id, "id", "the order's id"),
                    fields.required(time, "time", Rfc3339.EXPECTED),
                    fields.required(kind, "kind", "one of " + String.join(", ", KINDS.all())),
                    fields.required(release, "release", "a release's id"),
                    blob,
                    bytes == null ? 0 : bytes,
                    at,
                    share == null ? 0 : share,
                    instead == null ? List.of() : instead,
                    fields.required(who, "who", "who gave the order"),
                    message);
        } catch (IllegalArgumentException e) {
            throw new BadEventException(ErrorCode.BAD_VALUE, "statement." + e.getMessage());
        }
    }

    public static byte[] write(SignedOrder order) {
        return Json.write(out -> {
            out.envelope(order.id(), StopCodec.SOURCE, SignedOrder.TYPE, order.id(), order.time());
            out.object("data", data -> {
                data.text("statement", order.statement());
                data.text("key", order.key());
                data.text("signature", order.signature());
            });
        });
    }

    /** Reads an order; whether it is to be trusted is another question. */
    public static SignedOrder read(byte[] value) throws BadEventException {
        EventEnvelope envelope = EnvelopeReader.read(null, value, RecordHeaders.NONE);
        if (!envelope.type().equals(SignedOrder.TYPE)) {
            throw Complaint.of(ErrorCode.BAD_VALUE, "type", Complaint.quoted(envelope.type()), SignedOrder.TYPE);
        }
        return Json.read(envelope.body(), "data", "data.", data -> signed(envelope, data));
    }

    private static SignedOrder signed(EventEnvelope envelope, Fields data) throws IOException, BadEventException {
        String statement = null;
        String key = null;
        String signature = null;
        for (String name = data.next(); name != null; name = data.next()) {
            switch (name) {
                case "statement" -> statement = data.text();
                case "key" -> key = data.word();
                case "signature" -> signature = data.word();
                default -> data.skip();
            }
        }
        return new SignedOrder(
                envelope.id(),
                envelope.time(),
                data.required(statement, "statement", "the order"),
                data.required(key, "key", "the key that signed"),
                data.required(signature, "signature", "a signature in base64"));
    }
}
