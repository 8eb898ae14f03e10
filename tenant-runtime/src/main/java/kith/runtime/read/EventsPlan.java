package kith.runtime.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kith.runtime.sql.RenderedSql;
import kith.runtime.sql.Sql;
import org.jspecify.annotations.Nullable;

/** What a subscriber is told of the changes of an object: the rights are in it. */
public final class EventsPlan {

    private final int tenant;
    private final Source source;
    private final Condition filter;
    private final FilterFields filterFields;
    private final ReadableFields readable;
    private final ChangePlan change;
    private final Identity identity;

    EventsPlan(
            int tenant,
            Source source,
            Condition filter,
            FilterFields filterFields,
            ReadableFields readable,
            ChangePlan change) {
        this.tenant = tenant;
        this.source = source;
        this.filter = filter;
        this.filterFields = filterFields;
        this.readable = readable;
        this.change = change;
        this.identity = Identity.of(sql(Sql.bind(0L), Sql.bind(0L)).render());
    }

    /**
     * What a plan asks: two that are equal are told the same.
     *
     * @param values arrays as lists, which know when they are equal
     */
    public record Identity(String text, List<@Nullable Object> values) {

        private static Identity of(RenderedSql sql) {
            List<@Nullable Object> values = new ArrayList<>();
            for (Object value : sql.values()) {
                values.add(value instanceof Object[] array ? Arrays.asList(array) : value);
            }
            return new Identity(sql.text(), values);
        }
    }

    /** Equal for subscribers who are told the same. */
    public Identity identity() {
        return identity;
    }

    /** The key of the object whose changes are told. */
    public int object() {
        return source.object().key();
    }

    /** The only records that can match; empty where any can. */
    public Optional<Set<UUID>> records() {
        return filterFields.ids();
    }

    /**
     * The events between two positions as a JSON object, keyed by their positions in their order.
     *
     * @param after the position behind which they begin
     * @param until the position of the last one
     */
    public Sql sql(Sql after, Sql until) {
        Tables tables = new Tables(tenant);
        return new EventsRenderer(
                        tables, new RecordRenderer(tables), source, filter, filterFields, readable)
                .render(change, after, until);
    }
}
