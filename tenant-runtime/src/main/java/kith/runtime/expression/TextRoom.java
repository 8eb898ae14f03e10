package kith.runtime.expression;

import java.util.List;
import kith.metadata.catalog.Storage;
import kith.metadata.expression.Expression;
import kith.metadata.expression.FieldFormula;
import kith.metadata.expression.Kind;
import kith.metadata.field.FieldType;
import kith.runtime.sql.Sql;

/**
 * How many characters a text can have at most. Where texts that are put together surely keep within
 * the limit of expressions, nothing has to see to it while the statement runs.
 */
final class TextRoom {

    static final long MAX_LENGTH = 1_000_000;

    /** Of addresses, numbers, choices, and of all that is no text and becomes one. */
    private static final long SHORT = 10_000;

    /** Once, whatever it is made of: the database would else put it in place of each mention. */
    private static final String KEPT =
            """
            (select case when char_length(kept.t) <= 1000000 then kept.t end from (select {} as t offset 0) kept)\
            """;

    private TextRoom() {}

    /** A text that is put together; missing where it is too long. */
    static Sql kept(Sql text, long room) {
        return room <= MAX_LENGTH ? text : Sql.of(KEPT, text);
    }

    static long of(Expression text) {
        return switch (text) {
            case Expression.Constant(var _, String value) -> value.length();
            case Expression.FieldValue value -> ofField(value);
            case Expression.Joined(var left, var right) ->
                    Math.min(MAX_LENGTH, joined(left, right));
            case Expression.Choice(var _, var then, var otherwise) ->
                    Math.max(of(then), of(otherwise));
            case Expression.Otherwise(var first, var second) -> Math.max(of(first), of(second));
            case Expression.Call(var function, var _) ->
                    function.name().equals("text") ? SHORT : MAX_LENGTH;
            default -> SHORT;
        };
    }

    /** Of two that are put one behind the other. */
    static long joined(Expression left, Expression right) {
        return of(left) + of(right);
    }

    /** Of texts with a separator between. */
    static long joined(Expression separator, List<Expression> texts) {
        return texts.stream().mapToLong(TextRoom::of).sum()
                + of(separator) * Math.max(0, texts.size() - 1);
    }

    private static long ofField(Expression.FieldValue value) {
        if (value.field().storage() instanceof Storage.Computed(var formula)
                && formula instanceof FieldFormula bound
                && bound.expression().kind() == Kind.TEXT) {
            return of(bound.expression());
        }
        return switch (value.field().type()) {
            case FieldType.Text(int maxLength) -> maxLength;
            case FieldType.LongText(int maxLength) -> maxLength;
            default -> SHORT;
        };
    }
}
