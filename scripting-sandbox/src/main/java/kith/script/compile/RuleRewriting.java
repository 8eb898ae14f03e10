package kith.script.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import kith.script.ScriptProblem.Code;
import kith.script.library.Comparisons;
import kith.script.tree.RefusedScriptException;
import kith.script.tree.RuleNames;
import org.codehaus.groovy.ast.ClassCodeExpressionTransformer;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.CastExpression;
import org.codehaus.groovy.ast.expr.ClassExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.GStringExpression;
import org.codehaus.groovy.ast.expr.LambdaExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PostfixExpression;
import org.codehaus.groovy.ast.expr.PrefixExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.syntax.Token;
import org.codehaus.groovy.syntax.Types;
import org.jspecify.annotations.Nullable;

/**
 * Says in plainer Groovy what the static compiler would otherwise leave to run time.
 *
 * <ul>
 *   <li>{@code record} becomes {@code this.record}: a bare name in a closure would be looked up on
 *       the closure's owner by name.
 *   <li>{@code record['amount']} becomes {@code record.amount}, which is typed.
 *   <li>{@code tasks*.name} becomes a {@code collect}.
 *   <li>A lambda becomes a closure, so that no functional interface of the JDK is ever called.
 *   <li>{@code a <=> b} becomes a call of the library: between numbers of different types Groovy's
 *       static compiler gives up.
 *   <li>{@code tasks.sum { it.amount }} is put in a cast, whose type the type checker fills in.
 *   <li>{@code "to ${name}"} becomes a plain text at once: a mix of both kinds of text, as in
 *       {@code found ? 'none' : "to ${name}"}, is then of one type.
 *   <li>{@code today()} becomes a call of the run's clock.
 * </ul>
 */
final class RuleRewriting extends ClassCodeExpressionTransformer {

    static final String CLOCK = "clock$";

    /**
     * Key, among the metadata of the name in a sum's call, of the type of the cast around it.
     * Groovy makes the call anew later, but keeps its name.
     */
    static final String SUM_TYPE = "kith.rule.sum";

    private static final String ELEMENT = "element$";
    private static final ClassNode COMPARISONS = ClassHelper.make(Comparisons.class);
    private static final Set<String> RECORDS = Set.of("record", "old");

    private final SourceUnit source;
    private final Set<String> given;

    /**
     * @param given the names of what the rule is given
     */
    RuleRewriting(SourceUnit source, Set<String> given) {
        this.source = source;
        this.given = given;
    }

    void rewrite(Statement code) {
        code.visit(this);
    }

    @Override
    protected SourceUnit getSourceUnit() {
        return source;
    }

    /** As a statement of its own, {@code record.count++} is {@code record.count += 1}. */
    @Override
    public void visitExpressionStatement(ExpressionStatement statement) {
        Expression expression = statement.getExpression();
        if (expression instanceof PostfixExpression postfix
                && postfix.getExpression() instanceof PropertyExpression property) {
            statement.setExpression(step(postfix, property, postfix.getOperation()));
        } else {
            super.visitExpressionStatement(statement);
        }
    }

    @Override
    public @Nullable Expression transform(@Nullable Expression expression) {
        return switch (expression) {
            case null -> null;
            case VariableExpression variable when given.contains(variable.getName()) ->
                    at(variable, field(variable.getName()));
            case BinaryExpression subscript when isFieldSubscript(subscript) ->
                    at(
                            subscript,
                            new PropertyExpression(
                                    transform(subscript.getLeftExpression()),
                                    subscript.getRightExpression()));
            case BinaryExpression comparison
                    when comparison.getOperation().getType() == Types.COMPARE_TO ->
                    comparison(comparison);
            case PrefixExpression prefix
                    when prefix.getExpression() instanceof PropertyExpression property ->
                    step(prefix, property, prefix.getOperation());
            case PostfixExpression postfix
                    when postfix.getExpression() instanceof PropertyExpression ->
                    throw RefusedScriptException.at(
                            postfix,
                            Code.NOT_ALLOWED,
                            "write this step of a field as a statement of its own");
            case PropertyExpression property when property.isSpreadSafe() -> spread(property);
            case MethodCallExpression call when call.isSpreadSafe() -> spread(call);
            case MethodCallExpression call when isSum(call) -> sum(call);
            case MethodCallExpression call when isFunction(call) ->
                    at(
                            call,
                            new MethodCallExpression(
                                    at(call, field(CLOCK)),
                                    call.getMethod(),
                                    new ArgumentListExpression()));
            case ClosureExpression closure -> closure(closure);
            case GStringExpression text -> text(text);
            default -> expression.transformExpression(this);
        };
    }

    private static boolean isFieldSubscript(BinaryExpression expression) {
        return expression.getOperation().getType() == Types.LEFT_SQUARE_BRACKET
                && expression.getLeftExpression() instanceof VariableExpression variable
                && RECORDS.contains(variable.getName())
                && expression.getRightExpression() instanceof ConstantExpression key
                && key.getValue() instanceof String;
    }

    private static boolean isFunction(MethodCallExpression call) {
        return call.isImplicitThis()
                && RuleNames.FUNCTIONS.contains(call.getMethodAsString())
                && call.getArguments() instanceof TupleExpression arguments
                && arguments.getExpressions().isEmpty();
    }

    private Expression step(Expression original, PropertyExpression property, Token operation) {
        boolean isUp = operation.getType() == Types.PLUS_PLUS;
        return at(
                original,
                new BinaryExpression(
                        transform(property),
                        Token.newSymbol(
                                isUp ? Types.PLUS_EQUAL : Types.MINUS_EQUAL,
                                operation.getStartLine(),
                                operation.getStartColumn()),
                        at(original, new ConstantExpression(1, /* keepPrimitive= */ true))));
    }

    private Expression comparison(BinaryExpression comparison) {
        var arguments =
                new ArgumentListExpression(
                        transform(comparison.getLeftExpression()),
                        transform(comparison.getRightExpression()));
        var call =
                at(
                        comparison,
                        new MethodCallExpression(
                                at(comparison, new ClassExpression(COMPARISONS)),
                                at(comparison, new ConstantExpression("compareTo")),
                                at(comparison, arguments)));
        call.setImplicitThis(false);
        return call;
    }

    /** A sum is an object to Groovy; the type checker gives this cast the type of what is added. */
    private Expression sum(MethodCallExpression call) {
        Expression transformed = call.transformExpression(this);
        ClassNode type = ClassHelper.OBJECT_TYPE.getPlainNodeReference();
        call.getMethod().putNodeMetaData(SUM_TYPE, type);
        return at(call, new CastExpression(type, transformed));
    }

    private static boolean isSum(MethodCallExpression call) {
        return "sum".equals(call.getMethodAsString()) && !call.isImplicitThis();
    }

    private Expression text(GStringExpression text) {
        List<Expression> values = text.getValues().stream().map(this::textPart).toList();
        var transformed =
                new GStringExpression(text.getText(), text.getStrings(), new ArrayList<>(values));
        return call(text, at(text, transformed), "toString");
    }

    /** {@code "${-> name}"} is a value that is asked for late; in a text that is made at once. */
    private Expression textPart(Expression value) {
        Expression transformed = transform(value);
        if (!(value instanceof ClosureExpression closure)) {
            return Objects.requireNonNull(transformed);
        }
        if (closure.getParameters() != null) {
            throw RefusedScriptException.at(
                    value, Code.NOT_ALLOWED, "a text cannot hold a closure");
        }
        return call(value, Objects.requireNonNull(transformed), "call");
    }

    private static Expression call(Expression original, Expression receiver, String method) {
        var call =
                at(
                        original,
                        new MethodCallExpression(
                                receiver,
                                at(original, new ConstantExpression(method)),
                                new ArgumentListExpression()));
        call.setImplicitThis(false);
        return call;
    }

    private Expression spread(PropertyExpression property) {
        var element =
                at(
                        property,
                        new PropertyExpression(
                                element(property), property.getProperty(), /* safe= */ true));
        return collect(property, property.getObjectExpression(), element);
    }

    private Expression spread(MethodCallExpression call) {
        var element =
                at(
                        call,
                        new MethodCallExpression(
                                element(call), call.getMethod(), transform(call.getArguments())));
        element.setSafe(true);
        element.setImplicitThis(false);
        return collect(call, call.getObjectExpression(), element);
    }

    private Expression collect(Expression original, Expression elements, Expression perElement) {
        var body = new BlockStatement();
        var statement = new ExpressionStatement(perElement);
        statement.setSourcePosition(original);
        body.addStatement(statement);
        var parameter = new Parameter(ClassHelper.dynamicType(), ELEMENT);
        var closure = at(original, new ClosureExpression(new Parameter[] {parameter}, body));
        var call =
                at(
                        original,
                        new MethodCallExpression(
                                transform(elements),
                                at(original, new ConstantExpression("collect")),
                                at(original, new ArgumentListExpression(closure))));
        call.setImplicitThis(false);
        return call;
    }

    private Expression closure(ClosureExpression closure) {
        Parameter @Nullable [] parameters = closure.getParameters();
        if (parameters != null) {
            for (Parameter parameter : parameters) {
                if (parameter.hasInitialExpression()) {
                    parameter.setInitialExpression(transform(parameter.getInitialExpression()));
                }
            }
        }
        closure.getCode().visit(this);
        if (closure instanceof LambdaExpression) {
            boolean isWithoutParameters = parameters == null || parameters.length == 0;
            return at(
                    closure,
                    new ClosureExpression(
                            isWithoutParameters ? null : parameters, closure.getCode()));
        }
        return closure;
    }

    private static Expression element(Expression original) {
        return at(original, new VariableExpression(ELEMENT));
    }

    private static PropertyExpression field(String name) {
        return new PropertyExpression(new VariableExpression("this"), name);
    }

    private static <E extends Expression> E at(Expression original, E replacement) {
        replacement.setSourcePosition(original);
        return replacement;
    }
}
