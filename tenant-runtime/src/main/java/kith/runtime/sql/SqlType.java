package kith.runtime.sql;

import io.r2dbc.spi.Statement;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The type of a bind: which Java values it takes, and as what PostgreSQL sees it. Elements of
 * arrays may be null.
 */
public enum SqlType {
    TEXT(String.class),
    INTEGER(Integer.class),
    BIGINT(Long.class),
    NUMERIC(BigDecimal.class),
    BOOLEAN(Boolean.class),
    UUID(java.util.UUID.class),
    DATE(LocalDate.class),
    TIMESTAMP(Instant.class),
    /** The text of a JSON document. */
    JSON(String.class, "::jsonb"),
    TEXT_ARRAY(String[].class),
    INTEGER_ARRAY(Integer[].class),
    BIGINT_ARRAY(Long[].class),
    NUMERIC_ARRAY(BigDecimal[].class),
    BOOLEAN_ARRAY(Boolean[].class),
    UUID_ARRAY(java.util.UUID[].class),
    DATE_ARRAY(LocalDate[].class),
    TIMESTAMP_ARRAY(Instant[].class),
    /** The texts of JSON documents. */
    JSON_ARRAY(String[].class, "::jsonb[]");

    private final Class<?> javaType;
    private final String cast;

    SqlType(Class<?> javaType) {
        this(javaType, "");
    }

    SqlType(Class<?> javaType, String cast) {
        this.javaType = javaType;
        this.cast = cast;
    }

    Class<?> javaType() {
        return javaType;
    }

    /** What follows the parameter in the text. */
    String cast() {
        return cast;
    }

    void bind(Statement statement, int index, @Nullable Object value) {
        if (value == null) {
            statement.bindNull(index, wireType());
        } else {
            statement.bind(index, wireValue(value));
        }
    }

    /** The driver takes an instant for a timestamp without zone; with an offset it keeps it. */
    private Class<?> wireType() {
        return switch (this) {
            case TIMESTAMP -> OffsetDateTime.class;
            case TIMESTAMP_ARRAY -> OffsetDateTime[].class;
            case TEXT,
                    INTEGER,
                    BIGINT,
                    NUMERIC,
                    BOOLEAN,
                    UUID,
                    DATE,
                    JSON,
                    TEXT_ARRAY,
                    INTEGER_ARRAY,
                    BIGINT_ARRAY,
                    NUMERIC_ARRAY,
                    BOOLEAN_ARRAY,
                    UUID_ARRAY,
                    DATE_ARRAY,
                    JSON_ARRAY ->
                    javaType;
        };
    }

    private static Object wireValue(Object value) {
        return switch (value) {
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case Instant[] instants ->
                    Arrays.stream(instants)
                            .map(SqlType::wireInstant)
                            .toArray(OffsetDateTime[]::new);
            default -> value;
        };
    }

    private static @Nullable OffsetDateTime wireInstant(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
