package io.motengine.engine.scenarios;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.motengine.engine.Outcome;
import io.motengine.engine.offline.Answered;
import io.motengine.engine.offline.Decided;
import io.motengine.engine.state.Granted;
import io.motengine.schemas.action.ActionCancelled;
import io.motengine.schemas.action.ActionIssued;
import io.motengine.schemas.decision.DecisionRecord;
import io.motengine.schemas.money.Money;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What came of the events of a scenario, a line for each thing: a tier or stage reached, a stage refused, a moment, a candidate
 * that did not leave and its fate, an action that left, one that was denied or called back, a benefit that has come further, a
 * moment told to a linked customer, a name taken in, a customer forgotten.
 *
 * <p>Times are in the bank's zone.
 */
final class ScenarioLines {
    private final ZoneId zone;
    private final Map<String, String> tiers = new TreeMap<>();
    private final List<ObjectNode> lines = new ArrayList<>();

    ScenarioLines(ZoneId zone) {
        this.zone = zone;
    }

    List<ObjectNode> written() {
        return lines;
    }

    /** An event that the release does not look at. */
    void skipped(String reason) {
        write(JsonNodeFactory.instance.objectNode().put("status", "SKIPPED").put("reason", reason));
    }

    void write(Decided decided, Answered answered) {
        Outcome outcome = decided.outcome();
        if (outcome.status() != Outcome.Status.DECIDED) {
            write(unusual(outcome));
        }
        for (ActionCancelled gone : outcome.cancelled()) {
            write(line(gone.time(), gone.customer(), "cancelled", gone.strategy())
                    .put("channel", gone.channel())
                    .put("reason", gone.reason()));
        }
        for (DecisionRecord decision : outcome.decisions()) {
            write(decision);
        }
        for (ActionIssued action : outcome.issued()) {
            write(action);
        }
        for (ActionIssued action : answered.left()) {
            write(action);
        }
        for (ActionIssued action : answered.denied()) {
            write(line(action.time(), action.customer(), "denied", action.strategy())
                    .put("channel", action.channel()));
        }
        if (outcome.gone()) {
            write(line(decided.time(), decided.customer(), "forgotten", decided.customer()));
        }
    }

    void write(String customer, Instant time, Granted grant, Money toGo, Long left) {
        ObjectNode line = line(time, customer, "benefit", grant.benefit())
                .put("life", grant.life().word());
        if (toGo != null) {
            line.put("toGo", toGo.toString());
        }
        if (left != null) {
            line.put("left", left);
        }
        write(line);
    }

    private void write(ActionIssued action) {
        ObjectNode line = line(action.time(), action.customer(), "action", action.strategy())
                .put("channel", action.channel())
                .put("body", action.content().body());
        // What its manager sees stands where a task goes on to somebody else.
        if (action.task() != null && action.task().handedTo() != null) {
            line.put("to", action.task().handedTo())
                    .put(
                            "facts",
                            String.join(
                                    ", ", new TreeSet<>(action.task().facts().keySet())));
        }
        write(line);
    }

    private void write(Instant time, String customer, DecisionRecord.CandidateFate fate) {
        ObjectNode line = line(time, customer, fate.fate(), fate.strategy())
                .put("layer", fate.layer())
                .put("reason", fate.reason());
        write(fate.until() == null ? line : line.put("until", text(fate.until())));
    }

    private static ObjectNode unusual(Outcome outcome) {
        ObjectNode line = JsonNodeFactory.instance
                .objectNode()
                .put("status", outcome.status().name());
        if (outcome.rejection() != null) {
            line.put("code", outcome.rejection().code().code());
        }
        if (outcome.skipped() != null) {
            line.put("reason", outcome.skipped());
        }
        return line;
    }

    private void write(DecisionRecord decision) {
        Instant time = decision.cause().time();
        String customer = decision.customer();
        for (DecisionRecord.PatternRetracted retracted : decision.retracted()) {
            write(line(time, customer, "retracted", retracted.pattern()));
        }
        for (String name : decision.merged()) {
            write(line(time, customer, "merged", name));
        }
        String before = tiers.put(customer, decision.tier());
        // Empty once the customer is forgotten or has become another.
        if (!decision.tier().equals(before) && !decision.tier().isEmpty()) {
            write(line(time, customer, "tier", decision.tier()));
        }
        if (!decision.stage().equals(decision.stageBefore())) {
            write(line(time, customer, "stage", decision.stage()));
        }
        for (String stage : decision.refusedStages()) {
            write(line(time, customer, "stageRefused", stage));
        }
        for (DecisionRecord.MomentRaised moment : decision.moments()) {
            ObjectNode line = line(time, customer, "moment", moment.moment());
            write(moment.subject() == null ? line : line.put("about", moment.subject()));
        }
        for (DecisionRecord.LinkRaised link : decision.raised()) {
            ObjectNode line = line(time, customer, "told", link.moment())
                    .put("relation", link.relation())
                    .put("to", link.to());
            write(link.reason() == null ? line : line.put("heldBack", link.reason()));
        }
        for (DecisionRecord.CandidateFate fate : decision.candidates()) {
            if (fate.layer() != null) {
                write(time, customer, fate);
            }
        }
    }

    private ObjectNode line(Instant time, String customer, String what, String which) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("time", text(time))
                .put("customer", customer)
                .put(what, which);
    }

    private String text(Instant time) {
        return time.atZone(zone).toOffsetDateTime().toString();
    }

    private void write(ObjectNode line) {
        lines.add(line);
    }
}
