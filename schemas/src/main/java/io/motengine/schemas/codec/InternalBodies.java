package io.motengine.schemas.codec;

import io.motengine.schemas.event.LinkedMoment;
import io.motengine.schemas.event.MergeHandedOver;
import io.motengine.schemas.event.MergeRequested;
import io.motengine.schemas.event.TieForgotten;
import io.motengine.schemas.hash.Sha256;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Bodies of what the engine tells itself. They come over a topic like any other, so nothing is taken on trust. */
final class InternalBodies {
    private InternalBodies() {}

    static LinkedMoment linkedMoment(Fields fields) throws IOException, BadEventException {
        String moment = null;
        String relation = null;
        String from = null;
        String subject = null;
        Map<String, String> variables = null;
        List<String> path = null;
        String cause = null;
        for (String name = fields.next(); name != null; name = fields.next()) {
            switch (name) {
                case "moment" -> moment = fields.word();
                case "relation" -> relation = fields.oneOf(Vocabulary.RELATIONS);
                case "from" -> from = fields.word();
                case "subject" -> subject = fields.text();
                case "variables" -> variables = fields.textsByName();
                case "path" -> path = fields.words();
                case "cause" -> cause = fields.text();
                default -> fields.skip();
            }
        }
        return new LinkedMoment(
                fields.required(moment, "moment", "a moment"),
                fields.required(relation, "relation", "a relation such as owner"),
                fields.required(from, "from", "a customer id"),
                subject,
                fields.required(variables, "variables", "an object"),
                fields.required(path, "path", "an array"),
                fields.required(cause, "cause", "what raised the moment"));
    }

    static MergeRequested mergeRequested(Fields fields) throws IOException, BadEventException {
        String into = null;
        String link = null;
        for (String name = fields.next(); name != null; name = fields.next()) {
            switch (name) {
                case "into" -> into = fields.word();
                case "link" -> link = fields.text();
                default -> fields.skip();
            }
        }
        fields.required(into, "into", "a customer id");
        fields.required(link, "link", "source/id of the event that tied the two");
        return new MergeRequested(into, link);
    }

    static TieForgotten tieForgotten(Fields fields) throws IOException, BadEventException {
        List<String> names = null;
        for (String name = fields.next(); name != null; name = fields.next()) {
            if (name.equals("names")) {
                names = fields.words();
            } else {
                fields.skip();
            }
        }
        return new TieForgotten(fields.required(names, "names", "an array"));
    }

    static MergeHandedOver mergeHandedOver(Fields fields) throws IOException, BadEventException {
        String from = null;
        byte[] record = null;
        String digest = null;
        for (String name = fields.next(); name != null; name = fields.next()) {
            switch (name) {
                case "from" -> from = fields.word();
                case "record" -> record = fields.base64();
                case "digest" -> digest = fields.word();
                default -> fields.skip();
            }
        }
        fields.required(from, "from", "the old identity");
        fields.required(record, "record", "base64");
        fields.required(digest, "digest", "a hash in hex");
        String actual = Sha256.hex(record);
        if (!actual.equals(digest)) {
            throw fields.bad(ErrorCode.BAD_VALUE, "digest", Complaint.quoted(digest), "the SHA-256 of record");
        }
        return new MergeHandedOver(from, record, digest);
    }
}
