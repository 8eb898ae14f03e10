package kith.runtime.read;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kith.runtime.sql.RenderedSql;
import kith.runtime.sql.Sql;

/** What a subscriber is told of the changes of an object: the rights are in it. */
public final class EventsPlan {

    private final int tenant;
    private final Source source;
    private final Condition filter;
    private final FilterFields filterFields;
    private final ReadableFields readable;
    private final ChangePlan change;
    private final RenderedSql identity;

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
        this.identity = sql(Sql.bind(0L), Sql.bind(0L)).render();
    }

    /** Equal for subscribers who are told the same. */
    public RenderedSql identity() {
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
