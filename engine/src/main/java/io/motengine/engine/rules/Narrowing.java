package io.motengine.engine.rules;

import io.motengine.engine.release.FindingCode;
import io.motengine.engine.release.ReleaseException.Finding;
import io.motengine.engine.walls.KeptWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.kie.internal.builder.conf.LanguageLevelOption;

/**
 * Finds the rules that the compiler fails on without saying where, by compiling ever fewer of them: what it complains of may
 * be code that it has generated itself, and for some words it throws.
 */
final class Narrowing {
    private final Function<List<RuleSource>, RuleBuild> builds;
    private final BiConsumer<RuleBuild, FactFields> report;
    private final List<Finding> findings;

    /**
     * For one release.
     *
     * @param builds compiles some of its rules
     * @param report adds what a build knows the place of
     */
    Narrowing(
            Function<List<RuleSource>, RuleBuild> builds,
            BiConsumer<RuleBuild, FactFields> report,
            List<Finding> findings) {
        this.builds = builds;
        this.report = report;
        this.findings = findings;
    }

    /** Adds at least one finding about {@code failed}, the build of all the sources. */
    void find(List<RuleSource> sources, RuleBuild failed, FactFields fields) {
        List<RuleSource> rules = new ArrayList<>();
        sources.forEach(source -> rules.addAll(rulesOf(source)));
        narrow(rules, failed, fields);
        if (findings.isEmpty()) {
            findings.add(new Finding("(rules)", 0, 0, failed.complaint()));
        }
    }

    private void narrow(List<RuleSource> rules, RuleBuild failed, FactFields fields) {
        if (rules.size() == 1) {
            report(rules.get(0), failed, fields);
            return;
        }
        int half = rules.size() / 2;
        for (List<RuleSource> part : List.of(rules.subList(0, half), rules.subList(half, rules.size()))) {
            if (part.isEmpty()) {
                continue;
            }
            try (RuleBuild build = builds.apply(part)) {
                if (build.hasErrors()) {
                    narrow(part, build, fields);
                }
            }
        }
    }

    private void report(RuleSource rule, RuleBuild failed, FactFields fields) {
        int before = findings.size();
        report.accept(failed, fields);
        if (findings.size() > before) {
            return;
        }
        List<String> lines = rule.text().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String kept = KeptWords.in(lines.get(i));
            if (kept != null) {
                findings.add(new Finding(rule.file(), rule.line() + i + 1, 0, KeptWords.message(kept), FindingCode.DRL_TYPE));
                return;
            }
        }
        CompilerWords.Complaint complaint = new CompilerWords(rule, fields).of(failed.complaint());
        findings.add(new Finding(
                rule.file(),
                rule.line() + Math.max(complaint.line(), 1),
                0,
                (complaint.line() > 0 ? "" : "cannot be compiled: ") + complaint.message(),
                FindingCode.DRL_TYPE));
    }

    /** Each rule as a source of its own, which stands where it stood. */
    private static List<RuleSource> rulesOf(RuleSource source) {
        List<String> lines = source.text().lines().toList();
        List<Integer> starts = new ArrayList<>(starts(source));
        List<RuleSource> rules = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            int from = starts.get(i) - 1;
            int to = i + 1 < starts.size() ? starts.get(i + 1) - 1 : lines.size();
            rules.add(new RuleSource(
                    source.file(),
                    source.line() + from,
                    source.stratum(),
                    String.join("\n", lines.subList(from, to)) + "\n"));
        }
        return rules;
    }

    private static Set<Integer> starts(RuleSource source) {
        TreeSet<Integer> starts = new TreeSet<>();
        try {
            for (RuleDescr rule : new DrlParser(LanguageLevelOption.DRL6)
                    .parse(false, source.text())
                    .getRules()) {
                starts.add(Math.max(1, rule.getLine()));
            }
        } catch (DroolsParserException e) {
            // It has been parsed before: what was not DRL has been refused.
            throw new IllegalStateException(source.file() + ": not DRL any more", e);
        }
        return starts;
    }
}
