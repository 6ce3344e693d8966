package io.motengine.cli.explain;

import io.motengine.schemas.decision.DecisionRecord;
import io.motengine.schemas.decision.DecisionRecord.CandidateFate;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** What a decision came to in one sentence, and why if it came to nothing. */
final class Verdict {
    private final Words words;
    private final Function<Instant, String> time;

    Verdict(Words words, Function<Instant, String> time) {
        this.words = words;
        this.time = time;
    }

    String of(DecisionRecord decision) {
        List<CandidateFate> candidates = decision.candidates();
        List<CandidateFate> issued = with("issued", candidates);
        if (!issued.isEmpty()) {
            return String.join(
                    words.say("comma"),
                    issued.stream()
                            .map(sent -> words.say("result.sent", sent.strategy(), sent.channel()))
                            .toList());
        }
        for (CandidateFate waits : with("deferred", candidates)) {
            return words.say("result.waits", waits.strategy(), until(waits), reason(waits));
        }
        for (CandidateFate held : with("withheld", candidates)) {
            return words.say("result.withheld", held.strategy(), reason(held));
        }
        if (!candidates.isEmpty()) {
            CandidateFate best = candidates.get(0);
            return candidates.size() == 1
                    ? words.say("result.dropped.one", best.strategy(), reason(best))
                    : words.say("result.dropped.many", candidates.size(), best.strategy(), reason(best));
        }
        return words.say(decision.moments().isEmpty() ? "result.noMoment" : "result.noCandidate");
    }

    String of(CandidateFate candidate) {
        return switch (candidate.fate()) {
            case "issued" ->
                candidate.rung() == null
                        ? words.say("fate.issued.plain", candidate.channel())
                        : words.say("fate.issued", candidate.channel(), candidate.rung() + 1, candidate.attempt() + 1);
            case "deferred" ->
                candidate.channel() == null
                        ? words.say("fate.waits", until(candidate), layer(candidate), reason(candidate))
                        : words.say(
                                "fate.deferred",
                                candidate.channel(),
                                until(candidate),
                                layer(candidate),
                                reason(candidate));
            case "withheld" -> words.say("fate.withheld", reason(candidate));
            default -> words.say("fate.dropped", layer(candidate), reason(candidate));
        };
    }

    private static List<CandidateFate> with(String fate, List<CandidateFate> candidates) {
        return candidates.stream()
                .filter(candidate -> candidate.fate().equals(fate))
                .toList();
    }

    private String until(CandidateFate candidate) {
        return candidate.until() == null ? "?" : time.apply(candidate.until());
    }

    private String layer(CandidateFate candidate) {
        return words.of("layer", String.valueOf(candidate.layer()));
    }

    private String reason(CandidateFate candidate) {
        return words.of("reason", String.valueOf(candidate.reason()));
    }
}
