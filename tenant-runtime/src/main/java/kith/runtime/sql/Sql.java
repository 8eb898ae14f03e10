package kith.runtime.sql;

import com.google.errorprone.annotations.CompileTimeConstant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A piece of SQL. Text comes from the source code alone (the compiler refuses anything else), names
 * are checked identifiers, and values travel as typed binds; so nothing that a caller sends can
 * become part of a statement's text.
 *
 * <pre>{@code
 * Sql.of("select {} from {} where tenant = {}", column, table, Sql.bind(tenant.key()))
 * }</pre>
 */
public sealed interface Sql permits SqlText, SqlName, SqlBind, SqlSequence, SqlOpen {

    /** Text of the source code. */
    static Sql text(@CompileTimeConstant String text) {
        return new SqlText(text);
    }

    /** Text of the source code in which each {@code {}} stands for the next part. */
    static Sql of(@CompileTimeConstant String template, Sql... parts) {
        return SqlSequence.filled(template, List.of(parts));
    }

    /** The parts with the separator between them; empty when there are none. */
    static Sql join(@CompileTimeConstant String separator, Collection<Sql> parts) {
        SqlText between = new SqlText(separator);
        List<Sql> joined = new ArrayList<>(parts.size() * 2);
        for (Sql part : parts) {
            if (!joined.isEmpty()) {
                joined.add(between);
            }
            joined.add(part);
        }
        return new SqlSequence(joined);
    }

    /**
     * The name of a table, a column or an alias.
     *
     * @throws IllegalArgumentException unless it is lower-case letters, digits and underscores
     */
    static Sql identifier(String name) {
        return SqlText.identifier(name);
    }

    /** A whole number as part of the text, so that plans can rely on it. */
    static Sql number(long value) {
        return new SqlText(Long.toString(value));
    }

    /**
     * A text constant: a plain name as part of the text, so that statements that differ in nothing
     * else share it, all others as a bind.
     */
    static Sql constant(String text) {
        return SqlText.isPlain(text) ? new SqlText("'" + text + "'") : bind(text);
    }

    /** A text constant that only the answer shows; see {@link #renderNameless}. */
    static Sql shown(String name) {
        return SqlText.isPlain(name) ? new SqlName(name) : bind(name);
    }

    static Sql bind(SqlType type, @Nullable Object value) {
        return new SqlBind(type, value);
    }

    static Sql bind(String value) {
        return new SqlBind(SqlType.TEXT, value);
    }

    static Sql bind(int value) {
        return new SqlBind(SqlType.INTEGER, value);
    }

    static Sql bind(long value) {
        return new SqlBind(SqlType.BIGINT, value);
    }

    static Sql bind(boolean value) {
        return new SqlBind(SqlType.BOOLEAN, value);
    }

    static Sql bind(java.util.UUID value) {
        return new SqlBind(SqlType.UUID, value);
    }

    static Sql bind(java.time.Instant value) {
        return new SqlBind(SqlType.TIMESTAMP, value);
    }

    static Sql bind(java.time.LocalDate value) {
        return new SqlBind(SqlType.DATE, value);
    }

    static Sql bind(java.math.BigDecimal value) {
        return new SqlBind(SqlType.NUMERIC, value);
    }

    /** A place for a value that each use of the statement gives; see {@link StatementTemplate}. */
    static Sql gap(SqlType type, String name) {
        return new SqlBind(type, new SqlBind.Gap(name));
    }

    /**
     * SQL for a value that is yet to come, rendered for one that came.
     *
     * @param name under which the value will be given
     * @param rendering the SQL for another value; empty where that needs a statement of its own
     */
    static Sql open(String name, Sql sample, Function<Object, Optional<Sql>> rendering) {
        return new SqlOpen(name, sample, rendering);
    }

    /** The statement's text with {@code $1 …}, and what these stand for. */
    default RenderedSql render() {
        return RenderedSql.of(this);
    }

    /** The same with the names that only the answer shows among the values. */
    default RenderedSql renderNameless() {
        return RenderedSql.nameless(this);
    }
}
