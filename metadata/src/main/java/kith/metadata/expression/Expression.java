package kith.metadata.expression;

import java.util.ArrayList;
import java.util.List;
import kith.metadata.catalog.Field;

/**
 * An expression whose names and types are known. It never fails: what cannot be computed is
 * missing. Booleans are never missing.
 */
public sealed interface Expression {

    Kind kind();

    /** String, BigDecimal, Boolean, LocalDate or Instant. */
    record Constant(Kind kind, Object value) implements Expression {}

    /** No value. */
    record Missing(Kind kind) implements Expression {}

    /**
     * The value of a field of the record, or of one that it points to.
     *
     * @param path the way to the field's record, outermost first; empty for an own field
     * @param isPrior the value before the write that is under way
     */
    record FieldValue(Kind kind, List<Step> path, Field field, boolean isPrior)
            implements Expression {
        public FieldValue {
            path = List.copyOf(path);
        }
    }

    /** Numbers joined by an operator; missing where one of them is. */
    record Arithmetic(Operator operator, Expression left, Expression right) implements Expression {
        @Override
        public Kind kind() {
            return Kind.NUMBER;
        }
    }

    enum Operator {
        ADD,
        SUBTRACT,
        MULTIPLY,
        DIVIDE,
        REMAINDER
    }

    record Negated(Expression operand) implements Expression {
        @Override
        public Kind kind() {
            return Kind.NUMBER;
        }
    }

    /** Texts one behind the other; a missing one adds nothing. */
    record Joined(Expression left, Expression right) implements Expression {
        @Override
        public Kind kind() {
            return Kind.TEXT;
        }
    }

    /** Whether both are the same value, or both missing. */
    record Equal(Expression left, Expression right) implements Expression {
        @Override
        public Kind kind() {
            return Kind.BOOLEAN;
        }
    }

    /** How two values lie to each other; no where one is missing. */
    record Ordered(Comparison comparison, Expression left, Expression right) implements Expression {
        @Override
        public Kind kind() {
            return Kind.BOOLEAN;
        }
    }

    enum Comparison {
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL
    }

    /** Whether the value equals one of the others. */
    record OneOf(Expression value, List<Expression> elements) implements Expression {
        public OneOf {
            elements = List.copyOf(elements);
        }

        @Override
        public Kind kind() {
            return Kind.BOOLEAN;
        }
    }

    record And(Expression left, Expression right) implements Expression {
        @Override
        public Kind kind() {
            return Kind.BOOLEAN;
        }
    }

    record Or(Expression left, Expression right) implements Expression {
        @Override
        public Kind kind() {
            return Kind.BOOLEAN;
        }
    }

    record Not(Expression operand) implements Expression {
        @Override
        public Kind kind() {
            return Kind.BOOLEAN;
        }
    }

    /** One of two values. */
    record Choice(Expression condition, Expression then, Expression otherwise)
            implements Expression {
        @Override
        public Kind kind() {
            return then.kind();
        }
    }

    /** The first, or where it is missing the second. */
    record Otherwise(Expression first, Expression second) implements Expression {
        @Override
        public Kind kind() {
            return first.kind();
        }
    }

    record Call(Function function, List<Expression> arguments) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public Kind kind() {
            return function.result();
        }
    }

    /** The expressions that this one is made of. */
    default List<Expression> parts() {
        return switch (this) {
            case Constant _, Missing _, FieldValue _ -> List.of();
            case Arithmetic(var _, var left, var right) -> List.of(left, right);
            case Negated(var operand) -> List.of(operand);
            case Joined(var left, var right) -> List.of(left, right);
            case Equal(var left, var right) -> List.of(left, right);
            case Ordered(var _, var left, var right) -> List.of(left, right);
            case OneOf(var value, var elements) -> {
                List<Expression> all = new ArrayList<>(elements);
                all.addFirst(value);
                yield all;
            }
            case And(var left, var right) -> List.of(left, right);
            case Or(var left, var right) -> List.of(left, right);
            case Not(var operand) -> List.of(operand);
            case Choice(var condition, var then, var otherwise) ->
                    List.of(condition, then, otherwise);
            case Otherwise(var first, var second) -> List.of(first, second);
            case Call(var _, var arguments) -> arguments;
        };
    }
}
