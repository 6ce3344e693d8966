package io.motengine.schemas.codec;

import io.motengine.schemas.action.ActionCancelled;
import io.motengine.schemas.action.ActionEvent;
import io.motengine.schemas.action.ActionIssued;
import io.motengine.schemas.action.Content;
import io.motengine.schemas.action.Task;
import io.motengine.schemas.event.EventEnvelope;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/**
 * Actions as structured CloudEvents, as they stand on {@code mot.actions.<channel>}. The same action always gives the same
 * bytes.
 */
public final class ActionCodec {
    private ActionCodec() {}

    public static byte[] write(ActionEvent action) {
        return action instanceof ActionIssued issued ? write(issued) : write((ActionCancelled) action);
    }

    /** Reads either kind, told apart by the CloudEvents type. */
    public static ActionEvent read(byte[] value) throws BadEventException {
        EventEnvelope envelope = EnvelopeReader.read(null, value, RecordHeaders.NONE);
        return switch (envelope.type()) {
            case ActionIssued.TYPE -> Json.read(envelope.body(), "data", "data.", data -> issued(envelope, data));
            case ActionCancelled.TYPE -> Json.read(envelope.body(), "data", "data.", data -> cancelled(envelope, data));
            default ->
                throw Complaint.of(
                        ErrorCode.BAD_VALUE,
                        "type",
                        Complaint.quoted(envelope.type()),
                        ActionIssued.TYPE + " or " + ActionCancelled.TYPE);
        };
    }

    private static byte[] write(ActionIssued action) {
        return Json.write(out -> {
            out.envelope(action.id(), CloudEventHeaders.ENGINE, ActionIssued.TYPE, action.customer(), action.time());
            out.object("data", data -> {
                data.text("strategy", action.strategy());
                data.text("moment", action.moment());
                data.text("momentInstance", action.momentInstance());
                data.text("channel", action.channel());
                data.text("product", action.product());
                data.object("content", content -> write(content, action.content()));
                data.text("benefit", action.benefit());
                data.number("priority", action.priority());
                data.flag("service", action.service());
                data.number("rung", action.rung());
                data.number("attempt", action.attempt());
                data.time("notBefore", action.notBefore());
                data.time("expiresAt", action.expiresAt());
                data.text("branch", action.branch());
                data.text("relationshipManager", action.relationshipManager());
                data.texts("reasons", action.reasons());
                data.text("release", action.release());
                if (action.task() != null) {
                    data.object("task", task -> TaskParts.write(task, action.task()));
                }
            });
        });
    }

    private static void write(JsonOut out, Content content) throws IOException {
        out.text("id", content.id());
        out.text("language", content.language());
        out.text("title", content.title());
        out.text("body", content.body());
        out.text("script", content.script());
    }

    private static byte[] write(ActionCancelled action) {
        return Json.write(out -> {
            out.envelope(action.id(), CloudEventHeaders.ENGINE, ActionCancelled.TYPE, action.customer(), action.time());
            out.object("data", data -> {
                data.text("actionId", action.actionId());
                data.text("channel", action.channel());
                data.text("strategy", action.strategy());
                data.text("reason", action.reason());
            });
        });
    }

    private static ActionIssued issued(EventEnvelope envelope, Fields data) throws IOException, BadEventException {
        String strategy = null;
        String moment = null;
        String momentInstance = null;
        String channel = null;
        String product = null;
        Content content = null;
        String benefit = null;
        Integer priority = null;
        Boolean service = null;
        Integer rung = null;
        Integer attempt = null;
        Instant notBefore = null;
        Instant expiresAt = null;
        String branch = null;
        String relationshipManager = null;
        List<String> reasons = null;
        String release = null;
        Task task = null;
        for (String name = data.next(); name != null; name = data.next()) {
            switch (name) {
                case "strategy" -> strategy = data.word();
                case "moment" -> moment = data.word();
                case "momentInstance" -> momentInstance = data.text();
                case "channel" -> channel = data.word();
                case "product" -> product = data.word();
                case "content" -> content = data.object(ActionCodec::content);
                case "benefit" -> benefit = data.word();
                case "priority" -> priority = data.integer();
                case "service" -> service = data.bool();
                case "rung" -> rung = data.integer();
                case "attempt" -> attempt = data.integer();
                case "notBefore" -> notBefore = data.instant();
                case "expiresAt" -> expiresAt = data.instant();
                case "branch" -> branch = data.word();
                case "relationshipManager" -> relationshipManager = data.word();
                case "reasons" -> reasons = data.texts();
                case "release" -> release = data.word();
                case "task" -> task = data.object(TaskParts::read);
                default -> data.skip();
            }
        }
        return new ActionIssued(
                envelope.id(),
                envelope.time(),
                envelope.subject(),
                data.required(strategy, "strategy", "a strategy"),
                data.required(moment, "moment", "a moment"),
                data.required(momentInstance, "momentInstance", "what raised the moment"),
                data.required(channel, "channel", "a channel"),
                product,
                data.required(content, "content", "the rendered content"),
                benefit,
                data.required(priority, "priority", "a whole number"),
                data.required(service, "service", "true or false"),
                data.required(rung, "rung", "a whole number"),
                data.required(attempt, "attempt", "a whole number"),
                data.required(notBefore, "notBefore", "a time"),
                data.required(expiresAt, "expiresAt", "a time"),
                branch,
                relationshipManager,
                data.required(reasons, "reasons", "an array"),
                data.required(release, "release", "a release id"),
                task);
    }

    private static Content content(Fields fields) throws IOException, BadEventException {
        String id = null;
        String language = null;
        String title = null;
        String body = null;
        String script = null;
        for (String name = fields.next(); name != null; name = fields.next()) {
            switch (name) {
                case "id" -> id = fields.word();
                case "language" -> language = fields.word();
                case "title" -> title = fields.text();
                case "body" -> body = fields.text();
                case "script" -> script = fields.text();
                default -> fields.skip();
            }
        }
        return new Content(
                fields.required(id, "id", "a content id"),
                fields.required(language, "language", "zh or en"),
                title,
                fields.required(body, "body", "the text"),
                script);
    }

    private static ActionCancelled cancelled(EventEnvelope envelope, Fields data)
            throws IOException, BadEventException {
        String actionId = null;
        String channel = null;
        String strategy = null;
        String reason = null;
        for (String name = data.next(); name != null; name = data.next()) {
            switch (name) {
                case "actionId" -> actionId = data.word();
                case "channel" -> channel = data.word();
                case "strategy" -> strategy = data.word();
                case "reason" -> reason = data.word();
                default -> data.skip();
            }
        }
        return new ActionCancelled(
                envelope.id(),
                envelope.time(),
                envelope.subject(),
                data.required(actionId, "actionId", "the id of the action"),
                data.required(channel, "channel", "a channel"),
                data.required(strategy, "strategy", "a strategy"),
                data.required(reason, "reason", "a reason code"));
    }
}
