package io.motengine.engine.walls;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.CharLiteralExpr;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LiteralStringValueExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import com.github.javaparser.ast.expr.DoubleLiteralExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithTypeArguments;
import io.motengine.engine.release.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.drools.mvel.parser.ast.expr.DrlNameExpr;
import org.drools.mvel.parser.ast.expr.DrlxExpression;
import org.drools.mvel.parser.ast.expr.HalfBinaryExpr;
import org.drools.mvel.parser.ast.expr.HalfPointFreeExpr;
import org.drools.mvel.parser.ast.expr.NullSafeFieldAccessExpr;
import org.drools.mvel.parser.ast.expr.NullSafeMethodCallExpr;
import org.drools.mvel.parser.ast.expr.PointFreeExpr;
import org.drools.mvel.parser.printer.PrintUtil;

/**
 * What an expression may be made of: values, variables, members of facts, comparisons and arithmetic. It goes by what is allowed, so
 * that what nobody thought of is refused: new, casts, assignments, lambdas, class names, regular expressions, lists and paths.
 */
final class Expressions {
    /** Deeper than any person writes, and shallow enough for every later visitor's stack. */
    private static final int DEEPEST = 60;

    private static final int LONGEST = 80;
    private static final Set<String> OPERATORS = Set.of("in", "contains", "memberOf", "excludes");
    private static final Set<Class<?>> LITERALS = Set.of(
            StringLiteralExpr.class,
            CharLiteralExpr.class,
            IntegerLiteralExpr.class,
            LongLiteralExpr.class,
            DoubleLiteralExpr.class,
            BooleanLiteralExpr.class,
            NullLiteralExpr.class);
    private static final Pattern VARIABLE = Pattern.compile("\\$?[a-z][A-Za-z0-9_]*");

    /** Names that the generated code gives to what is not the author's. */
    private static final Set<String> ENGINES = Set.of("conclude", "drools", "kcontext");

    private final AllowedMembers members;
    private final Set<String> variables;
    private final Consumer<String> report;

    /** @param variables the only names that may stand free; null if a fact's own members may stand so too */
    Expressions(AllowedMembers members, Set<String> variables, Consumer<String> report) {
        this.members = members;
        this.variables = variables;
        this.report = report;
    }

    static boolean isVariable(String name) {
        return VARIABLE.matcher(name).matches() && !ENGINES.contains(name);
    }

    void check(Node node) {
        check(node, 0);
    }

    private void check(Node node, int depth) {
        if (depth > DEEPEST) {
            report.accept("an expression nested more than " + DEEPEST + " deep (expected: several rules, or a list with in)");
        } else if (isAllowed(node)) {
            partsOf(node).forEach(part -> check(part, depth + 1));
        }
    }

    /** Reports the node itself if it is not allowed; then its parts are not asked. */
    private boolean isAllowed(Node node) {
        if (node instanceof DrlxExpression || node instanceof EnclosedExpr || node instanceof BinaryExpr) {
            return true;
        }
        if (node instanceof HalfBinaryExpr) {
            return true;
        }
        if (LITERALS.contains(node.getClass())) {
            return require(!isQuoted(node), node, "a text without quotes in it");
        }
        if (node instanceof UnaryExpr unary) {
            return require(isPlain(unary), node, "a value");
        }
        if (node instanceof PointFreeExpr relation) {
            return operator(relation.getOperator().asString(), relation.getArg1());
        }
        if (node instanceof HalfPointFreeExpr relation) {
            return operator(relation.getOperator().asString(), relation.getArg1());
        }
        if (node instanceof MethodCallExpr call) {
            return member(call, call.getNameAsString(), "()");
        }
        if (node instanceof NullSafeMethodCallExpr call) {
            return member(call, call.getName().asString(), "()");
        }
        if (node instanceof FieldAccessExpr field) {
            return member(field, field.getNameAsString(), "");
        }
        if (node instanceof NullSafeFieldAccessExpr field) {
            return member(field, field.getName().asString(), "");
        }
        if (node instanceof NameExpr name) {
            boolean back = node instanceof DrlNameExpr path && path.getBackReferencesCount() > 0;
            return name(name.getNameAsString(), back);
        }
        if (node instanceof ThisExpr self) {
            return require(self.getTypeName().isEmpty() && variables == null, node, "a variable");
        }
        return require(false, node, "members of facts, variables, values, comparisons and arithmetic");
    }

    /** The compiler of constraints takes texts out of their quotes and puts them into others. */
    private boolean isQuoted(Node node) {
        return variables == null
                && node instanceof LiteralStringValueExpr text
                && text.getValue().matches("(?s).*[\"'\\\\`].*");
    }

    /** One by one: nodes that are not Java's do not know their children. */
    private static List<Node> partsOf(Node node) {
        List<Node> parts = new ArrayList<>();
        if (node instanceof DrlxExpression bound) {
            parts.add(bound.getExpr());
        } else if (node instanceof EnclosedExpr enclosed) {
            parts.add(enclosed.getInner());
        } else if (node instanceof BinaryExpr binary) {
            parts.add(binary.getLeft());
            parts.add(binary.getRight());
        } else if (node instanceof HalfBinaryExpr half) {
            parts.add(half.getRight());
        } else if (node instanceof UnaryExpr unary) {
            parts.add(unary.getExpression());
        } else if (node instanceof PointFreeExpr relation) {
            parts.add(relation.getLeft());
            parts.addAll(relation.getRight());
        } else if (node instanceof HalfPointFreeExpr relation) {
            parts.addAll(relation.getRight());
        } else if (node instanceof MethodCallExpr call) {
            call.getScope().ifPresent(parts::add);
            parts.addAll(call.getArguments());
        } else if (node instanceof NullSafeMethodCallExpr call) {
            call.getScope().ifPresent(parts::add);
            parts.addAll(call.getArguments());
        } else if (node instanceof FieldAccessExpr field) {
            parts.add(field.getScope());
        } else if (node instanceof NullSafeFieldAccessExpr field) {
            parts.add(field.getScope());
        }
        return parts;
    }

    private static boolean isPlain(UnaryExpr unary) {
        return switch (unary.getOperator()) {
            case PLUS, MINUS, LOGICAL_COMPLEMENT, BITWISE_COMPLEMENT -> true;
            default -> false;
        };
    }

    private boolean operator(String operator, Expression parameter) {
        boolean allowed = OPERATORS.contains(operator) && parameter == null;
        if (!allowed) {
            report.accept("operator " + operator + ": not allowed in rules (expected: a comparison, in, contains, excludes"
                    + " or memberOf, without parameters)");
        }
        return allowed;
    }

    private boolean member(NodeWithTypeArguments<?> node, String name, String brackets) {
        boolean allowed =
                node.getTypeArguments().isEmpty() && members.names().contains(name);
        if (!allowed) {
            report.accept(name + brackets + ": not a member that rules may use (expected: "
                    + Spelling.suggestion(name, members.names()) + "one of a fact, its texts, amounts, days or lists)");
        }
        return allowed;
    }

    private boolean name(String name, boolean back) {
        if (back || !isVariable(name)) {
            report.accept(name + ": not a name that rules may use (expected: a member of the fact, or a variable)");
            return false;
        }
        if (variables != null && !variables.contains(name)) {
            report.accept(name + ": not a variable of the rule (expected: " + Spelling.suggestion(name, variables)
                    + (variables.isEmpty() ? "one bound in when" : "one of " + String.join(", ", variables)) + ")");
            return false;
        }
        return true;
    }

    private boolean require(boolean holds, Node node, String expected) {
        if (!holds) {
            report.accept(shortened(node) + ": not allowed in rules (expected: " + expected + ")");
        }
        return holds;
    }

    static String shortened(Node node) {
        String text = PrintUtil.printNode(node).replaceAll("\\s+", " ");
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
