package kith.metadata.expression;

import java.util.Optional;
import kith.metadata.RuleButton;
import kith.metadata.RuleDefinition;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;

/**
 * The conditions under which forms and pages show fields and buttons. They are computed there
 * alone.
 */
public final class Visibility {

    private Visibility() {}

    /** Empty for a field that is always shown. */
    public static Optional<Compilation> compiled(
            ObjectType object, Field field, ExpressionScope.Objects objects) {
        return compiled(field.definition().visibleWhen(), object, objects);
    }

    /** Empty for a rule without a button, and for one whose button is always shown. */
    public static Optional<Compilation> compiled(
            ObjectType object, RuleDefinition rule, ExpressionScope.Objects objects) {
        return compiled(rule.call().button().flatMap(RuleButton::visibleWhen), object, objects);
    }

    /** The condition; empty for a field that is always shown, and for a condition that fails. */
    public static Optional<Expression> condition(
            ObjectType object, Field field, ExpressionScope.Objects objects) {
        return compiled(object, field, objects).flatMap(Visibility::sound);
    }

    /** The same for the button of a rule. */
    public static Optional<Expression> condition(
            ObjectType object, RuleDefinition rule, ExpressionScope.Objects objects) {
        return compiled(object, rule, objects).flatMap(Visibility::sound);
    }

    private static Optional<Compilation> compiled(
            Optional<String> text, ObjectType object, ExpressionScope.Objects objects) {
        return text.map(given ->
                ExpressionCompiler.compile(
                        given, new ExpressionScope(object, objects, true), Kind.BOOLEAN));
    }

    private static Optional<Expression> sound(Compilation compilation) {
        return switch (compilation) {
            case Compilation.Compiled(var expression) -> Optional.of(expression);
            case Compilation.Refused _ -> Optional.empty();
        };
    }
}
