package io.motengine.engine.walls;

import com.github.javaparser.ParseProblemException;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import io.motengine.engine.rules.Stratum;
import java.util.Set;
import java.util.function.Consumer;
import org.drools.model.codegen.execmodel.generator.DrlxParseUtil;

/** What a rule's {@code then} may be: one call of the conclusion API, over what the rule has bound. */
final class Consequence {
    private static final Set<String> CONCLUDED = Set.of("moment", "segment", "stage", "tell", "tier");
    private static final Set<String> OF_CARDS = Set.of("candidate", "wave");
    private static final Set<String> DETAILS = Set.of("about", "with");
    private static final int LONGEST = 4_000;

    private final Stratum stratum;
    private final AllowedMembers members;
    private final Consumer<String> report;
    private final Consumer<String> reportInside;

    /**
     * Of one rule.
     *
     * @param report of what it is not
     * @param reportInside of what its arguments must not be
     */
    Consequence(Stratum stratum, AllowedMembers members, Consumer<String> report, Consumer<String> reportInside) {
        this.stratum = stratum;
        this.members = members;
        this.report = report;
        this.reportInside = reportInside;
    }

    void check(String then, Set<String> variables) {
        MethodCallExpr call = then.length() > LONGEST ? null : onlyCall(then);
        if (call == null || !isConclusion(call, variables, 0)) {
            report.accept("then must be one call of the conclusion API (expected: conclude.moment(\"…\") or the like,"
                    + " ended by ;)");
        }
    }

    /** Null if it is anything else. */
    private static MethodCallExpr onlyCall(String then) {
        try {
            BlockStmt block = DrlxParseUtil.parseBlock(then);
            return block.getStatements().size() == 1
                            && block.getStatement(0) instanceof ExpressionStmt statement
                            && statement.getExpression() instanceof MethodCallExpr call
                    ? call
                    : null;
        } catch (ParseProblemException e) {
            return null;
        }
    }

    private boolean isConclusion(MethodCallExpr call, Set<String> variables, int details) {
        Expression scope = call.getScope().orElse(null);
        String method = call.getNameAsString();
        if (scope == null || call.getTypeArguments().isPresent() || details > 40) {
            return false;
        }
        boolean sound = scope instanceof MethodCallExpr before
                ? DETAILS.contains(method) && isConclusion(before, variables, details + 1)
                : scope.isNameExpr()
                        && scope.asNameExpr().getNameAsString().equals("conclude")
                        && (stratum == Stratum.CANDIDATE ? OF_CARDS : CONCLUDED).contains(method);
        if (sound) {
            Expressions expressions = new Expressions(members, variables, reportInside);
            call.getArguments().forEach(expressions::check);
        }
        return sound;
    }
}
