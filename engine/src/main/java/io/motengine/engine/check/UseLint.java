package io.motengine.engine.check;

import io.motengine.engine.release.Draft;
import io.motengine.engine.release.FindingCode;
import io.motengine.engine.release.ReleaseException.Finding;
import io.motengine.engine.release.Spelling;
import io.motengine.engine.rules.Audience;
import io.motengine.engine.rules.Audience.All;
import io.motengine.engine.rules.Audience.Any;
import io.motengine.engine.rules.Audience.Compared;
import io.motengine.engine.rules.Conclusion;
import io.motengine.engine.rules.ConclusionReader;
import io.motengine.engine.rules.PatternReader;
import io.motengine.engine.rules.ReadPattern;
import io.motengine.engine.rules.Stratum;
import io.motengine.engine.strategies.StrategyCard;
import io.motengine.schemas.release.ReleaseFiles;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What waits for something that never comes, and what nobody waits for. */
final class UseLint {
    private static final String ENTERED = "entered-";

    private final Draft draft;
    private final ReleaseFiles files;
    private final List<Finding> findings;
    private final List<Conclusion> conclusions;
    private final List<ReadPattern> patterns = new ArrayList<>();
    private final WordsOfFacts words;

    private UseLint(Draft draft, ReleaseFiles files, List<Finding> findings) {
        this.draft = draft;
        this.files = files;
        this.findings = findings;
        this.conclusions = ConclusionReader.read(draft.sources());
        draft.sources().stream()
                .filter(source -> source.stratum() != Stratum.CANDIDATE)
                .forEach(source -> patterns.addAll(PatternReader.read(source)));
        this.words = new WordsOfFacts(draft, conclusions);
    }

    /** All rules must compile. */
    static void check(Draft draft, ReleaseFiles files, List<Finding> findings) {
        UseLint lint = new UseLint(draft, files, findings);
        lint.patterns.forEach(lint::pattern);
        draft.cards().values().forEach(lint::card);
        lint.conclusions.forEach(lint::conclusion);
        new UnusedLint(draft, files, lint.patterns, findings).check();
    }

    private void pattern(ReadPattern pattern) {
        int before = findings.size();
        Map<String, Set<String>> given = words.given();
        compared(pattern.constraints(), each -> {
            Collection<String> known = words.of(pattern.fact(), each.member());
            if (known == null || each.literal().isEmpty() || !speaksOf(each)) {
                return;
            }
            String found =
                    "rule \"" + pattern.rule() + "\": " + pattern.fact() + " " + each.member() + ": " + each.literal();
            int line = lineOf(pattern.file(), pattern.line(), "\"" + each.literal() + "\"");
            Set<String> some = given.get(pattern.fact() + "." + each.member());
            if (!known.contains(each.literal())) {
                report(
                        pattern.file(),
                        line,
                        found + " (expected: " + Spelling.choices(each.literal(), known) + ")",
                        FindingCode.UNKNOWN_WORD);
            } else if (some != null
                    && !some.contains(each.literal())
                    && each.operator().equals("==")) {
                report(
                        pattern.file(),
                        line,
                        found + ", which nothing concludes (expected: a rule or a scorecard that does)",
                        FindingCode.RULE_UNREACHABLE);
            }
        });
        if (findings.size() == before && !pattern.negated() && !Possible.is(pattern.constraints())) {
            report(
                    pattern.file(),
                    pattern.line(),
                    "rule \"" + pattern.rule() + "\": no " + pattern.fact()
                            + " can be all of this (expected: constraints that can hold together)",
                    FindingCode.RULE_UNREACHABLE);
        }
    }

    /** Operators that compare the whole word. */
    private static boolean speaksOf(Compared compared) {
        return Set.of("==", "!=", "contains", "memberOf").contains(compared.operator());
    }

    private void card(StrategyCard card) {
        String stage = card.waves() != null
                ? card.waves().stage()
                : card.moment().startsWith(ENTERED) ? card.moment().substring(ENTERED.length()) : null;
        Set<String> stages = words.stages();
        if (stage != null && draft.policy().stages().contains(stage) && !stages.contains(stage)) {
            String file = "strategies/" + card.id() + ".yaml";
            report(
                    file,
                    lineOf(file, 1, card.waves() != null ? "waves:" : "moment:"),
                    (card.waves() != null ? "stage: " : "moment: entered-") + stage
                            + ", but no rule concludes this stage (expected: "
                            + Spelling.choices(stage, stages) + ")",
                    FindingCode.RULE_UNREACHABLE);
        }
    }

    private void conclusion(Conclusion conclusion) {
        if (conclusion.name() == null) {
            return;
        }
        boolean told = conclusion.call().equals("tell");
        if (!told && !conclusion.call().equals("moment")) {
            return;
        }
        boolean used = told
                ? asked("LinkedMoment", "moment", conclusion.name())
                : asked("Moment", "name", conclusion.name())
                        || draft.cards().values().stream()
                                .anyMatch(card -> conclusion.name().equals(card.moment()));
        if (!used) {
            report(
                    conclusion.file(),
                    lineOf(conclusion.file(), conclusion.line(), "\"" + conclusion.name() + "\""),
                    (told ? "tells \"" : "moment \"") + conclusion.name() + "\", which "
                            + (told
                                    ? "no rule listens to (expected: a rule over LinkedMoment)"
                                    : "no card answers (expected: a card in strategies/, or a rule over Moment)"),
                    FindingCode.MOMENT_UNUSED);
        }
    }

    /** Whether any rule looks at facts whose member may hold the word. */
    private boolean asked(String fact, String member, String word) {
        return patterns.stream().filter(pattern -> pattern.fact().equals(fact)).anyMatch(pattern -> {
            List<String> literals = new ArrayList<>();
            compared(pattern.constraints(), each -> {
                if (each.member().equals(member) && each.operator().equals("==")) {
                    literals.add(each.literal());
                }
            });
            return literals.isEmpty() || literals.contains(word);
        });
    }

    private static void compared(Audience constraints, Consumer<Compared> each) {
        if (constraints instanceof All all) {
            all.parts().forEach(part -> compared(part, each));
        } else if (constraints instanceof Any any) {
            any.parts().forEach(part -> compared(part, each));
        } else if (constraints instanceof Compared compared) {
            each.accept(compared);
        }
    }

    /** 1-based line of the first line from there on that has the words; that line itself if none has. */
    private int lineOf(String file, int from, String text) {
        List<String> lines = files.files().getOrDefault(file, "").lines().toList();
        for (int line = Math.max(from, 1); line <= lines.size(); line++) {
            if (lines.get(line - 1).contains(text)) {
                return line;
            }
        }
        return from;
    }

    private void report(String file, int line, String message, FindingCode code) {
        findings.add(new Finding(file, line, 0, message, code));
    }
}
