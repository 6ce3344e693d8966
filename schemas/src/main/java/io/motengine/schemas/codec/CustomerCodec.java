package io.motengine.schemas.codec;

import io.motengine.schemas.customer.CustomerView;
import io.motengine.schemas.customer.CustomerView.Grant;
import io.motengine.schemas.customer.CustomerView.LastContact;
import io.motengine.schemas.customer.CustomerView.OpenAction;
import io.motengine.schemas.event.EventEnvelope;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/**
 * Views of customers as structured CloudEvents, as they stand on {@code mot.customers}. The same view always gives the same
 * bytes. That a customer is gone is a record without a value, which is no view.
 */
public final class CustomerCodec {
    private CustomerCodec() {}

    public static byte[] write(CustomerView view) {
        return Json.write(out -> {
            out.envelope(view.id(), CloudEventHeaders.ENGINE, CustomerView.TYPE, view.customer(), view.time());
            out.object("data", data -> {
                data.text("tier", view.tier());
                data.text("stage", view.stage());
                data.time("stageSince", view.stageSince());
                data.texts("segments", view.segments());
                data.texts("labels", view.labels());
                data.objects("openActions", view.openActions(), CustomerCodec::write);
                data.objects("grants", view.grants(), CustomerCodec::write);
                data.objects("lastContacts", view.lastContacts(), CustomerCodec::write);
                data.text("release", view.release());
            });
        });
    }

    private static void write(JsonOut out, OpenAction action) throws IOException {
        out.text("actionId", action.actionId());
        out.text("strategy", action.strategy());
        out.text("channel", action.channel());
        out.time("issuedAt", action.issuedAt());
        out.time("expiresAt", action.expiresAt());
    }

    private static void write(JsonOut out, Grant grant) throws IOException {
        out.text("benefit", grant.benefit());
        out.text("state", grant.state());
        if (grant.toGo() != null) {
            out.amount("toGo", grant.toGo());
            out.text("currency", grant.toGo().currency());
        }
    }

    private static void write(JsonOut out, LastContact contact) throws IOException {
        out.time("at", contact.at());
        out.text("channel", contact.channel());
        out.text("strategy", contact.strategy());
    }

    public static CustomerView read(byte[] value) throws BadEventException {
        EventEnvelope envelope = EnvelopeReader.read(null, value, RecordHeaders.NONE);
        if (!envelope.type().equals(CustomerView.TYPE)) {
            throw Complaint.of(ErrorCode.BAD_VALUE, "type", Complaint.quoted(envelope.type()), CustomerView.TYPE);
        }
        return Json.read(envelope.body(), "data", "data.", data -> view(envelope, data));
    }

    private static CustomerView view(EventEnvelope envelope, Fields data) throws IOException, BadEventException {
        String tier = null;
        String stage = null;
        Instant stageSince = null;
        List<String> segments = null;
        List<String> labels = null;
        List<OpenAction> openActions = null;
        List<Grant> grants = null;
        List<LastContact> lastContacts = null;
        String release = null;
        for (String name = data.next(); name != null; name = data.next()) {
            switch (name) {
                case "tier" -> tier = data.text();
                case "stage" -> stage = data.text();
                case "stageSince" -> stageSince = data.instant();
                case "segments" -> segments = data.texts();
                case "labels" -> labels = data.texts();
                case "openActions" -> openActions = data.objects(CustomerCodec::openAction);
                case "grants" -> grants = data.objects(CustomerCodec::grant);
                case "lastContacts" -> lastContacts = data.objects(CustomerCodec::lastContact);
                case "release" -> release = data.word();
                default -> data.skip();
            }
        }
        return new CustomerView(
                envelope.id(),
                envelope.subject(),
                envelope.time(),
                tier,
                stage,
                stageSince,
                segments,
                labels,
                openActions,
                grants,
                lastContacts,
                data.required(release, "release", "a release id"));
    }

    private static OpenAction openAction(Fields fields) throws IOException, BadEventException {
        String actionId = null;
        String strategy = null;
        String channel = null;
        Instant issuedAt = null;
        Instant expiresAt = null;
        for (String name = fields.next(); name != null; name = fields.next()) {
            switch (name) {
                case "actionId" -> actionId = fields.word();
                case "strategy" -> strategy = fields.word();
                case "channel" -> channel = fields.word();
                case "issuedAt" -> issuedAt = fields.instant();
                case "expiresAt" -> expiresAt = fields.instant();
                default -> fields.skip();
            }
        }
        return new OpenAction(
                fields.required(actionId, "actionId", "the id of the action"),
                fields.required(strategy, "strategy", "a strategy"),
                fields.required(channel, "channel", "a channel"),
                fields.required(issuedAt, "issuedAt", "a time"),
                fields.required(expiresAt, "expiresAt", "a time"));
    }

    private static Grant grant(Fields fields) throws IOException, BadEventException {
        String benefit = null;
        String state = null;
        String toGo = null;
        Amounts amounts = new Amounts(fields);
        for (String name = fields.next(); name != null; name = fields.next()) {
            switch (name) {
                case "benefit" -> benefit = fields.word();
                case "state" -> state = fields.word();
                case "toGo" -> toGo = fields.decimal();
                case "currency" -> amounts.currency();
                default -> fields.skip();
            }
        }
        return new Grant(
                fields.required(benefit, "benefit", "a benefit"),
                fields.required(state, "state", "a state such as granted"),
                amounts.of(toGo, "toGo"));
    }

    private static LastContact lastContact(Fields fields) throws IOException, BadEventException {
        Instant at = null;
        String channel = null;
        String strategy = null;
        for (String name = fields.next(); name != null; name = fields.next()) {
            switch (name) {
                case "at" -> at = fields.instant();
                case "channel" -> channel = fields.word();
                case "strategy" -> strategy = fields.word();
                default -> fields.skip();
            }
        }
        return new LastContact(
                fields.required(at, "at", "a time"),
                fields.required(channel, "channel", "a channel"),
                fields.required(strategy, "strategy", "a strategy"));
    }
}
