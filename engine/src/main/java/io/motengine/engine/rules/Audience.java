package io.motengine.engine.rules;

import java.util.ArrayList;
import java.util.List;
import org.drools.drl.ast.descr.AtomicExprDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConnectiveType;
import org.drools.drl.ast.descr.ConstraintConnectiveDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RelationalExprDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlExprParser;
import org.drools.drl.parser.DrlExprParserFactory;
import org.drools.drl.parser.DrlParser;
import org.kie.internal.builder.conf.LanguageLevelOption;

/**
 * The constraint of a card's audience as a tree: all of some, any of some, a comparison with a literal, or something that is
 * not looked into.
 */
public sealed interface Audience {
    /** All of them hold; nothing in it holds always. */
    record All(List<Audience> parts) implements Audience {}

    /** One of them holds. */
    record Any(List<Audience> parts) implements Audience {}

    /**
     * A member of the customer compared.
     *
     * @param operator as in DRL, such as {@code ==} or {@code contains}
     * @param literal a text without its quotes, or a number
     */
    record Compared(String member, String operator, boolean negated, String literal) implements Audience {}

    /** May hold or not. */
    record Unknown() implements Audience {}

    /** Of the rule that a card compiles to; unknown if it cannot be read, which the rule compiler reports. */
    static Audience of(RuleSource card) {
        DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
        try {
            PackageDescr tree = parser.parse(false, card.text());
            if (tree == null || parser.hasErrors()) {
                return new Unknown();
            }
            RuleDescr rule = tree.getRules().get(0);
            PatternDescr customer = (PatternDescr) rule.getLhs().getDescrs().get(0);
            return of(customer);
        } catch (Exception e) {
            return new Unknown();
        }
    }

    /** The constraints of any pattern, on members of the fact that it is about. */
    static Audience of(PatternDescr pattern) {
        List<Audience> parts = new ArrayList<>();
        for (BaseDescr constraint : pattern.getConstraint().getDescrs()) {
            parts.add(parsed(constraint.toString()));
        }
        return new All(parts);
    }

    private static Audience parsed(String constraint) {
        DrlExprParser parser = DrlExprParserFactory.getDrlExprParser(LanguageLevelOption.DRL6);
        ConstraintConnectiveDescr tree = parser.parse(constraint);
        return tree == null || parser.hasErrors() ? new Unknown() : of(tree);
    }

    private static Audience of(BaseDescr tree) {
        if (tree instanceof ConstraintConnectiveDescr connective && !connective.isNegated()) {
            List<Audience> parts =
                    connective.getDescrs().stream().map(Audience::of).toList();
            if (parts.size() == 1) {
                return parts.get(0);
            }
            return connective.getConnective() == ConnectiveType.AND
                            || connective.getConnective() == ConnectiveType.INC_AND
                    ? new All(parts)
                    : connective.getConnective() == ConnectiveType.XOR ? new Unknown() : new Any(parts);
        }
        return tree instanceof RelationalExprDescr relation ? of(relation) : new Unknown();
    }

    private static Audience of(RelationalExprDescr relation) {
        if (!(relation.getLeft() instanceof AtomicExprDescr left)
                || !(relation.getRight() instanceof AtomicExprDescr right)) {
            return new Unknown();
        }
        String literal = right.getExpression().strip();
        boolean text = literal.length() >= 2 && literal.startsWith("\"") && literal.endsWith("\"");
        if (!text && !literal.matches("-?\\d{1,9}")) {
            return new Unknown();
        }
        return new Compared(
                left.getExpression().strip(),
                relation.getOperator(),
                relation.isNegated(),
                text ? literal.substring(1, literal.length() - 1) : literal);
    }
}
