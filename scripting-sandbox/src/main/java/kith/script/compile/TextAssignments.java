package kith.script.compile;

import java.util.Set;
import kith.script.ScriptProblem.Code;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.syntax.Types;

/**
 * Groovy turns whatever is assigned to a text into text; here only what reads well as one may be.
 */
class TextAssignments extends CodeVisitorSupport {

    private static final Set<String> TEXTUAL =
            Set.of(
                    "java.lang.String",
                    "groovy.lang.GString",
                    "org.codehaus.groovy.runtime.GStringImpl",
                    "java.lang.CharSequence",
                    "java.lang.Character",
                    "char",
                    "java.lang.Integer",
                    "int",
                    "java.lang.Long",
                    "long",
                    "java.lang.Number",
                    "java.math.BigDecimal",
                    "java.math.BigInteger",
                    "java.lang.Object",
                    "<UnknownType>");

    private final RuleTypeChecking checking;

    TextAssignments(RuleTypeChecking checking) {
        this.checking = checking;
    }

    @Override
    public void visitBinaryExpression(BinaryExpression assignment) {
        super.visitBinaryExpression(assignment);
        if (assignment.getOperation().getType() != Types.ASSIGN) {
            return;
        }
        Expression target = assignment.getLeftExpression();
        if (target instanceof VariableExpression variable && variable.isDynamicTyped()) {
            return;
        }
        ClassNode type = checking.getType(target);
        ClassNode valueType = checking.getType(assignment.getRightExpression());
        if (ClassHelper.STRING_TYPE.equals(type)
                && valueType != null
                && !TEXTUAL.contains(valueType.getName())
                && !isNull(assignment.getRightExpression())) {
            checking.problem(
                    assignment.getRightExpression(),
                    Code.TYPE_MISMATCH,
                    "a %s cannot be assigned to a String"
                            .formatted(RuleTypeChecking.describe(valueType)),
                    null);
        }
    }

    private static boolean isNull(Expression expression) {
        return expression instanceof ConstantExpression constant && constant.isNullExpression();
    }
}
