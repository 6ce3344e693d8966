package io.motengine.engine.rules;

import java.util.ArrayList;
import java.util.List;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ForallDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.kie.internal.builder.conf.LanguageLevelOption;

/** Reads from the syntax tree which facts rules wait for. */
public final class PatternReader {
    private final RuleSource source;
    private final List<ReadPattern> patterns = new ArrayList<>();

    private PatternReader(RuleSource source) {
        this.source = source;
    }

    /** In the order of the text; none of a text that is not DRL. */
    public static List<ReadPattern> read(RuleSource source) {
        PatternReader reader = new PatternReader(source);
        DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
        try {
            PackageDescr tree = parser.parse(false, source.text());
            if (tree != null && !parser.hasErrors()) {
                tree.getRules().forEach(rule -> reader.read(rule, rule.getLhs(), false));
            }
        } catch (Exception e) {
            return List.of();
        }
        return reader.patterns;
    }

    private void read(RuleDescr rule, BaseDescr condition, boolean negated) {
        if (condition instanceof PatternDescr pattern) {
            patterns.add(new ReadPattern(
                    source.file(),
                    source.line() + pattern.getLine(),
                    rule.getName(),
                    pattern.getObjectType(),
                    negated,
                    Audience.of(pattern)));
            if (pattern.getSource() instanceof AccumulateDescr accumulate) {
                read(rule, accumulate.getInput(), true);
            }
        } else if (condition instanceof ConditionalElementDescr element) {
            boolean none = negated || condition instanceof NotDescr || condition instanceof ForallDescr;
            for (Object child : element.getDescrs()) {
                read(rule, (BaseDescr) child, none);
            }
        }
    }
}
