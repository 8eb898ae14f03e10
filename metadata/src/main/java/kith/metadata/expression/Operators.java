package kith.metadata.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kith.metadata.expression.Checker.Pair;
import kith.metadata.expression.Expression.Comparison;
import kith.metadata.expression.Expression.Operator;
import org.jspecify.annotations.Nullable;

/** What operators mean for the kinds of their operands. */
final class Operators {

    private final Checker checker;

    Operators(Checker checker) {
        this.checker = checker;
    }

    @Nullable Expression unary(Syntax.Unary unary) {
        if (unary.operator().equals("!")) {
            Expression operand =
                    checker.check(unary.operand(), Kind.BOOLEAN, "What stands behind `!`");
            return operand == null ? null : new Expression.Not(operand);
        }
        Expression operand = checker.check(unary.operand(), Kind.NUMBER, "What stands behind `-`");
        return operand == null ? null : new Expression.Negated(operand);
    }

    @Nullable Expression binary(Syntax.Binary binary, @Nullable Kind hint) {
        return switch (binary.operator()) {
            case "&&", "||" -> logical(binary);
            case "==", "!=" -> equal(binary);
            case "<", "<=", ">", ">=" -> ordered(binary);
            case "in" -> among(binary);
            case "?:" -> otherwise(binary, hint);
            default -> arithmetic(binary);
        };
    }

    private @Nullable Expression logical(Syntax.Binary binary) {
        String what = "What stands beside `" + binary.operator() + "`";
        Expression left = checker.check(binary.left(), Kind.BOOLEAN, what);
        Expression right = checker.check(binary.right(), Kind.BOOLEAN, what);
        if (left == null || right == null) {
            return null;
        }
        return binary.operator().equals("&&")
                ? new Expression.And(left, right)
                : new Expression.Or(left, right);
    }

    private @Nullable Expression equal(Syntax.Binary binary) {
        Pair pair = checker.pair(binary.left(), binary.right(), null);
        if (pair == null) {
            return null;
        }
        if (pair.first().kind() != pair.second().kind()) {
            return checker.differ(binary.right(), pair);
        }
        if (pair.first().kind() == Kind.CHOICES) {
            return checker.refuse(
                    binary.operatorOffset(),
                    "Lists of choices are not compared",
                    Optional.of("Ask for one of them with `includes(…)`."));
        }
        PicklistValues.check(checker, pair.first(), pair.second(), binary.right().offset());
        PicklistValues.check(checker, pair.second(), pair.first(), binary.left().offset());
        Expression equal = new Expression.Equal(pair.first(), pair.second());
        return binary.operator().equals("==") ? equal : new Expression.Not(equal);
    }

    private @Nullable Expression ordered(Syntax.Binary binary) {
        Pair pair = checker.pair(binary.left(), binary.right(), null);
        if (pair == null) {
            return null;
        }
        Kind kind = pair.first().kind();
        if (kind != pair.second().kind()) {
            return checker.differ(binary.right(), pair);
        }
        if (kind == Kind.BOOLEAN || kind == Kind.REFERENCE || kind == Kind.CHOICES) {
            return checker.refuse(
                    binary.operatorOffset(), "A %s has no order".formatted(kind.label()));
        }
        return new Expression.Ordered(
                switch (binary.operator()) {
                    case "<" -> Comparison.LESS;
                    case "<=" -> Comparison.LESS_OR_EQUAL;
                    case ">" -> Comparison.GREATER;
                    default -> Comparison.GREATER_OR_EQUAL;
                },
                pair.first(),
                pair.second());
    }

    private @Nullable Expression among(Syntax.Binary binary) {
        if (!(binary.right() instanceof Syntax.ListLiteral(int _, var elements))) {
            return amongChoices(binary);
        }
        Expression value = checker.check(binary.left(), (Kind) null);
        List<Expression> found = new ArrayList<>();
        for (Syntax element : elements) {
            Expression one = checker.check(element, value == null ? null : value.kind());
            if (one != null && value != null) {
                if (one.kind() != value.kind()) {
                    checker.differ(element, new Pair(value, one));
                }
                PicklistValues.check(checker, value, one, element.offset());
                found.add(one);
            }
        }
        if (value == null) {
            return null;
        }
        return value.kind() == Kind.CHOICES
                ? checker.refuse(
                        binary.operatorOffset(),
                        "Lists of choices are not compared",
                        Optional.of("Ask for one of them with `includes(…)`."))
                : new Expression.OneOf(value, found);
    }

    /** {@code 'x' in interests}. */
    private @Nullable Expression amongChoices(Syntax.Binary binary) {
        Expression value = checker.check(binary.left(), Kind.TEXT, "What stands before `in`");
        Expression choices = checker.check(binary.right(), (Kind) null);
        if (value == null || choices == null) {
            return null;
        }
        if (choices.kind() != Kind.CHOICES) {
            return checker.refuse(
                    binary.right().offset(),
                    "Behind `in` stands a list, e.g. `['a', 'b']`, or a field with several choices");
        }
        PicklistValues.check(checker, choices, value, binary.left().offset());
        return Calls.of("includes", List.of(choices, value));
    }

    private @Nullable Expression otherwise(Syntax.Binary binary, @Nullable Kind hint) {
        Pair pair = checker.pair(binary.left(), binary.right(), hint);
        if (pair == null) {
            return null;
        }
        return pair.first().kind() == pair.second().kind()
                ? new Expression.Otherwise(pair.first(), pair.second())
                : checker.differ(binary.right(), pair);
    }

    private @Nullable Expression arithmetic(Syntax.Binary binary) {
        Pair pair = checker.pair(binary.left(), binary.right(), null);
        if (pair == null) {
            return null;
        }
        Kind left = pair.first().kind();
        Kind right = pair.second().kind();
        if (left == Kind.NUMBER && right == Kind.NUMBER) {
            return new Expression.Arithmetic(
                    operator(binary.operator()), pair.first(), pair.second());
        }
        return switch (binary.operator()) {
            case "+" -> {
                if (left == Kind.TEXT && right == Kind.TEXT) {
                    yield new Expression.Joined(pair.first(), pair.second());
                }
                yield left == Kind.DATE && right == Kind.NUMBER
                        ? Calls.of("addDays", List.of(pair.first(), pair.second()))
                        : refused(binary, pair);
            }
            case "-" -> {
                if (left == Kind.DATE && right == Kind.DATE) {
                    yield Calls.of("daysBetween", List.of(pair.second(), pair.first()));
                }
                yield left == Kind.DATE && right == Kind.NUMBER
                        ? Calls.of(
                                "addDays",
                                List.of(pair.first(), new Expression.Negated(pair.second())))
                        : refused(binary, pair);
            }
            default -> refused(binary, pair);
        };
    }

    private static Operator operator(String symbol) {
        return switch (symbol) {
            case "+" -> Operator.ADD;
            case "-" -> Operator.SUBTRACT;
            case "*" -> Operator.MULTIPLY;
            case "/" -> Operator.DIVIDE;
            default -> Operator.REMAINDER;
        };
    }

    private @Nullable Expression refused(Syntax.Binary binary, Pair pair) {
        boolean isJoin =
                binary.operator().equals("+")
                        && (pair.first().kind() == Kind.TEXT || pair.second().kind() == Kind.TEXT);
        return checker.refuse(
                binary.operatorOffset(),
                "`%s` does not work for a %s and a %s"
                        .formatted(
                                binary.operator(),
                                pair.first().kind().label(),
                                pair.second().kind().label()),
                isJoin ? Optional.of("Write `text(…)` around what is no text.") : Optional.empty());
    }
}
