package io.motengine.schemas.codec;

import io.motengine.schemas.event.AppClick;
import io.motengine.schemas.event.Feedback;
import io.motengine.schemas.event.Learned;
import io.motengine.schemas.event.ServiceContact;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/** Bodies of what the app, the branches, the call centre and the channels send. */
final class ContactBodies {
    private ContactBodies() {}

    static AppClick appClick(Fields fields) throws IOException, BadEventException {
        String page = null;
        String action = null;
        String productId = null;
        String sessionId = null;
        String deviceId = null;
        String openId = null;
        String channel = null;
        for (String name = fields.next(); name != null; name = fields.next()) {
            switch (name) {
                case "page" -> page = fields.word();
                case "action" -> action = fields.word();
                case "productId" -> productId = fields.word();
                case "sessionId" -> sessionId = fields.word();
                case "deviceId" -> deviceId = fields.word();
                case "openId" -> openId = fields.word();
                case "channel" -> channel = fields.oneOf(Vocabulary.CLICK_CHANNELS);
                default -> fields.skip();
            }
        }
        fields.required(page, "page", "a page name such as wealth");
        fields.required(action, "action", "what was done, such as view");
        return new AppClick(page, action, productId, sessionId, deviceId, openId, channel);
    }

    static ServiceContact serviceContact(Fields fields) throws IOException, BadEventException {
        String kind = null;
        String branch = null;
        String topic = null;
        for (String name = fields.next(); name != null; name = fields.next()) {
            switch (name) {
                case "kind" -> kind = fields.oneOf(Vocabulary.CONTACT_KINDS);
                case "branch" -> branch = fields.word();
                case "topic" -> topic = fields.word();
                default -> fields.skip();
            }
        }
        fields.required(kind, "kind", "a kind such as branch-ticket");
        return new ServiceContact(kind, branch, topic);
    }

    static Feedback feedback(Fields fields) throws IOException, BadEventException {
        String actionId = null;
        String channel = null;
        Feedback.Outcome outcome = null;
        String reason = null;
        String to = null;
        Learned learned = null;
        String opportunity = null;
        for (String name = fields.next(); name != null; name = fields.next()) {
            switch (name) {
                case "actionId" -> actionId = fields.word();
                case "channel" -> channel = fields.word();
                case "outcome" -> outcome = fields.oneOf(Vocabulary.OUTCOMES);
                case "reason" -> reason = fields.text();
                case "to" -> to = fields.word();
                case "learned" -> learned = fields.object(ContactBodies::learned);
                case "opportunity" -> opportunity = fields.word();
                default -> fields.skip();
            }
        }
        fields.required(actionId, "actionId", "the id of the action");
        fields.required(channel, "channel", "a channel such as app-push");
        fields.required(outcome, "outcome", "an outcome such as delivered");
        return new Feedback(actionId, channel, outcome, reason, to, learned, opportunity);
    }

    private static Learned learned(Fields fields) throws IOException, BadEventException {
        LocalDate birthDate = null;
        String timeZone = null;
        String language = null;
        List<String> labels = null;
        for (String name = fields.next(); name != null; name = fields.next()) {
            switch (name) {
                case "birthDate" -> birthDate = fields.date();
                case "timeZone" -> timeZone = CustomerBodies.timeZone(fields);
                case "language" -> language = fields.word();
                case "labels" -> labels = fields.words();
                default -> fields.skip();
            }
        }
        return new Learned(birthDate, timeZone, language, labels);
    }
}
