package io.motengine.schemas.codec;

import io.motengine.schemas.decision.DeadLetter;
import io.motengine.schemas.event.Origin;
import java.io.IOException;

/** Dead letters as structured CloudEvents. They have no {@code time}: the same input always gives the same bytes. */
public final class DeadLetterCodec {
    private DeadLetterCodec() {}

    public static byte[] write(DeadLetter letter) {
        return Json.write(out -> {
            out.envelope(letter.id(), CloudEventHeaders.ENGINE, DeadLetter.TYPE, letter.key(), null);
            out.object("data", data -> {
                data.object("origin", origin -> Origins.write(origin, letter.origin()));
                data.text("code", letter.code().code());
                data.text("message", letter.message());
                data.base64("payload", letter.payload());
                data.number("payloadSize", letter.payloadSize());
                data.text("payloadSha256", letter.payloadSha256());
            });
        });
    }

    public static DeadLetter read(byte[] value) throws BadEventException {
        return Json.read(value, "value", "", fields -> {
            DeadLetter letter = null;
            for (String name = fields.next(); name != null; name = fields.next()) {
                if (name.equals("data")) {
                    letter = fields.object(DeadLetterCodec::data);
                } else {
                    fields.skip();
                }
            }
            return fields.required(letter, "data", "an object");
        });
    }

    private static DeadLetter data(Fields fields) throws IOException, BadEventException {
        Origin origin = null;
        ErrorCode code = null;
        String message = null;
        byte[] payload = null;
        Long payloadSize = null;
        String payloadSha256 = null;
        for (String name = fields.next(); name != null; name = fields.next()) {
            switch (name) {
                case "origin" -> origin = fields.object(Origins::read);
                case "code" -> code = fields.oneOf(Vocabulary.ERROR_CODES);
                case "message" -> message = fields.text();
                case "payload" -> payload = fields.base64();
                case "payloadSize" -> payloadSize = fields.number();
                case "payloadSha256" -> payloadSha256 = fields.word();
                default -> fields.skip();
            }
        }
        return new DeadLetter(
                fields.required(origin, "origin", "where it stood in Kafka"),
                fields.required(code, "code", "a reason code"),
                fields.required(message, "message", "what was found and expected"),
                fields.required(payload, "payload", "base64"),
                fields.required(payloadSize, "payloadSize", "a whole number"),
                fields.required(payloadSha256, "payloadSha256", "a hash in hex"));
    }
}
