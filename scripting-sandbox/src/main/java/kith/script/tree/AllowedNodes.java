package kith.script.tree;

import java.util.Set;
import kith.script.ScriptProblem.Code;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.BitwiseNegationExpression;
import org.codehaus.groovy.ast.expr.BooleanExpression;
import org.codehaus.groovy.ast.expr.CastExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ClosureListExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.ConstructorCallExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.ElvisOperatorExpression;
import org.codehaus.groovy.ast.expr.EmptyExpression;
import org.codehaus.groovy.ast.expr.GStringExpression;
import org.codehaus.groovy.ast.expr.LambdaExpression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.NamedArgumentListExpression;
import org.codehaus.groovy.ast.expr.NotExpression;
import org.codehaus.groovy.ast.expr.PostfixExpression;
import org.codehaus.groovy.ast.expr.PrefixExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.RangeExpression;
import org.codehaus.groovy.ast.expr.TernaryExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.UnaryMinusExpression;
import org.codehaus.groovy.ast.expr.UnaryPlusExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.BreakStatement;
import org.codehaus.groovy.ast.stmt.CaseStatement;
import org.codehaus.groovy.ast.stmt.CatchStatement;
import org.codehaus.groovy.ast.stmt.ContinueStatement;
import org.codehaus.groovy.ast.stmt.DoWhileStatement;
import org.codehaus.groovy.ast.stmt.EmptyStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.ForStatement;
import org.codehaus.groovy.ast.stmt.IfStatement;
import org.codehaus.groovy.ast.stmt.ReturnStatement;
import org.codehaus.groovy.ast.stmt.SwitchStatement;
import org.codehaus.groovy.ast.stmt.ThrowStatement;
import org.codehaus.groovy.ast.stmt.TryCatchStatement;
import org.codehaus.groovy.ast.stmt.WhileStatement;

/**
 * The closed list of what a tree may consist of. Exact classes: a subclass that a later Groovy
 * brings is refused until someone has looked at it.
 */
final class AllowedNodes {

    private static final Set<Class<? extends ASTNode>> STATEMENTS =
            Set.of(
                    BlockStatement.class,
                    BreakStatement.class,
                    CaseStatement.class,
                    CatchStatement.class,
                    ContinueStatement.class,
                    DoWhileStatement.class,
                    // Groovy's one empty statement and expression are of unnamed classes.
                    EmptyStatement.INSTANCE.getClass(),
                    EmptyStatement.class,
                    ExpressionStatement.class,
                    ForStatement.class,
                    IfStatement.class,
                    ReturnStatement.class,
                    SwitchStatement.class,
                    ThrowStatement.class,
                    TryCatchStatement.class,
                    WhileStatement.class);

    private static final Set<Class<? extends ASTNode>> EXPRESSIONS =
            Set.of(
                    ArgumentListExpression.class,
                    BinaryExpression.class,
                    BitwiseNegationExpression.class,
                    BooleanExpression.class,
                    CastExpression.class,
                    ClosureExpression.class,
                    ClosureListExpression.class,
                    ConstantExpression.class,
                    ConstructorCallExpression.class,
                    DeclarationExpression.class,
                    ElvisOperatorExpression.class,
                    EmptyExpression.INSTANCE.getClass(),
                    EmptyExpression.class,
                    GStringExpression.class,
                    LambdaExpression.class,
                    ListExpression.class,
                    MapEntryExpression.class,
                    MapExpression.class,
                    MethodCallExpression.class,
                    NamedArgumentListExpression.class,
                    NotExpression.class,
                    PostfixExpression.class,
                    PrefixExpression.class,
                    PropertyExpression.class,
                    RangeExpression.class,
                    TernaryExpression.class,
                    TupleExpression.class,
                    UnaryMinusExpression.class,
                    UnaryPlusExpression.class,
                    VariableExpression.class);

    private AllowedNodes() {}

    static void check(ASTNode node) {
        if (!STATEMENTS.contains(node.getClass()) && !EXPRESSIONS.contains(node.getClass())) {
            throw RefusedScriptException.at(
                    node, Code.NOT_ALLOWED, "not allowed in a rule: " + describe(node));
        }
    }

    private static String describe(ASTNode node) {
        String words =
                node.getClass()
                        .getSimpleName()
                        .replaceAll("(Expression|Statement)$", "")
                        .replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        return words.isEmpty() ? "this construct" : words.toLowerCase(java.util.Locale.ROOT);
    }
}
