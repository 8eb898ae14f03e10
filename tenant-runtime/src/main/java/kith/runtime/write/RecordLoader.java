package kith.runtime.write;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import kith.metadata.catalog.ObjectType;
import kith.runtime.sql.Sql;
import kith.runtime.sql.SqlType;
import kith.runtime.storage.RecordTable;

/** Loads whole records inside the transaction, locked where the write will change them. */
final class RecordLoader {

    /** Records that one write may match. */
    static final int MOST_MATCHES = 10_000;

    private static final Sql LOADED = Sql.identifier("loaded");

    private final WriteSession session;

    RecordLoader(WriteSession session) {
        this.session = session;
    }

    /** What the write means to do with the records. */
    enum Lock {
        /** Change values: others may still refer to the records meanwhile. */
        FOR_CHANGE,
        /** Take them away: whoever wants to refer to them waits, and finds them gone. */
        FOR_REMOVAL;

        Sql clause() {
            return switch (this) {
                case FOR_CHANGE -> Sql.text("for no key update of loaded");
                case FOR_REMOVAL -> Sql.text("for update of loaded");
            };
        }
    }

    /** Which records count. */
    enum Life {
        LIVE,
        IN_BIN,
        ANY;

        /** What follows another condition on {@code loaded}. */
        Sql condition() {
            return switch (this) {
                case LIVE -> Sql.text(" and loaded.deleted_at is null");
                case IN_BIN -> Sql.text(" and loaded.deleted_at is not null");
                case ANY -> Sql.text("");
            };
        }
    }

    /** Those of the records that the caller may change, locked in the order of their ids. */
    List<StoredRecord> lock(ObjectType object, Collection<UUID> ids, Life life, Lock lock) {
        if (!session.mayKnow(object)) {
            return List.of();
        }
        return load(
                object,
                Sql.of(
                        "loaded.object = {} and {}{}{}",
                        Sql.bind(object.key()),
                        isOneOf(ids),
                        life.condition(),
                        isChangeable(object)),
                Sql.of("order by loaded.id {}", lock.clause()));
    }

    private Sql isChangeable(ObjectType object) {
        return session.scope().changesAll(object)
                ? Sql.text("")
                : Sql.of(" and {}", session.scope().isChangeable(object, LOADED));
    }

    /**
     * Several are found one by one: for an array of them PostgreSQL may take any index that begins
     * with the tenant, and walk through all its records.
     */
    private static Sql isOneOf(Collection<UUID> ids) {
        return ids.size() == 1
                ? Sql.of("loaded.id = {}", Sql.bind(ids.iterator().next()))
                : Sql.of("loaded.id in (select given.id from unnest({}) as given(id))", ids(ids));
    }

    /**
     * The records of an object that the caller may change, under a condition on {@code loaded}, one
     * more than may match.
     */
    List<StoredRecord> lockMatching(ObjectType object, Sql condition, Life life, Lock lock) {
        return load(
                object,
                Sql.of(
                        "loaded.object = {} and {}{}{}",
                        Sql.bind(object.key()),
                        condition,
                        life.condition(),
                        isChangeable(object)),
                Sql.of(
                        "order by loaded.id limit {} {}",
                        Sql.number(MOST_MATCHES + 1L),
                        lock.clause()));
    }

    /**
     * All records under a condition on {@code loaded}, of whichever of the objects.
     *
     * @param condition on the records of some of the objects, those whose columns it may name
     */
    List<StoredRecord> lockAll(
            Collection<ObjectType> objects, Function<List<ObjectType>, Sql> condition) {
        return load(objects, condition, Sql.of("order by loaded.id {}", Lock.FOR_REMOVAL.clause()));
    }

    /** Those of the live records that are of one of the objects, as they are now. */
    List<StoredRecord> read(Collection<ObjectType> objects, Collection<UUID> ids) {
        List<ObjectType> known = objects.stream().filter(session::mayKnow).toList();
        return load(
                known,
                group ->
                        Sql.of(
                                "{} and loaded.deleted_at is null and (loaded.object = any({})) is true{}",
                                isOneOf(ids),
                                Sql.bind(
                                        SqlType.INTEGER_ARRAY,
                                        group.stream()
                                                .map(ObjectType::key)
                                                .toArray(Integer[]::new)),
                                session.scope().isKnown(group, LOADED)),
                Sql.text(""));
    }

    /**
     * The live records of an object under a condition on {@code loaded}, as they are now.
     *
     * @param isHeld whether nobody else may change them until the write ends
     */
    List<StoredRecord> readMatching(ObjectType object, Sql condition, int most, boolean isHeld) {
        return load(
                object,
                Sql.of(
                        "loaded.object = {} and loaded.deleted_at is null and {}",
                        Sql.bind(object.key()),
                        condition),
                Sql.of(
                        "order by loaded.id limit {} {}",
                        Sql.bind(most),
                        isHeld ? Lock.FOR_CHANGE.clause() : Sql.text("")));
    }

    private List<StoredRecord> load(ObjectType object, Sql condition, Sql ending) {
        return load(RecordTable.of(object), List.of(object), condition, ending);
    }

    /** One table after the other, all in the same order. */
    private List<StoredRecord> load(
            Collection<ObjectType> objects, Function<List<ObjectType>, Sql> condition, Sql ending) {
        List<StoredRecord> loaded = new ArrayList<>();
        RecordTable.grouped(objects, object -> object)
                .forEach((table, group) ->
                        loaded.addAll(load(table, group, condition.apply(group), ending)));
        return loaded;
    }

    private List<StoredRecord> load(
            RecordTable table, List<ObjectType> objects, Sql condition, Sql ending) {
        RecordShape shape = RecordShape.of(session.catalog(), objects);
        return session.rows(
                Sql.of(
                        "select {} from {} loaded where loaded.tenant = {} and {} {}",
                        shape.columns(LOADED),
                        table.name(),
                        session.tenant(),
                        condition,
                        ending),
                shape::read);
    }

    private static Sql ids(Collection<UUID> ids) {
        return Sql.bind(SqlType.UUID_ARRAY, ids.toArray(UUID[]::new));
    }
}
