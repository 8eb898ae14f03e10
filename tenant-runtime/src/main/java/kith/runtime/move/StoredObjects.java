package kith.runtime.move;

import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
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

/** Tells where the records of a tenant's objects are, and how many. */
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

    /** By name. It counts, so it takes a while where there is much. */
    public Mono<List<StoredObject>> of(Tenant tenant) {
        return catalogs.current(tenant)
                .flatMap(catalog ->
                        database.inTransaction(
                                TenantExpectation.anyStateOf(tenant.key()),
                                session ->
                                        tables(session, tenant)
                                                .flatMap(tables ->
                                                        sizes(session, tenant, tables)
                                                                .map(sizes ->
                                                                        objects(
                                                                                catalog, tables,
                                                                                sizes)))));
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

    private record Size(long records, long bytes) {
        static final Size NOTHING = new Size(0, 0);

        static Size of(Readable row, int first) {
            return new Size(
                    Objects.requireNonNull(row.get(first, Long.class)),
                    Objects.requireNonNull(row.get(first + 1, Long.class)));
        }
    }

    private static Mono<Map<Integer, Made>> tables(Session session, Tenant tenant) {
        return session.query(Sql.of(TABLES, Sql.number(tenant.key())), Made::of)
                .collectMap(Made::object);
    }

    private static Mono<Map<Integer, Size>> sizes(
            Session session, Tenant tenant, Map<Integer, Made> tables) {
        Map<Integer, Size> sizes = new HashMap<>();
        return session.query(
                        Sql.of(SHARED, Sql.number(tenant.key())),
                        row ->
                                sizes.put(
                                                Objects.requireNonNull(row.get(0, Integer.class)),
                                                Size.of(row, 1))
                                        == null)
                .thenMany(Flux.fromIterable(tables.values()).filter(Made::isHome))
                .concatMap(made ->
                        session.query(
                                        Sql.of(
                                                DEDICATED,
                                                Sql.bind("dedicated_" + made.table().number()),
                                                made.table().name()),
                                        row -> Size.of(row, 0))
                                .single()
                                .doOnNext(size -> sizes.put(made.object(), size)))
                .then(Mono.just(sizes));
    }

    private static List<StoredObject> objects(
            Catalog catalog, Map<Integer, Made> tables, Map<Integer, Size> sizes) {
        List<StoredObject> objects = new ArrayList<>();
        for (ObjectType object : catalog.objects()) {
            Optional<Made> made = Optional.ofNullable(tables.get(object.key()));
            Size size = sizes.getOrDefault(object.key(), Size.NOTHING);
            objects.add(
                    new StoredObject(
                            object.name(),
                            object.definition().label(),
                            made.filter(Made::isHome).isPresent(),
                            made.flatMap(Made::job),
                            size.records(),
                            size.bytes(),
                            made.map(table -> IndexRequest.names(object, table.indexes()))
                                    .orElseGet(List::of)));
        }
        return objects;
    }
}
