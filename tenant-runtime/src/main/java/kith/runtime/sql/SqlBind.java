package kith.runtime.sql;

import org.jspecify.annotations.Nullable;

/** A value of a statement. The same instance used twice is one parameter. */
record SqlBind(SqlType type, @Nullable Object value) implements Sql {

    SqlBind {
        if (value != null && !(value instanceof Gap) && !type.javaType().isInstance(value)) {
            throw new IllegalArgumentException(
                    "A bind of %s takes a %s, not a %s"
                            .formatted(
                                    type,
                                    type.javaType().getSimpleName(),
                                    value.getClass().getSimpleName()));
        }
    }

    /** In the place of a value that each use of a {@link StatementTemplate} gives. */
    record Gap(String name) {}
}
