package io.motengine.schemas.codec;

import io.motengine.schemas.action.Task;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;

/** The part of an action that is for a person. */
final class TaskParts {
    private TaskParts() {}

    static void write(JsonOut out, Task task) throws IOException {
        out.text("offer", task.offer());
        out.textsIfAny("objections", task.objections());
        out.text("doNotSay", task.doNotSay());
        out.date("followUpOn", task.followUpOn());
        out.textsIfAny("facts", task.facts());
        out.text("opportunity", task.opportunity());
        out.text("handedTo", task.handedTo());
    }

    static Task read(Fields fields) throws IOException, BadEventException {
        String offer = null;
        Map<String, String> objections = null;
        String doNotSay = null;
        LocalDate followUpOn = null;
        Map<String, String> facts = null;
        String opportunity = null;
        String handedTo = null;
        for (String name = fields.next(); name != null; name = fields.next()) {
            switch (name) {
                case "offer" -> offer = fields.text();
                case "objections" -> objections = fields.textsByName();
                case "doNotSay" -> doNotSay = fields.text();
                case "followUpOn" -> followUpOn = fields.date();
                case "facts" -> facts = fields.textsByName();
                case "opportunity" -> opportunity = fields.word();
                case "handedTo" -> handedTo = fields.word();
                default -> fields.skip();
            }
        }
        return new Task(offer, objections, doNotSay, followUpOn, facts, opportunity, handedTo);
    }
}
