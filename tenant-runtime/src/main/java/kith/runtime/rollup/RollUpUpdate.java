package kith.runtime.rollup;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import kith.metadata.catalog.Catalog;
import kith.runtime.rollup.ParentChanges.Kept;
import kith.runtime.sql.Sql;
import kith.runtime.sql.SqlType;
import kith.runtime.storage.RecordTable;
import org.jspecify.annotations.Nullable;

/**
 * The two statements that bring results of one object's records up to date: the first locks the
 * records, so that the second sees all that others committed before it. Counts, sums and averages
 * take what was added and taken; a least or greatest value is looked for among the records only
 * where one as extreme was taken. The records keep their version: nobody wrote them.
 */
public final class RollUpUpdate {

    private static final String LOCK =
            """
            select count(*) from (
                select locked.id from {} locked
                where locked.tenant = {} and locked.id in (select given.id from unnest({}) as given(id))
                order by locked.id for no key update
            ) held\
            """;

    private static final String UPDATE =
            """
            with next as materialized (
                select old.id, old.version, old.deleted_at, given.event, {}
                from unnest({}) as given({})
                join {} old on old.tenant = {} and old.id = given.id and (old.object = {}) is true
            ), kept as (
                update {} kept set {} from next where kept.tenant = {} and kept.id = next.id and ({})
            )
            insert into outbox (tenant, id, object, record, version, kind, changes, at, actor)
            select {}, next.event, {}, next.id, next.version, 'UPDATE', {}, {}, {}
            from next where next.deleted_at is null and ({})\
            """;

    private final Catalog catalog;
    private final ParentChanges changes;
    private final Writer writer;
    private final List<UUID> ids;

    /**
     * Who writes.
     *
     * @param tenant of every statement
     * @param now the moment of the write
     * @param user the id of the user, or null
     * @param events makes the ids of changes in the stream
     */
    public record Writer(Sql tenant, Sql now, Sql user, Supplier<UUID> events) {}

    public RollUpUpdate(Catalog catalog, ParentChanges changes, Writer writer) {
        this.catalog = catalog;
        this.changes = changes;
        this.writer = writer;
        this.ids = changes.ids();
    }

    /** Waits for whoever brings the same records up to date, in the order of their ids. */
    public Sql lock() {
        return Sql.of(LOCK, table(), writer.tenant(), ids());
    }

    /** To be sent once the records are locked. */
    public Sql update() {
        List<Sql> arrays = new ArrayList<>(List.of(ids(), events()));
        List<Sql> names = new ArrayList<>(List.of(Sql.text("id"), Sql.text("event")));
        List<NextResult> results = new ArrayList<>();
        for (Kept one : changes.rollUps()) {
            NextResult result =
                    new NextResult(
                            one.rollUp(),
                            new ChildValues(catalog, writer.tenant(), one.rollUp()),
                            results.size());
            add(one, result, arrays, names);
            results.add(result);
        }
        Sql object = Sql.number(changes.object().key());
        return Sql.of(
                UPDATE,
                joined(results, NextResult::columns),
                Sql.join(", ", arrays),
                Sql.join(", ", names),
                table(),
                writer.tenant(),
                object,
                table(),
                assignments(results),
                writer.tenant(),
                any(results, NextResult::isChanged),
                writer.tenant(),
                object,
                Sql.join(" || ", results.stream().map(NextResult::change).toList()),
                writer.now(),
                writer.user(),
                any(results, NextResult::isShownChanged));
    }

    /** What changes of one roll-up, record by record. */
    private void add(Kept kept, NextResult result, List<Sql> arrays, List<Sql> names) {
        switch (kept.rollUp().function()) {
            case COUNT -> {
                names.add(result.name("count"));
                arrays.add(counts(kept));
            }
            case SUM, AVG -> {
                names.add(result.name("count"));
                arrays.add(counts(kept));
                names.add(result.name("total"));
                arrays.add(
                        array(
                                SqlType.NUMERIC_ARRAY,
                                new BigDecimal[ids.size()],
                                kept,
                                Delta::total));
            }
            case MIN, MAX -> {
                ResultSlot slot = result.slot();
                names.add(result.name("come"));
                arrays.add(values(slot, kept, Delta::come));
                names.add(result.name("gone"));
                arrays.add(values(slot, kept, Delta::gone));
            }
        }
    }

    private Sql counts(Kept kept) {
        return array(SqlType.BIGINT_ARRAY, new Long[ids.size()], kept, Delta::count);
    }

    private Sql values(ResultSlot slot, Kept kept, Function<Delta, @Nullable Object> value) {
        return array(
                slot.arrayType(),
                slot.array(ids.size()),
                kept,
                delta -> slot.stored(value.apply(delta)));
    }

    private Sql array(
            SqlType type,
            @Nullable Object[] values,
            Kept kept,
            Function<Delta, @Nullable Object> value) {
        for (int index = 0; index < values.length; index++) {
            values[index] = kept.delta(ids.get(index)).map(value).orElse(null);
        }
        return Sql.bind(type, values);
    }

    private static Sql assignments(List<NextResult> results) {
        List<Sql> assignments = new ArrayList<>();
        List<Sql> states = new ArrayList<>();
        for (NextResult result : results) {
            assignments.add(result.assignment());
            result.state().ifPresent(states::add);
        }
        if (!states.isEmpty()) {
            assignments.add(
                    Sql.of(
                            "more = coalesce(kept.more, jsonb_build_object()) || {}",
                            Sql.join(" || ", states)));
        }
        return Sql.join(", ", assignments);
    }

    private static Sql joined(List<NextResult> results, Function<NextResult, Sql> part) {
        return Sql.join(", ", results.stream().map(part).toList());
    }

    private static Sql any(List<NextResult> results, Function<NextResult, Sql> condition) {
        return Sql.join(" or ", results.stream().map(condition).toList());
    }

    private Sql table() {
        return RecordTable.of(changes.object()).name();
    }

    private Sql ids() {
        return Sql.bind(SqlType.UUID_ARRAY, ids.toArray(UUID[]::new));
    }

    private Sql events() {
        return Sql.bind(
                SqlType.UUID_ARRAY,
                ids.stream().map(_ -> writer.events().get()).toArray(UUID[]::new));
    }
}
