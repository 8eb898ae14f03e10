package kith.runtime.expression;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kith.metadata.catalog.RecordHome;
import kith.metadata.catalog.Storage;
import kith.metadata.expression.Expression;
import kith.metadata.expression.Expression.FieldValue;
import kith.metadata.expression.FieldFormula;
import kith.metadata.expression.Function;
import kith.metadata.expression.Kind;
import kith.metadata.expression.Step;
import kith.runtime.sql.Sql;
import kith.runtime.storage.RecordTable;

/**
 * Expressions about one row as SQL. Numbers are numeric, texts collated by code point, booleans
 * never null.
 *
 * @param columns those of the row
 * @param depth how many references lead to the row; tells the rows of a statement apart
 */
public record ExpressionSql(RowColumns columns, int depth) {

    /** Expressions about a row of the statement itself. */
    public ExpressionSql(RowColumns columns) {
        this(columns, 0);
    }

    /** The value of an expression that {@link kith.metadata.expression.ExpressionTraits} admits. */
    public Sql value(Expression expression) {
        return switch (expression) {
            case Expression.Constant(var kind, var value) -> constant(kind, value);
            case Expression.Missing(var kind) -> missing(kind);
            case FieldValue value -> field(value);
            case Expression.Arithmetic arithmetic -> arithmetic(arithmetic);
            case Expression.Negated(var operand) -> Sql.of("(- {})", value(operand));
            case Expression.Joined(var left, var right) ->
                    TextRoom.kept(
                            Sql.of("({} || {})", filled(left), filled(right)),
                            TextRoom.joined(left, right));
            case Expression.Choice(var condition, var then, var otherwise) ->
                    Sql.of(
                            "(case when {} then {} else {} end)",
                            condition(condition),
                            value(then),
                            value(otherwise));
            case Expression.Otherwise(var first, var second) ->
                    Sql.of("coalesce({}, {})", value(first), value(second));
            case Expression.Call(var function, var arguments)
                    when function.result() != Kind.BOOLEAN ->
                    called(function, arguments);
            case Expression.Call _,
                    Expression.Equal _,
                    Expression.Ordered _,
                    Expression.OneOf _,
                    Expression.And _,
                    Expression.Or _,
                    Expression.Not _ ->
                    Sql.of("({} is true)", condition(expression));
        };
    }

    /** SQL that is true where a condition holds, and false or null where it does not. */
    public Sql condition(Expression condition) {
        return switch (condition) {
            case Expression.And(var left, var right) ->
                    Sql.of("({} and {})", condition(left), condition(right));
            case Expression.Or(var left, var right) ->
                    Sql.of("({} or {})", condition(left), condition(right));
            case Expression.Not(Expression.Equal(var left, var right)) ->
                    Sql.of("({} is distinct from {})", value(left), value(right));
            case Expression.Not(var operand) -> Sql.of("({} is not true)", condition(operand));
            case Expression.Equal(var left, var right) -> equal(left, right);
            case Expression.Ordered(var comparison, var left, var right) ->
                    ordered(comparison, value(left), value(right));
            case Expression.OneOf(var value, var elements) -> oneOf(value, elements);
            case Expression.Call(var function, var arguments)
                    when function.result() == Kind.BOOLEAN ->
                    FunctionSql.of(function, arguments.stream().map(this::value).toList());
            case Expression.Call _,
                    Expression.Constant _,
                    Expression.Missing _,
                    FieldValue _,
                    Expression.Arithmetic _,
                    Expression.Negated _,
                    Expression.Joined _,
                    Expression.Choice _,
                    Expression.Otherwise _ ->
                    value(condition);
        };
    }

    private Sql equal(Expression left, Expression right) {
        return left instanceof Expression.Constant || right instanceof Expression.Constant
                ? Sql.of("({} = {})", value(left), value(right))
                : Sql.of("({} is not distinct from {})", value(left), value(right));
    }

    private static Sql ordered(Expression.Comparison comparison, Sql left, Sql right) {
        return switch (comparison) {
            case LESS -> Sql.of("({} < {})", left, right);
            case LESS_OR_EQUAL -> Sql.of("({} <= {})", left, right);
            case GREATER -> Sql.of("({} > {})", left, right);
            case GREATER_OR_EQUAL -> Sql.of("({} >= {})", left, right);
        };
    }

    private Sql oneOf(Expression value, List<Expression> elements) {
        if (elements.isEmpty()) {
            return Sql.text("false");
        }
        return elements.stream().allMatch(Expression.Constant.class::isInstance)
                ? Sql.of(
                        "({} in ({}))",
                        value(value),
                        Sql.join(", ", elements.stream().map(this::value).toList()))
                : Sql.of(
                        "({})",
                        Sql.join(" or ", elements.stream().map(one -> equal(value, one)).toList()));
    }

    private Sql arithmetic(Expression.Arithmetic arithmetic) {
        Sql left = value(arithmetic.left());
        Sql right = value(arithmetic.right());
        return switch (arithmetic.operator()) {
            case ADD -> Sql.of("({} + {})", left, right);
            case SUBTRACT -> Sql.of("({} - {})", left, right);
            case MULTIPLY ->
                    NumberRoom.of(arithmetic).isWithinLimits()
                            ? Sql.of("({} * {})", left, right)
                            : Sql.of("kith_kept({} * {})", left, right);
            case DIVIDE -> Sql.of("kith_quotient({}, {})", left, right);
            case REMAINDER -> Sql.of("kith_remainder({}, {})", left, right);
        };
    }

    private Sql filled(Expression text) {
        return text instanceof Expression.Constant || isJoinedForSure(text)
                ? value(text)
                : Sql.of("coalesce({}, '')", value(text));
    }

    /** Whether the parts surely keep within the limit, so that the whole is never missing. */
    private static boolean isJoinedForSure(Expression text) {
        return text instanceof Expression.Joined(var left, var right)
                && TextRoom.joined(left, right) <= TextRoom.MAX_LENGTH;
    }

    private Sql called(Function function, List<Expression> arguments) {
        Sql call = FunctionSql.of(function, arguments.stream().map(this::value).toList());
        return function.name().equals("join")
                ? TextRoom.kept(
                        call,
                        TextRoom.joined(
                                arguments.getFirst(), arguments.subList(1, arguments.size())))
                : call;
    }

    private Sql field(FieldValue value) {
        if (value.path().isEmpty()) {
            return value.field().storage() instanceof Storage.Computed(var formula)
                    ? fitted((FieldFormula) formula)
                    : StoredField.value(columns, value.field(), value.kind());
        }
        Sql found = behind(value.path().getFirst(), value);
        return value.kind() == Kind.BOOLEAN ? Sql.of("coalesce({}, false)", found) : found;
    }

    /** A record in the bin is as if it were not there. */
    private Sql behind(Step step, FieldValue value) {
        ExpressionSql other = new ExpressionSql(this::columnBehind, depth + 1);
        Sql alias = alias(depth + 1);
        RecordTable table = RecordTable.of(step.home());
        Sql rest =
                other.field(
                        new FieldValue(
                                value.kind(),
                                value.path().subList(1, value.path().size()),
                                value.field(),
                                value.isPrior()));
        return Sql.of(
                "(select {} from {} {} where {}.tenant = {} and {}.id = {}{} and {}.deleted_at is"
                        + " null)",
                rest,
                table.name(),
                alias,
                alias,
                columns.column("tenant"),
                alias,
                StoredField.value(columns, step.reference(), Kind.REFERENCE),
                ofObject(step, alias),
                alias);
    }

    /** As the reader has it: the object must not become a condition for an index. */
    private static Sql ofObject(Step step, Sql alias) {
        return switch (step.home()) {
            case RecordHome.Shared _ ->
                    Sql.of(" and ({}.object = {}) is true", alias, Sql.number(step.key()));
            case RecordHome.Dedicated _ -> Sql.text("");
        };
    }

    private Sql columnBehind(String name) {
        return Sql.of("{}.{}", alias(depth + 1), Sql.identifier(name));
    }

    private static Sql alias(int depth) {
        return Sql.of("x{}", Sql.number(depth));
    }

    /** The value of a field that has a formula. */
    public Sql fitted(FieldFormula formula) {
        Sql value = value(formula.expression());
        return switch (formula.expression().kind()) {
            case NUMBER ->
                    Sql.of(
                            "kith_fitted({}, {}, 1e{})",
                            value,
                            Sql.number(formula.decimals()),
                            Sql.number(formula.wholeDigits()));
            case TEXT -> Sql.of("nullif({}, '')", value);
            case BOOLEAN, DATE, DATE_TIME, REFERENCE, CHOICES -> value;
        };
    }

    private static Sql constant(Kind kind, Object value) {
        return switch (kind) {
            case TEXT -> Sql.of("({}::text collate \"C\")", Sql.constant((String) value));
            case NUMBER -> Decimals.constant((BigDecimal) value);
            case BOOLEAN -> (Boolean) value ? Sql.text("true") : Sql.text("false");
            case DATE -> Sql.of("{}::date", Sql.bind((LocalDate) value));
            case DATE_TIME -> Sql.of("{}::timestamptz", Sql.bind((Instant) value));
            case REFERENCE, CHOICES ->
                    throw new IllegalArgumentException("There are no such constants");
        };
    }

    private static Sql missing(Kind kind) {
        return switch (kind) {
            case TEXT -> Sql.text("(null::text collate \"C\")");
            case NUMBER -> Sql.text("null::numeric");
            case BOOLEAN -> Sql.text("false");
            case DATE -> Sql.text("null::date");
            case DATE_TIME -> Sql.text("null::timestamptz");
            case REFERENCE -> Sql.text("null::uuid");
            case CHOICES -> Sql.text("null::jsonb");
        };
    }
}
