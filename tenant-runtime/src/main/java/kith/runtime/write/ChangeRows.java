package kith.runtime.write;

import kith.runtime.sql.Sql;

/**
 * Writes down what was done to records, for whatever statement knows it: for people as the history
 * of a record, for machines as the tenant's stream of changes.
 *
 * @param record the id of a changed record in a row of the source, as are the others
 * @param changes a JSON document, see {@link RecordChange}
 * @param causes a JSON document, see {@link WriteCauses}
 */
record ChangeRows(
        WriteScope scope, Sql record, Sql version, Sql object, Sql kind, Sql changes, Sql causes) {

    /** For a write in which no rule runs. */
    ChangeRows(WriteScope scope, Sql record, Sql version, Sql object, Sql kind, Sql changes) {
        this(scope, record, version, object, kind, changes, Sql.text("null::jsonb"));
    }

    /**
     * The insertion into the history.
     *
     * @param source what stands behind {@code from}
     */
    Sql history(Sql source) {
        return Sql.of(
                """
                insert into history
                    (tenant, record, version, object, kind, changes, causes, at, actor, origin)
                select {}, {}, {}, {}, {}, {}, {}, {}, {}, {} from {}\
                """,
                scope.tenant(),
                record,
                version,
                object,
                kind,
                changes,
                causes,
                scope.moment(),
                scope.user(),
                scope.origin(),
                source);
    }

    /**
     * The insertion into the stream.
     *
     * @param id of the change
     * @param source what stands behind {@code from}
     */
    Sql stream(Sql id, Sql source) {
        return Sql.of(
                """
                insert into outbox (tenant, id, record, version, object, kind, changes, at, actor)
                select {}, {}, {}, {}, {}, {}, {}, {}, {} from {}\
                """,
                scope.tenant(),
                id,
                record,
                version,
                object,
                kind,
                changes,
                scope.moment(),
                scope.user(),
                source);
    }
}
