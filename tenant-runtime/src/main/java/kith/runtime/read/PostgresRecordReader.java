package kith.runtime.read;

import kith.metadata.catalog.Catalog;
import kith.runtime.access.Access;
import kith.runtime.access.Caller;
import kith.runtime.sql.Database;
import kith.runtime.sql.TenantExpectation;
import reactor.core.publisher.Mono;

/**
 * Plans, renders and runs: one statement, whose JSON is passed on as it comes. It may run as long
 * as its {@link ReadEffort} deserves.
 */
public final class PostgresRecordReader implements RecordReader {

    private final Database database;
    private final ReadStatements statements;

    public PostgresRecordReader(Database database, Access access) {
        this.database = database;
        this.statements = new ReadStatements(access);
    }

    @Override
    public Mono<byte[]> read(Caller caller, Catalog catalog, ReadRequest request) {
        return Mono.defer(() ->
                database.read(
                        TenantExpectation.of(caller, catalog),
                        statements.answer(caller, catalog, request),
                        ReadEffort.of(request).longest()));
    }
}
