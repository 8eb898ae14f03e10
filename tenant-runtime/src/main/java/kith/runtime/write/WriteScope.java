package kith.runtime.write;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.ObjectType;
import kith.runtime.access.Access;
import kith.runtime.access.Caller;
import kith.runtime.access.RowFilter;
import kith.runtime.share.SharedRows;
import kith.runtime.sql.Sql;
import kith.runtime.sql.SqlType;
import org.jspecify.annotations.Nullable;

/** Who writes, under which catalog, and when. What a statement says of it is one parameter each. */
final class WriteScope {

    private static final String USER = "user";
    private static final String MOMENT = "moment";

    private final Access access;
    private final Caller caller;
    private final Catalog catalog;
    private final Instant now;
    private final int mostDependents;
    private final Sql tenant;
    private final Sql user;
    private final Sql moment;
    private final Sql origin;

    /**
     * @param now the moment of the write, whole milliseconds
     */
    WriteScope(Access access, Caller caller, Catalog catalog, Instant now) {
        this(access, caller, catalog, now, LaterFormulas.MOST_DEPENDENTS);
    }

    /**
     * @param mostDependents records whose stored formulas it brings up to date where others change
     */
    WriteScope(Access access, Caller caller, Catalog catalog, Instant now, int mostDependents) {
        this(
                access,
                caller,
                catalog,
                now,
                mostDependents,
                Sql.bind(SqlType.UUID, caller.user().orElse(null)),
                Sql.bind(now));
    }

    private WriteScope(
            Access access,
            Caller caller,
            Catalog catalog,
            Instant now,
            int mostDependents,
            Sql user,
            Sql moment) {
        this.mostDependents = mostDependents;
        this.access = access;
        this.caller = caller;
        this.catalog = catalog;
        this.now = now;
        this.tenant = Sql.bind(caller.tenant().key());
        this.user = user;
        this.moment = moment;
        this.origin = Sql.constant(caller.origin().name());
    }

    /** The same write with other rights. */
    WriteScope with(Access other) {
        return new WriteScope(other, caller, catalog, now, mostDependents);
    }

    /** The same with gaps for what differs from write to write; {@link #given} fills them. */
    WriteScope open() {
        return new WriteScope(
                access,
                caller,
                catalog,
                now,
                mostDependents,
                Sql.gap(SqlType.UUID, USER),
                Sql.gap(SqlType.TIMESTAMP, MOMENT));
    }

    /** What fills the gaps of {@link #open}. */
    Map<String, @Nullable Object> given() {
        Map<String, @Nullable Object> given = new HashMap<>();
        given.put(USER, caller.user().orElse(null));
        given.put(MOMENT, now);
        return given;
    }

    Access access() {
        return access;
    }

    Caller caller() {
        return caller;
    }

    Catalog catalog() {
        return catalog;
    }

    Instant now() {
        return now;
    }

    int mostDependents() {
        return mostDependents;
    }

    /** The tenant of every statement. */
    Sql tenant() {
        return tenant;
    }

    /** The user who writes; null where it is the platform. */
    Sql user() {
        return user;
    }

    /** The moment of the write. */
    Sql moment() {
        return moment;
    }

    /** On which way the write came. */
    Sql origin() {
        return origin;
    }

    /** Whether the caller may know of records of an object at all. */
    boolean mayKnow(ObjectType object) {
        return switch (access.rows(caller, object)) {
            case RowFilter.Everything _ -> true;
            case RowFilter.Nothing _ -> false;
            case RowFilter.Shared _ -> true;
        };
    }

    /** Whether the caller may know of all records of an object. */
    boolean knowsAll(ObjectType object) {
        return access.rows(caller, object) instanceof RowFilter.Everything;
    }

    /** Whether the caller may change all records of an object. */
    boolean changesAll(ObjectType object) {
        return access.changeableRows(caller, object) instanceof RowFilter.Everything;
    }

    /** Whether the caller may know of a row of an object. */
    Sql isKnown(ObjectType object, Sql row) {
        return SharedRows.condition(access.rows(caller, object), object, tenant, row);
    }

    /** Whether the caller may change a row of an object. */
    Sql isChangeable(ObjectType object, Sql row) {
        return SharedRows.condition(access.changeableRows(caller, object), object, tenant, row);
    }

    /** Whether the caller may know of a row of one of the objects, all of them in its table. */
    Sql isKnown(Collection<ObjectType> objects, Sql row) {
        List<Sql> conditions = new ArrayList<>();
        for (ObjectType object : objects) {
            if (!knowsAll(object)) {
                conditions.add(
                        Sql.of(
                                " and ({}.object <> {} or {})",
                                row,
                                Sql.number(object.key()),
                                isKnown(object, row)));
            }
        }
        return Sql.join("", conditions);
    }
}
