package io.motengine.cli.explain;

import io.motengine.schemas.action.ActionIssued;
import io.motengine.schemas.decision.DecisionRecord;
import io.motengine.schemas.decision.DecisionRecord.CandidateFate;
import io.motengine.schemas.decision.DecisionRecord.Cause;
import io.motengine.schemas.decision.DecisionRecord.ScoreGiven;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One decision in plain words: what was decided and why, and what became of it. */
final class Explanation {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx");
    private static final Pattern SINCE = Pattern.compile("(.*) \\(since (.*)\\)");
    private final Words words;
    private final FollowUps followUps;
    private final ZoneId zone;
    private final Page page;
    private final Verdict verdict;

    Explanation(Words words, FollowUps followUps, ZoneId zone, Page page) {
        this.words = words;
        this.followUps = followUps;
        this.zone = zone;
        this.page = page;
        this.verdict = new Verdict(words, this::time);
    }

    void tell(DecisionRecord decision) {
        page.line(words.say("title", decision.id(), decision.customer(), time(decision.now())));
        page.labelled(words.say("label.result"), verdict.of(decision));
        page.labelled(words.say("label.cause"), cause(decision.cause()));
        page.labelled(words.say("label.customer"), customer(decision));
        page.labelled(
                words.say("label.scores"),
                join(decision.scores().stream().map(this::score).toList()));
        page.labelled(words.say("label.features"), features(decision.features()));
        page.labelled(words.say("label.moments"), moments(decision));
        page.labelled(words.say("label.release"), decision.release());
        rare(decision);
        candidates(decision.candidates());
        page.blank();
    }

    /** An action that has outlived the record of its decision. */
    void tell(ActionIssued action) {
        page.line(words.say("title.action", action.id(), action.customer(), time(action.time())));
        page.labelled(words.say("label.result"), words.say("action.alone", action.strategy(), action.channel()));
        page.labelled(words.say("label.moments"), action.moment());
        page.labelled(words.say("label.release"), action.release());
        page.labelled(words.say("label.reasons"), join(action.reasons()));
        became(action.id());
        page.blank();
    }

    private String cause(Cause cause) {
        String told = cause.kind().equals("due")
                ? words.say("cause.due", words.of("due", cause.source()), cause.eventId(), time(cause.time()))
                : words.say(
                        cause.kind().equals("merge") ? "cause.merge" : "cause.event",
                        cause.eventType() == null ? "?" : cause.eventType(),
                        cause.eventId(),
                        cause.source(),
                        time(cause.time()));
        return cause.late() ? told + words.say("cause.late") : told;
    }

    private String customer(DecisionRecord decision) {
        String none = words.say("none");
        String stage = decision.stage().isEmpty() ? none : decision.stage();
        String moved = decision.stage().equals(decision.stageBefore())
                        || decision.stageBefore().isEmpty()
                ? stage
                : words.say("stage.moved", stage, decision.stageBefore());
        return words.say(
                "customer",
                decision.tier().isEmpty() ? none : decision.tier(),
                moved,
                decision.segments().isEmpty() ? none : join(decision.segments()));
    }

    private String score(ScoreGiven score) {
        return words.say(
                "score",
                score.label(),
                score.level().isEmpty() ? words.say("none") : score.level(),
                score.score(),
                join(new TreeMap<>(score.parts())
                        .entrySet().stream()
                                .map(part -> part.getKey() + " " + part.getValue())
                                .toList()));
    }

    private String features(Map<String, String> features) {
        return join(new TreeMap<>(features)
                .entrySet().stream()
                        .filter(feature -> !feature.getValue().isEmpty())
                        .map(feature -> feature.getKey() + " = " + figure(feature.getValue()))
                        .toList());
    }

    /** The record says since when a figure counts, if that is not long enough yet. */
    private String figure(String value) {
        Matcher since = SINCE.matcher(value);
        return since.matches() ? words.say("figure.since", since.group(1), since.group(2)) : value;
    }

    private String moments(DecisionRecord decision) {
        return join(decision.moments().stream()
                .map(moment -> moment.subject() == null
                        ? moment.moment()
                        : words.say("moment.about", moment.moment(), moment.subject()))
                .toList());
    }

    private void rare(DecisionRecord decision) {
        page.labelled(
                words.say("label.told"),
                join(decision.raised().stream()
                        .map(link -> link.reason() == null
                                ? words.say("told.sent", link.moment(), link.relation(), link.to())
                                : words.say("told.held", link.moment(), link.relation(), link.to(), link.reason()))
                        .toList()));
        page.labelled(
                words.say("label.retracted"),
                join(decision.retracted().stream().map(gone -> gone.pattern()).toList()));
        page.labelled(words.say("label.refusedStages"), join(decision.refusedStages()));
        page.labelled(words.say("label.merged"), join(decision.merged()));
        page.labelled(
                words.say("label.quarantined"),
                join(decision.quarantined().stream()
                        .map(failure -> failure.rule() + " (" + failure.kind() + ")")
                        .toList()));
    }

    private void candidates(List<CandidateFate> candidates) {
        int number = 1;
        for (CandidateFate candidate : candidates) {
            String head = number++ + ". ";
            page.item(head, candidate.strategy() + ": " + verdict.of(candidate));
            String margin = " ".repeat(head.length());
            if (candidate.detail() != null) {
                page.item(margin, words.say("detail", candidate.detail()));
            }
            if (candidate.score() != null && !"outranked".equals(candidate.reason())) {
                page.item(
                        margin,
                        words.say(
                                "candidate.score",
                                candidate.score().total(),
                                candidate.score().propensity(),
                                candidate.score().value(),
                                candidate.score().context(),
                                candidate.score().lever()));
            }
            if (candidate.variant() != null) {
                page.item(margin, words.say("candidate.variant", candidate.variant()));
            }
            if (candidate.actionId() != null) {
                page.item(margin, words.say("candidate.action", candidate.actionId()));
                became(candidate.actionId());
            }
        }
    }

    private void became(String action) {
        ActionIssued issued = followUps.issued(action);
        if (issued != null) {
            page.item("   ", words.say("said", issued.content().body()));
        }
        for (FollowUps.Event event : followUps.of(action)) {
            String what = words.of("outcome", event.what());
            String why = event.reason() == null ? "" : ": " + words.of("cancel", event.reason());
            page.item("   ", "→ " + time(event.time()) + "  " + event.channel() + " " + what + why);
        }
    }

    private String time(Instant time) {
        return TIME.format(time.atZone(zone));
    }

    private String join(List<String> items) {
        return items.stream().collect(Collectors.joining(words.say("comma")));
    }
}
