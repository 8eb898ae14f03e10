package kith.metadata.expression;

import java.util.Optional;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;

/** The conditions under which forms and pages show fields. They are computed there alone. */
public final class Visibility {

    private Visibility() {}

    /** Empty for a field that is always shown. */
    public static Optional<Compilation> compiled(
            ObjectType object, Field field, ExpressionScope.Objects objects) {
        return field.definition()
                .visibleWhen()
                .map(text ->
                        ExpressionCompiler.compile(
                                text, new ExpressionScope(object, objects, true), Kind.BOOLEAN));
    }

    /** The condition; empty for a field that is always shown, and for a condition that fails. */
    public static Optional<Expression> condition(
            ObjectType object, Field field, ExpressionScope.Objects objects) {
        return compiled(object, field, objects)
                .filter(Compilation.Compiled.class::isInstance)
                .map(compilation -> ((Compilation.Compiled) compilation).expression());
    }
}
