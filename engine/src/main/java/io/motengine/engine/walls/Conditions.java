package io.motengine.engine.walls;

import com.github.javaparser.ParseProblemException;
import com.github.javaparser.ast.expr.EnclosedExpr;
import io.motengine.engine.release.Spelling;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.AccumulateDescr.AccumulateFunctionCallDescr;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.CollectDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.EvalDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.ForallDescr;
import org.drools.drl.ast.descr.FromDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.PatternSourceDescr;
import org.drools.model.codegen.execmodel.generator.DrlxParseUtil;
import org.drools.mvel.parser.ast.expr.DrlxExpression;
import org.drools.mvel.parser.printer.PrintUtil;

/** What a rule's {@code when} may be made of. */
final class Conditions {
    /** Of Drools' own: they give one number or value, whatever they go over. */
    private static final Set<String> FUNCTIONS = Set.of("average", "count", "max", "min", "sum");

    /** What the parser calls the result of an accumulate. */
    private static final Set<String> RESULTS = Set.of("Object", "Object[]", "Number");

    private static final int MOST_PATTERNS = 12;
    private static final int MOST_OF_MANY = 3;
    private static final int MOST_ALTERNATIVES = 16;
    private static final int TOO_MANY = 1_000;

    private final AllowedMembers members;
    private final Places report;
    private final Set<String> variables = new TreeSet<>();
    private Set<String> bound = new TreeSet<>();
    private int patterns;
    private int joined;
    private int mostJoined;

    Conditions(AllowedMembers members, Places report) {
        this.members = members;
        this.report = report;
    }

    /** Names that the rule binds. */
    Set<String> variables() {
        return variables;
    }

    void check(AndDescr when) {
        int alternatives = element(when);
        if (alternatives > MOST_ALTERNATIVES) {
            report.add(
                    when.getLine(),
                    0,
                    alternatives + " alternatives by or (expected: at most " + MOST_ALTERNATIVES
                            + "; each is a rule of its own to the compiler)");
        }
        if (patterns > MOST_PATTERNS) {
            report.add(when.getLine(), 0, patterns + " patterns (expected: at most " + MOST_PATTERNS + ")");
        }
        if (mostJoined > MOST_OF_MANY) {
            report.add(
                    when.getLine(),
                    0,
                    mostJoined + " joined patterns on facts of which there are many (expected: at most " + MOST_OF_MANY
                            + "; their numbers multiply)");
        }
    }

    /** How many alternatives it makes, by {@code or}. */
    private int element(BaseDescr element) {
        if (element instanceof PatternDescr pattern) {
            pattern(pattern);
            return 1;
        }
        if (element instanceof OrDescr or) {
            return oneOf(or);
        }
        if (element instanceof AndDescr and) {
            return all(and.getDescrs());
        }
        if (element instanceof NotDescr || element instanceof ExistsDescr || element instanceof ForallDescr) {
            int before = joined;
            int alternatives = all(((ConditionalElementDescr) element).getDescrs());
            joined = before;
            return alternatives;
        }
        report.add(element.getLine(), 0, word(element) + " (expected: constraints on facts)");
        return 1;
    }

    /** Each branch is a rule of its own to the compiler, with bindings of its own. */
    private int oneOf(OrDescr or) {
        int before = joined;
        Set<String> boundBefore = bound;
        Set<String> boundInAny = new TreeSet<>(bound);
        int most = before;
        int alternatives = 0;
        for (Object branch : or.getDescrs()) {
            joined = before;
            bound = new TreeSet<>(boundBefore);
            alternatives = Math.min(alternatives + element((BaseDescr) branch), TOO_MANY);
            most = Math.max(most, joined);
            boundInAny.addAll(bound);
        }
        joined = most;
        bound = boundInAny;
        return alternatives;
    }

    private int all(List<? extends BaseDescr> parts) {
        int alternatives = 1;
        for (BaseDescr part : parts) {
            alternatives = Math.min(alternatives * element(part), TOO_MANY);
        }
        return alternatives;
    }

    private void pattern(PatternDescr pattern) {
        patterns++;
        if (AllowedMembers.isOneOfMany(pattern.getObjectType())) {
            joined++;
            mostJoined = Math.max(mostJoined, joined);
        }
        bind(pattern, pattern.getIdentifier());
        boolean accumulates = pattern.getSource() instanceof AccumulateDescr;
        String type = pattern.getObjectType();
        if (!(accumulates ? RESULTS : members.facts()).contains(type)) {
            report.add(
                    pattern.getLine(),
                    0,
                    type + ": not a fact that rules know (expected: " + Spelling.choices(type, members.facts()) + ")");
        }
        refuse(pattern, pattern.isQuery(), "a query");
        refuse(pattern, pattern.isUnification(), ":=");
        refuse(pattern, !pattern.getAnnotations().isEmpty(), "an annotation");
        refuse(pattern, !pattern.getBehaviors().isEmpty(), "over window");
        refuse(
                pattern,
                pattern.getGenericType() != null
                        && !pattern.getGenericType().getRawType().equals(type),
                "a generic type");
        source(pattern, pattern.getSource());
        pattern.getDescrs().forEach(this::constraint);
    }

    private void refuse(BaseDescr where, boolean present, String what) {
        if (present) {
            report.add(where.getLine(), 0, what + " (expected: constraints on facts)");
        }
    }

    private void source(PatternDescr pattern, PatternSourceDescr source) {
        if (source == null) {
            return;
        }
        // Not by instanceof: groupBy is a kind of accumulate to the parser.
        if (source.getClass() != AccumulateDescr.class) {
            report.add(pattern.getLine(), 0, word(source) + " (expected: facts of the session)");
            return;
        }
        AccumulateDescr accumulate = (AccumulateDescr) source;
        boolean inline = isCode(accumulate.getInitCode())
                || isCode(accumulate.getActionCode())
                || isCode(accumulate.getReverseCode())
                || isCode(accumulate.getResultCode());
        refuse(pattern, inline, "accumulate with init, action or result");
        for (AccumulateFunctionCallDescr function : accumulate.getFunctions()) {
            function(pattern, function);
        }
        int before = joined;
        element(accumulate.getInput());
        joined = before;
    }

    private static boolean isCode(String code) {
        return code != null && !code.isBlank();
    }

    private void function(PatternDescr pattern, AccumulateFunctionCallDescr function) {
        if (!FUNCTIONS.contains(function.getFunction())) {
            report.add(
                    pattern.getLine(),
                    0,
                    "accumulate function " + function.getFunction() + " (expected: "
                            + Spelling.choices(function.getFunction(), FUNCTIONS) + ")");
        }
        refuse(pattern, function.isUnification(), ":=");
        bind(pattern, function.getBind());
        for (String parameter : function.getParams()) {
            expression(pattern.getLine(), 0, parameter);
        }
    }

    private void constraint(BaseDescr constraint) {
        if (constraint instanceof ExprConstraintDescr expression
                && expression.getType() == ExprConstraintDescr.Type.NAMED) {
            expression(expression.getLine(), expression.getColumn() + 1, expression.getExpression());
        } else {
            report.add(constraint.getLine(), 0, "a constraint by position (expected: by the name of a member)");
        }
    }

    /** By the parser that the rule compiler itself uses, so that both read the same. */
    private void expression(int line, int column, String text) {
        DrlxExpression tree = parsed(text);
        if (tree == null) {
            unread(line, column, text);
            return;
        }
        if (tree.getBind() != null) {
            bind(line, tree.getBind().asString());
        }
        AtomicBoolean sound = new AtomicBoolean(true);
        new Expressions(members, null, message -> {
                    sound.set(false);
                    report.add(line, column, message);
                })
                .check(tree);
        if (sound.get() && !isWhole(text, tree)) {
            unread(line, column, text);
        }
    }

    private void unread(int line, int column, String text) {
        String kept = KeptWords.in(text);
        report.add(
                line,
                column,
                kept == null
                        ? text.strip() + ": cannot be read (expected: a constraint such as amount.atLeast(100))"
                        : KeptWords.message(kept));
    }

    private static DrlxExpression parsed(String text) {
        try {
            return DrlxParseUtil.parseExpression(text);
        } catch (ParseProblemException | StackOverflowError e) {
            return null;
        }
    }

    /** Whether a text has been read to its end: the parser stops where it understands no more, and says nothing. */
    private static boolean isWhole(String text, DrlxExpression tree) {
        String unbound = tree.getBind() == null ? text : text.substring(text.indexOf(':') + 1);
        DrlxExpression whole = parsed("(" + unbound + "\n)");
        return whole != null
                && whole.getExpr() instanceof EnclosedExpr enclosed
                && PrintUtil.printNode(enclosed.getInner()).equals(PrintUtil.printNode(tree.getExpr()));
    }

    private void bind(BaseDescr where, String variable) {
        if (variable != null) {
            bind(where.getLine(), variable);
        }
    }

    private void bind(int line, String variable) {
        if (!Expressions.isVariable(variable)) {
            report.add(line, 0, variable + ": not a name for a variable (expected: one such as $amount)");
        } else if (!bound.add(variable)) {
            // The compiler takes it, and reads the one where the other was meant.
            report.add(line, 0, variable + ": bound twice (expected: a name of its own for each)");
        } else {
            variables.add(variable);
        }
    }

    private static String word(BaseDescr element) {
        if (element instanceof EvalDescr) {
            return "eval";
        }
        if (element instanceof FromDescr) {
            return "from";
        }
        if (element instanceof CollectDescr) {
            return "collect";
        }
        String name = element.getClass().getSimpleName();
        return name.substring(0, name.length() - "Descr".length());
    }
}
