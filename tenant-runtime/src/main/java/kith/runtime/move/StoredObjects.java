package kith.runtime.move;

import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.ObjectType;
import kith.runtime.catalog.Catalogs;
import kith.runtime.sql.Database;
import kith.runtime.sql.Session;
import kith.runtime.sql.Sql;
import kith.runtime.sql.TenantExpectation;
import kith.runtime.storage.RecordTable;
import kith.runtime.storage.TableState;
import kith.runtime.tenant.Tenant;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells where the records of a tenant's objects are, and, where it is asked, how many. */
public final class StoredObjects {

    private static final String SHARED =
            """
            select r.object, count(*), coalesce(sum(pg_column_size(r)), 0)::bigint from record r
            where r.tenant = {} group by r.object
            """;

    private static final String TABLES =
            """
            select object, number, state, job, indexes::text from dedicated_table where tenant = {}
            """;

    /** As long as jobs are kept. */
    private static final String LAST_MOVES =
            """
            select distinct on (object) (j.payload ->> 'object')::int as object, w.job
            from work w join job j on j.tenant = w.tenant and j.id = w.job
            where w.tenant = {} and w.kind = 'object.move'
            order by object, w.created_at desc, w.job desc
            """;

    private static final String DEDICATED =
            """
            select count(*), pg_total_relation_size({}::regclass) from {}
            """;

    private final Database database;
    private final Catalogs catalogs;

    public StoredObjects(Database database, Catalogs catalogs) {
        this.database = database;
        this.catalogs = catalogs;
    }

    /** By name. */
    public Mono<List<StoredObject>> of(Tenant tenant) {
        return inTables(
                tenant,
                (catalog, session, tables) ->
                        session.query(
                                        Sql.of(LAST_MOVES, Sql.number(tenant.key())),
                                        row ->
                                                Map.entry(
                                                        Objects.requireNonNull(
                                                                row.get(0, Integer.class)),
                                                        Objects.requireNonNull(
                                                                row.get(1, UUID.class))))
                                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                                .map(moves -> objects(catalog, tables, moves)));
    }

    /** By name of the object. It counts, so it takes a while where there is much. */
    public Mono<Map<String, ObjectSize>> sizes(Tenant tenant) {
        return inTables(
                tenant,
                (catalog, session, tables) ->
                        sizes(session, tenant, tables).map(sizes -> named(catalog, sizes)));
    }

    /** What is asked where it is known which tables there are. */
    private interface Question<T> {
        Mono<T> ask(Catalog catalog, Session session, Map<Integer, Made> tables);
    }

    private <T> Mono<T> inTables(Tenant tenant, Question<T> question) {
        return catalogs.current(tenant)
                .flatMap(catalog ->
                        database.inTransaction(
                                TenantExpectation.anyStateOf(tenant.key()),
                                session ->
                                        tables(session, tenant)
                                                .flatMap(tables ->
                                                        question.ask(catalog, session, tables))));
    }

    /** A table that was made for an object. */
    private record Made(
            int object, RecordTable table, TableState state, Optional<UUID> job, String indexes) {
        static Made of(Readable row) {
            return new Made(
                    Objects.requireNonNull(row.get(0, Integer.class)),
                    new RecordTable(Objects.requireNonNull(row.get(1, Integer.class))),
                    TableState.valueOf(Objects.requireNonNull(row.get(2, String.class))),
                    Optional.ofNullable(row.get(3, UUID.class)),
                    Objects.requireNonNull(row.get(4, String.class)));
        }

        boolean isHome() {
            return state == TableState.LIVE || state == TableState.LEAVING;
        }
    }

    private static Mono<Map<Integer, Made>> tables(Session session, Tenant tenant) {
        return session.query(Sql.of(TABLES, Sql.number(tenant.key())), Made::of)
                .collectMap(Made::object);
    }

    private static Mono<Map<Integer, ObjectSize>> sizes(
            Session session, Tenant tenant, Map<Integer, Made> tables) {
        Map<Integer, ObjectSize> sizes = new HashMap<>();
        return session.query(
                        Sql.of(SHARED, Sql.number(tenant.key())),
                        row ->
                                sizes.put(
                                                Objects.requireNonNull(row.get(0, Integer.class)),
                                                size(row, 1))
                                        == null)
                .thenMany(Flux.fromIterable(tables.values()).filter(Made::isHome))
                .concatMap(made ->
                        session.query(
                                        Sql.of(
                                                DEDICATED,
                                                Sql.bind("dedicated_" + made.table().number()),
                                                made.table().name()),
                                        row -> size(row, 0))
                                .single()
                                .doOnNext(size -> sizes.put(made.object(), size)))
                .then(Mono.just(sizes));
    }

    private static ObjectSize size(Readable row, int first) {
        return new ObjectSize(
                Objects.requireNonNull(row.get(first, Long.class)),
                Objects.requireNonNull(row.get(first + 1, Long.class)));
    }

    private static Map<String, ObjectSize> named(Catalog catalog, Map<Integer, ObjectSize> sizes) {
        return catalog.objects().stream()
                .collect(
                        Collectors.toMap(
                                ObjectType::name,
                                object -> sizes.getOrDefault(object.key(), ObjectSize.NOTHING)));
    }

    private static List<StoredObject> objects(
            Catalog catalog, Map<Integer, Made> tables, Map<Integer, UUID> moves) {
        List<StoredObject> objects = new ArrayList<>();
        for (ObjectType object : catalog.objects()) {
            Optional<Made> made = Optional.ofNullable(tables.get(object.key()));
            objects.add(
                    new StoredObject(
                            object.name(),
                            object.definition().label(),
                            made.filter(Made::isHome).isPresent(),
                            made.flatMap(Made::job),
                            Optional.ofNullable(moves.get(object.key())),
                            made.map(table -> IndexRequest.names(object, table.indexes()))
                                    .orElseGet(List::of)));
        }
        return objects;
    }
}
