package kith.runtime.sql;

import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Result;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * An open transaction. Every call is one data statement; failures of the driver pass as they are,
 * so that a writer can tell a violated constraint, and become problems where the transaction ends.
 */
public final class Session {

    private final Statements statements;

    Session(Statements statements) {
        this.statements = statements;
    }

    /** The rows that a statement gives; the mapper must not return null. */
    public <T> Flux<T> query(Sql sql, Function<? super Readable, ? extends T> row) {
        return statements.run(sql.render(), result -> result.map(row));
    }

    /** How many rows a statement changed. */
    public Mono<Long> execute(Sql sql) {
        return statements.run(sql.render(), Result::getRowsUpdated).reduce(0L, Long::sum);
    }

    /** The bytes of the only column, a JSON document, of the only row. */
    public Mono<byte[]> json(Sql sql) {
        return query(sql, JsonColumn::bytes).single();
    }

    /**
     * Waits until no other transaction of the tenant writes, and lets none begin before this one
     * ends. Only for transactions that change the catalog.
     */
    public Mono<Void> excludeWrites() {
        return statements
                .control(
                        TenantTransaction.excludingWrites(statements.tenant()).render().text(),
                        Result::getRowsUpdated)
                .then();
    }
}
