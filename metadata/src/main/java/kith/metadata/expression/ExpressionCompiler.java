package kith.metadata.expression;

import java.util.List;
import java.util.Optional;

/** Text to typed expression. */
public final class ExpressionCompiler {

    private ExpressionCompiler() {}

    /** An expression of whatever kind. */
    public static Compilation compile(String text, ExpressionScope scope) {
        return compile(text, scope, Optional.empty());
    }

    /** An expression that has to give values of a kind. */
    public static Compilation compile(String text, ExpressionScope scope, Kind kind) {
        return compile(text, scope, Optional.of(kind));
    }

    private static Compilation compile(
            String text, ExpressionScope scope, Optional<Kind> expected) {
        try {
            Syntax syntax = Parser.parse(text);
            Checker checker = new Checker(scope, text);
            Expression expression = checker.check(syntax, expected.orElse(null));
            if (expression != null && expected.filter(expression.kind()::equals).isEmpty()) {
                expected.ifPresent(kind ->
                        checker.refuse(
                                syntax.offset(),
                                "This gives %s, and %s is needed"
                                        .formatted(named(expression.kind()), named(kind)),
                                Conversions.hint(expression.kind(), kind)));
            }
            return checker.errors().isEmpty() && expression != null
                    ? new Compilation.Compiled(expression)
                    : new Compilation.Refused(checker.errors());
        } catch (Malformed malformed) {
            return new Compilation.Refused(List.of(malformed.in(text)));
        }
    }

    private static String named(Kind kind) {
        return "a " + kind.label();
    }
}
