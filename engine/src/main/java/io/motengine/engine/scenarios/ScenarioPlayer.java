package io.motengine.engine.scenarios;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.motengine.engine.Decider;
import io.motengine.engine.offline.Answered;
import io.motengine.engine.offline.Decided;
import io.motengine.engine.offline.OfflineBank;
import io.motengine.engine.offline.Triage;
import io.motengine.engine.release.Release;
import io.motengine.engine.release.ReleaseException.Finding;
import io.motengine.schemas.action.ActionIssued;
import io.motengine.schemas.decision.DecisionRecord;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.Origin;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plays the steps of one scenario through a bank of its own. What customers tell each other is played right after. */
final class ScenarioPlayer {
    private static final Pattern ACTION = Pattern.compile("\"\\{([\\w.-]+)}\"");

    private final Release release;
    private final OfflineBank bank;
    private final BenefitLines benefits;
    private final ScenarioLines lines;
    private final Map<String, String> actions = new HashMap<>();
    private final List<DecisionRecord> decisions = new ArrayList<>();
    private final Map<Integer, String> refused = new TreeMap<>();
    private int line;
    private long offset;

    ScenarioPlayer(Release release, Decider decider) {
        this.release = release;
        this.bank = new OfflineBank(release, decider, this::note);
        this.lines = new ScenarioLines(release.calendar().zone());
        this.benefits = new BenefitLines(release, bank);
    }

    /** What came of them, as lines. */
    List<ObjectNode> play(List<Step> steps) {
        steps.forEach(this::play);
        return lines.written();
    }

    /** Every decision so far. */
    List<DecisionRecord> decisions() {
        return decisions;
    }

    /** Events that were refused although nobody expected it: a slip of the author's. */
    List<Finding> findings(String file) {
        return refused.entrySet().stream()
                .map(entry -> new Finding(file, entry.getKey(), 0, entry.getValue()))
                .toList();
    }

    private void play(Step step) {
        line = step.line();
        bank.pass(step.customer(), step.time());
        if (step.type() != null) {
            EventEnvelope event = new EventEnvelope(
                    step.id() == null ? "e" + offset : step.id(),
                    "/scenario",
                    step.type(),
                    step.customer(),
                    step.time(),
                    withIds(step).getBytes(StandardCharsets.UTF_8));
            if (release.listensTo(step.type())) {
                bank.event(event, new Origin("scenario", 0, offset));
            } else {
                lines.skipped(Triage.NOT_LISTENED_TO);
            }
        }
        offset++;
    }

    private String withIds(Step step) {
        return ACTION.matcher(step.data())
                .replaceAll(found -> Matcher.quoteReplacement(
                        '"' + actions.getOrDefault(step.customer() + "/" + found.group(1), "none") + '"'));
    }

    private void note(Decided decided, Answered answered) {
        if (decided.outcome().rejection() != null) {
            refused.put(line, decided.outcome().rejection().getMessage());
        }
        lines.write(decided, answered);
        remember(decided.outcome().issued());
        remember(answered.left());
        // Nothing is granted before the answer has come.
        if (answered.answers().isEmpty()) {
            benefits.tell(
                    bank.state(decided.customer()),
                    (grant, toGo, left) -> lines.write(decided.customer(), decided.time(), grant, toGo, left));
        }
        decisions.addAll(decided.outcome().decisions());
    }

    private void remember(List<ActionIssued> left) {
        left.forEach(action -> {
            String key = action.customer() + "/" + action.strategy();
            actions.put(key, action.id());
            actions.put(key + ".channel", action.channel());
        });
    }
}
