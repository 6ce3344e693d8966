package io.motengine.engine.walls;

import io.motengine.engine.rules.Stratum;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;

/**
 * The first wall: what DRL may say at all, judged on its syntax tree. What is not known to be harmless is refused, with the place
 * where an author wrote it.
 */
public final class RuleWall {
    /** A name stands in comments and texts of the generated code. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N} ,.;:'()%&+?!=<>$¥€’“”，。；：、（）《》？！/_-]{1,200}");

    private final Stratum stratum;
    private final AllowedMembers members;
    private final Places report;

    /** For the rules of one file. */
    public RuleWall(Stratum stratum, AllowedMembers members, Places report) {
        this.stratum = stratum;
        this.members = members;
        this.report = report;
    }

    /** Whether a text can be parsed without harm. */
    public static boolean isSound(String text, Places report) {
        return new RuleText(text, (line, message) -> report.add(line, 0, message)).isSound();
    }

    /** Checks all that stands around the rules. */
    public void check(PackageDescr tree) {
        refuse("package", tree.getName() != null && !tree.getName().isEmpty());
        refuse("unit", tree.getUnit() != null);
        refuse(
                "import",
                !tree.getImports().isEmpty()
                        || !tree.getFunctionImports().isEmpty()
                        || !tree.getAccumulateImports().isEmpty());
        refuse("global", !tree.getGlobals().isEmpty());
        refuse("function", !tree.getFunctions().isEmpty());
        refuse(
                "declare",
                !tree.getTypeDeclarations().isEmpty()
                        || !tree.getEnumDeclarations().isEmpty()
                        || !tree.getWindowDeclarations().isEmpty()
                        || !tree.getEntryPointDeclarations().isEmpty());
        refuse("attribute", !tree.getAttributes().isEmpty());
        tree.getRules().forEach(this::check);
        if (ofCard() && !isCard(tree.getRules())) {
            report.add(1, 0, "audience: more than constraints on the customer (expected: such as tier == \"gold\", age >= 18)");
        }
    }

    /** An audience is put into a rule as it stands: it must not have ended the pattern, nor the rule, to begin others. */
    private static boolean isCard(List<RuleDescr> rules) {
        if (rules.size() != 1 || rules.get(0).getLhs().getDescrs().size() != 2) {
            return false;
        }
        List<BaseDescr> patterns = rules.get(0).getLhs().getDescrs();
        return patterns.get(0) instanceof PatternDescr customer
                && patterns.get(1) instanceof PatternDescr cause
                && customer.getObjectType().equals("Customer")
                && Set.of("Moment", "Wave").contains(cause.getObjectType())
                && cause.getDescrs().size() == 1;
    }

    private boolean ofCard() {
        return stratum == Stratum.CANDIDATE;
    }

    private void refuse(String what, boolean present) {
        if (present) {
            report.add(1, 0, what + ": found (expected: rules only; the engine supplies package, imports and globals)");
        }
    }

    private void check(RuleDescr rule) {
        int line = rule.getLine();
        String name = "rule \"" + rule.getName() + "\": ";
        if (!NAME.matcher(rule.getName()).matches()) {
            report.add(line, 0, name + "its name (expected: a sentence of letters, digits and spaces)");
        }
        if (rule.isQuery()) {
            report.add(line, 0, name + "a query (expected: a rule)");
        }
        if (rule.hasParent()) {
            report.add(line, 0, name + "extends (expected: a rule of its own)");
        }
        for (String attribute : rule.getAttributes().keySet()) {
            report.add(line, 0, name + "attribute " + attribute + " (expected: none; rules of a stratum have no order)");
        }
        for (String annotation : rule.getAnnotationNames()) {
            report.add(line, 0, name + "@" + annotation + " (expected: no annotation)");
        }
        if (!rule.getNamedConsequences().isEmpty()) {
            report.add(line, 0, name + "a second then (expected: one)");
        }
        Conditions when = new Conditions(members, (at, column, message) -> {
            boolean placed = column > 0;
            // The place in the rule of a card is no place in the card, save for the line.
            report.add(Math.max(at, line), ofCard() ? 0 : column, placed ? message : name + message);
        });
        when.check(rule.getLhs());
        Consumer<String> then = message -> report.add(line, 0, name + message);
        Consumer<String> inThen = message -> report.add(Math.max(rule.getConsequenceLine(), line), 0, name + message);
        new Consequence(stratum, members, then, inThen)
                .check(String.valueOf(rule.getConsequence()), when.variables());
    }
}
