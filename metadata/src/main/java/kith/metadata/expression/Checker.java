package kith.metadata.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Syntax to typed expression. It goes on behind an error, so that all are reported together; a part
 * that has one is null.
 */
final class Checker {

    private final ExpressionScope scope;
    private final String text;
    private final List<ExpressionError> errors = new ArrayList<>();
    private final Operators operators = new Operators(this);
    private final Calls calls = new Calls(this);

    Checker(ExpressionScope scope, String text) {
        this.scope = scope;
        this.text = text;
    }

    List<ExpressionError> errors() {
        return errors;
    }

    @Nullable Expression refuse(int offset, String message, Optional<String> hint) {
        errors.add(ExpressionError.at(offset, text, message, hint));
        return null;
    }

    @Nullable Expression refuse(int offset, String message) {
        return refuse(offset, message, Optional.empty());
    }

    /**
     * @param hint the kind that {@code null} takes here; null where nothing tells
     */
    @Nullable Expression check(Syntax syntax, @Nullable Kind hint) {
        return switch (syntax) {
            case Syntax.TextLiteral(int _, String value) ->
                    new Expression.Constant(Kind.TEXT, value);
            case Syntax.NumberLiteral(int _, var value) ->
                    new Expression.Constant(Kind.NUMBER, value);
            case Syntax.BooleanLiteral(int _, boolean value) ->
                    new Expression.Constant(Kind.BOOLEAN, value);
            case Syntax.NullLiteral literal -> missing(literal, hint);
            case Syntax.ListLiteral list -> refuse(list.offset(), "A list stands only behind `in`");
            case Syntax.Path path -> FieldPaths.find(this, scope, path);
            case Syntax.Invocation call -> calls.check(call, hint);
            case Syntax.Unary unary -> operators.unary(unary);
            case Syntax.Binary binary -> operators.binary(binary, hint);
            case Syntax.Ternary ternary -> choice(ternary, hint);
        };
    }

    private @Nullable Expression missing(Syntax.NullLiteral literal, @Nullable Kind hint) {
        if (hint == null) {
            return refuse(literal.offset(), "Nothing tells what kind of value is missing here");
        }
        return missing(hint);
    }

    static Expression missing(Kind kind) {
        return kind == Kind.BOOLEAN
                ? new Expression.Constant(kind, false)
                : new Expression.Missing(kind);
    }

    /** An expression that has to be of a kind. */
    @Nullable Expression check(Syntax syntax, Kind kind, String what) {
        Expression expression = check(syntax, kind);
        return expression == null || expression.kind() == kind
                ? expression
                : refuse(
                        syntax.offset(),
                        "%s is a %s, not a %s"
                                .formatted(what, kind.label(), expression.kind().label()),
                        Conversions.hint(expression.kind(), kind));
    }

    private @Nullable Expression choice(Syntax.Ternary ternary, @Nullable Kind hint) {
        Expression condition = check(ternary.condition(), Kind.BOOLEAN, "What stands before `?`");
        Pair pair = pair(ternary.then(), ternary.otherwise(), hint);
        if (condition == null || pair == null) {
            return null;
        }
        return pair.first().kind() == pair.second().kind()
                ? new Expression.Choice(condition, pair.first(), pair.second())
                : differ(ternary.otherwise(), pair);
    }

    @Nullable Expression differ(Syntax second, Pair pair) {
        return refuse(
                second.offset(),
                "One value is a %s, the other one a %s"
                        .formatted(pair.first().kind().label(), pair.second().kind().label()),
                Conversions.hint(pair.second().kind(), pair.first().kind()));
    }

    /** Two expressions, each of which tells of what kind the other one is where that is null. */
    @Nullable Pair pair(Syntax first, Syntax second, @Nullable Kind hint) {
        boolean isFirstNull = first instanceof Syntax.NullLiteral;
        Expression other = check(isFirstNull ? second : first, hint);
        Kind known = other == null ? hint : other.kind();
        Syntax remaining = isFirstNull ? first : second;
        if (known == null && remaining instanceof Syntax.NullLiteral) {
            return null;
        }
        Expression one = check(remaining, known);
        if (one == null || other == null) {
            return null;
        }
        return isFirstNull ? new Pair(one, other) : new Pair(other, one);
    }

    /** Two sound expressions. */
    record Pair(Expression first, Expression second) {}
}
