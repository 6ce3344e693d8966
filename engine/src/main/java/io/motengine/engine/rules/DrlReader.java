package io.motengine.engine.rules;

import io.motengine.engine.facts.Moment;
import io.motengine.engine.facts.Segment;
import io.motengine.engine.release.FindingCode;
import io.motengine.engine.release.ReleaseException.Finding;
import io.motengine.engine.walls.AllowedMembers;
import io.motengine.engine.walls.RuleWall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.CollectDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ForallDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.kie.internal.builder.conf.LanguageLevelOption;

/** Reads one DRL text as a syntax tree, and refuses what the first wall does and what the order of strata does not bear. */
final class DrlReader {
    /** Facts that rules themselves conclude, with the stratum that concludes them. */
    private static final Map<String, Stratum> CONCLUDED =
            Map.of(Segment.class.getSimpleName(), Stratum.SEGMENT, Moment.class.getSimpleName(), Stratum.MOMENT);

    private final RuleSource source;
    private final AllowedMembers members;
    private final List<Finding> findings;
    private final Map<String, Integer> names = new TreeMap<>();
    private final Set<String> types = new TreeSet<>();

    /** @param members that rules may use; null if the syntax is not to be judged */
    DrlReader(RuleSource source, AllowedMembers members, List<Finding> findings) {
        this.source = source;
        this.members = members;
        this.findings = findings;
    }

    /** Names of the rules read, with the lines on which they begin. */
    Map<String, Integer> names() {
        return names;
    }

    /** Fact types that patterns mention. */
    Set<String> types() {
        return types;
    }

    void read() {
        if (members != null && !RuleWall.isSound(source.text(), this::report)) {
            return;
        }
        DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
        PackageDescr tree;
        try {
            tree = parser.parse(false, source.text());
        } catch (Exception | StackOverflowError e) {
            findings.add(
                    new Finding(source.file(), source.line(), 0, "not DRL: " + e.getMessage(), FindingCode.DRL_SYNTAX));
            return;
        }
        // What comes after the first is mostly what the parser made of it.
        parser.getErrors().stream().limit(1).forEach(this::reportSyntax);
        if (tree == null || parser.hasErrors()) {
            return;
        }
        if (members != null) {
            new RuleWall(source.stratum(), members, this::report).check(tree);
        }
        tree.getRules().forEach(this::readRule);
    }

    private void readRule(RuleDescr rule) {
        int line = rule.getLine();
        if (names.putIfAbsent(rule.getName(), line) != null) {
            report(line, 0, "rule \"" + rule.getName() + "\": found twice (expected: a name of its own)");
        }
        readCondition(rule, rule.getLhs(), false);
    }

    private void readCondition(RuleDescr rule, BaseDescr condition, boolean negated) {
        if (condition instanceof PatternDescr pattern) {
            readPattern(rule, pattern, negated);
        } else if (condition instanceof NotDescr || condition instanceof ForallDescr) {
            children(condition).forEach(child -> readCondition(rule, child, true));
        } else {
            children(condition).forEach(child -> readCondition(rule, child, negated));
        }
    }

    private void readPattern(RuleDescr rule, PatternDescr pattern, boolean negated) {
        types.add(pattern.getObjectType());
        if (pattern.getSource() instanceof AccumulateDescr accumulate) {
            readCondition(rule, accumulate.getInput(), true);
        } else if (pattern.getSource() instanceof CollectDescr collect) {
            readCondition(rule, collect.getInputPattern(), true);
        }
        Stratum concludedBy = CONCLUDED.get(pattern.getObjectType());
        if (concludedBy == null) {
            return;
        }
        int order = concludedBy.compareTo(source.stratum());
        if (negated && order >= 0) {
            report(
                    pattern.getLine(),
                    0,
                    "rule \"" + rule.getName() + "\": negates or accumulates over " + pattern.getObjectType()
                            + ", which its own or a later stratum concludes (expected: an earlier one)");
        } else if (order > 0) {
            report(
                    pattern.getLine(),
                    0,
                    "rule \"" + rule.getName() + "\": " + pattern.getObjectType()
                            + " is concluded later than this rule fires (expected: facts of its own or an earlier stratum)");
        }
    }

    private static List<? extends BaseDescr> children(BaseDescr condition) {
        if (condition instanceof AndDescr and) {
            return and.getDescrs();
        }
        if (condition instanceof ConditionalElementDescr element) {
            return new ArrayList<>(element.getDescrs());
        }
        return List.of();
    }

    private void reportSyntax(DroolsError error) {
        int line = error.getLines().length > 0 ? error.getLines()[0] : 0;
        String complaint = error.getMessage().lines().findFirst().orElse("not DRL");
        boolean card = source.stratum() == Stratum.CANDIDATE;
        findings.add(new Finding(
                source.file(),
                source.line() + (card ? 1 : Math.max(line, 0)),
                card ? 0 : CompilerWords.column(complaint),
                card ? CompilerWords.AUDIENCE : CompilerWords.syntax(complaint),
                FindingCode.DRL_SYNTAX));
    }

    private void report(int line, int column, String message) {
        findings.add(new Finding(source.file(), line > 0 ? line + source.line() : source.line(), column, message));
    }
}
