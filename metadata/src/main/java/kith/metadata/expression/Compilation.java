package kith.metadata.expression;

import java.util.List;

/** What became of the text of an expression. */
public sealed interface Compilation {

    /** It can be computed. */
    record Compiled(Expression expression) implements Compilation {}

    /** It cannot; at least one reason. */
    record Refused(List<ExpressionError> errors) implements Compilation {
        public Refused {
            errors = List.copyOf(errors);
        }
    }
}
