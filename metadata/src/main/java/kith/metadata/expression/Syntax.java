package kith.metadata.expression;

import java.math.BigDecimal;
import java.util.List;

/** An expression as it was written, names not yet looked up. Each part knows where it begins. */
public sealed interface Syntax {

    /** Where it begins in the text, counted from 0. */
    int offset();

    record TextLiteral(int offset, String value) implements Syntax {}

    record NumberLiteral(int offset, BigDecimal value) implements Syntax {}

    record BooleanLiteral(int offset, boolean value) implements Syntax {}

    record NullLiteral(int offset) implements Syntax {}

    /** {@code [a, b]}, only behind {@code in}. */
    record ListLiteral(int offset, List<Syntax> elements) implements Syntax {
        public ListLiteral {
            elements = List.copyOf(elements);
        }
    }

    /** {@code account.industry}; {@code ?.} means the same as the point. */
    record Path(int offset, List<Name> names) implements Syntax {
        public Path {
            names = List.copyOf(names);
        }
    }

    /** One name of a path. */
    record Name(int offset, String text) {}

    /** {@code name(argument, …)}. */
    record Invocation(int offset, String name, List<Syntax> arguments) implements Syntax {
        public Invocation {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code -x} or {@code !x}. */
    record Unary(int offset, String operator, Syntax operand) implements Syntax {}

    /**
     * @param operatorOffset where the operator stands
     */
    record Binary(int offset, String operator, int operatorOffset, Syntax left, Syntax right)
            implements Syntax {}

    /** {@code condition ? then : otherwise}. */
    record Ternary(int offset, Syntax condition, Syntax then, Syntax otherwise) implements Syntax {}
}
