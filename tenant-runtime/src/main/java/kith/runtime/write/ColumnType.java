package kith.runtime.write;

import java.lang.reflect.Array;
import java.time.Instant;
import java.time.LocalDate;
import kith.metadata.catalog.SlotKind;
import kith.runtime.sql.SqlType;
import org.jspecify.annotations.Nullable;

/** The types of columns that writes hand over as arrays. */
enum ColumnType {
    TEXT(SqlType.TEXT, SqlType.TEXT_ARRAY, String.class),
    INTEGER(SqlType.INTEGER, SqlType.INTEGER_ARRAY, Integer.class),
    BIGINT(SqlType.BIGINT, SqlType.BIGINT_ARRAY, Long.class),
    DATE(SqlType.DATE, SqlType.DATE_ARRAY, LocalDate.class),
    TIMESTAMP(SqlType.TIMESTAMP, SqlType.TIMESTAMP_ARRAY, Instant.class),
    BOOLEAN(SqlType.BOOLEAN, SqlType.BOOLEAN_ARRAY, Boolean.class),
    UUID(SqlType.UUID, SqlType.UUID_ARRAY, java.util.UUID.class);

    private final SqlType type;
    private final SqlType arrayType;
    private final Class<?> elementType;

    ColumnType(SqlType type, SqlType arrayType, Class<?> elementType) {
        this.type = type;
        this.arrayType = arrayType;
        this.elementType = elementType;
    }

    SqlType type() {
        return type;
    }

    SqlType arrayType() {
        return arrayType;
    }

    /** An array of the Java type that the column's values have. */
    @Nullable Object[] array(int size) {
        return (@Nullable Object[]) Array.newInstance(elementType, size);
    }

    static ColumnType of(SlotKind kind) {
        return switch (kind) {
            case TEXT -> TEXT;
            case NUMBER -> BIGINT;
            case DATE -> DATE;
            case TIME -> TIMESTAMP;
            case BOOLEAN -> BOOLEAN;
            case REFERENCE -> UUID;
            case OBJECT -> INTEGER;
        };
    }
}
