package io.motengine.engine.rules;

import java.util.ArrayList;
import java.util.List;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.kie.internal.builder.conf.LanguageLevelOption;

/** Reads from the syntax tree what the rules of a release may conclude, so that cards and content can be checked against it. */
public final class ConclusionReader {
    private ConclusionReader() {}

    /** Of all sources that can be read: what is wrong with the others, {@link RuleCompiler} reports. */
    public static List<Conclusion> read(List<RuleSource> sources) {
        List<Conclusion> conclusions = new ArrayList<>();
        for (RuleSource source : sources) {
            if (source.stratum() != Stratum.CANDIDATE) {
                read(source, conclusions);
            }
        }
        return conclusions;
    }

    private static void read(RuleSource source, List<Conclusion> conclusions) {
        DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
        PackageDescr tree;
        try {
            tree = parser.parse(false, source.text());
        } catch (Exception e) {
            return;
        }
        if (tree == null || parser.hasErrors()) {
            return;
        }
        for (RuleDescr rule : tree.getRules()) {
            ConsequenceReader then = new ConsequenceReader(String.valueOf(rule.getConsequence()));
            conclusions.add(new Conclusion(
                    source.file(),
                    rule.getLine() + source.line(),
                    rule.getName(),
                    then.call(),
                    then.name(),
                    then.relation(),
                    then.variables()));
        }
    }
}
