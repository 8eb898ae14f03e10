package kith.runtime.sql;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Result;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import kith.metadata.problem.ProblemException;
import reactor.core.publisher.Mono;

/**
 * The only door to PostgreSQL. Every statement runs for one tenant, which row-level security knows
 * from the setting {@code kith.tenant}; without it the application's role sees no rows at all.
 */
public final class Database {

    /** Beyond the time after which PostgreSQL itself stops a statement. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final ConnectionFactory connections;
    private final StatementListener listener;

    public Database(ConnectionFactory connections, StatementListener listener) {
        this.connections = connections;
        this.listener = listener;
    }

    /** Runs one reading statement for as long as the connection lets it. */
    public Mono<byte[]> read(TenantExpectation expected, Sql json) {
        return read(expected, json, LONGEST);
    }

    /**
     * Runs one reading statement, the whole of a transaction and of a round trip. It is stopped in
     * the database when its time is up and when nobody waits for it any more.
     *
     * @param json an expression that gives the answer as {@code json}
     * @param longest how long it may run
     * @return the bytes of the answer as PostgreSQL wrote them
     */
    public Mono<byte[]> read(TenantExpectation expected, Sql json, Duration longest) {
        return read(expected, reading(expected, json), longest);
    }

    /** The statement that answers with an expression, if the tenant is as expected. */
    public static RenderedSql reading(TenantExpectation expected, Sql json) {
        return wholeReading(expected, json).render();
    }

    /** The same before it is rendered. */
    public static Sql wholeReading(TenantExpectation expected, Sql json) {
        return TenantRead.statement(expected, json);
    }

    /**
     * A statement that runs its query only if a condition holds as well; it fails with {@link
     * ConditionUnmetException} where it does not.
     *
     * @param statement made by {@link #reading} for an expectation alike
     */
    public static RenderedSql onlyIf(
            TenantExpectation expected, RenderedSql statement, Sql condition) {
        return TenantRead.onlyIf(expected, statement, condition);
    }

    /**
     * Runs one reading statement.
     *
     * @param statement made by {@link #reading} for the same tenant
     */
    public Mono<byte[]> read(TenantExpectation expected, RenderedSql statement, Duration longest) {
        return Mono.usingWhen(
                        connections.create(),
                        connection ->
                                statements(connection, expected.tenant())
                                        .run(statement, result -> result.map(JsonColumn::bytes))
                                        .single()
                                        .timeout(longest, Mono.error(Database::tooLong)),
                        Connection::close,
                        (connection, failure) ->
                                failure instanceof ProblemException
                                        ? AbandonedConnection.giveUp(connection)
                                        : connection.close(),
                        AbandonedConnection::giveUp)
                .map(answer -> TenantRead.checked(expected, answer))
                .onErrorResume(
                        DatabaseFailures::isOfOtherTables, failure -> outdated(expected, failure))
                .onErrorMap(DatabaseFailures::translated);
    }

    /**
     * A statement of an older catalog may name a table or a column that is no more, and then never
     * comes to the point where it looks at the catalog's version.
     */
    private Mono<byte[]> outdated(TenantExpectation expected, Throwable failure) {
        return read(expected, Sql.text("'{}'::json")).then(Mono.error(failure));
    }

    private static ProblemException tooLong() {
        return DatabaseProblem.STATEMENT_TIMEOUT.exception();
    }

    /**
     * Runs work in a transaction of one tenant: committed when the work completes, rolled back when
     * it fails or is cancelled. The catalog stays as it was found until the transaction ends.
     */
    public <T> Mono<T> inTransaction(TenantExpectation expected, Function<Session, Mono<T>> work) {
        return inTransaction(expected, TenantTransaction.opening(expected), work);
    }

    /**
     * Runs work that may change the catalog of a tenant in a transaction. It stops the tenant's
     * other transactions only from {@link Session#excludeWrites} on.
     */
    public <T> Mono<T> inCatalogChange(
            TenantExpectation expected, Function<Session, Mono<T>> work) {
        return inTransaction(expected, TenantTransaction.openingCatalogChange(expected), work);
    }

    private <T> Mono<T> inTransaction(
            TenantExpectation expected, String opening, Function<Session, Mono<T>> work) {
        return transaction(
                expected.tenant(),
                statements ->
                        statements
                                .control(opening, result -> result.map(TenantTransaction::state))
                                .filter(TenantTransaction.State::isFound)
                                .singleOrEmpty()
                                .switchIfEmpty(Mono.error(TenantExpectation::notThere))
                                .doOnNext(found -> found.verify(expected))
                                .flatMap(_ -> work.apply(new Session(statements))));
    }

    /**
     * Runs a writing statement that is the whole of a transaction and of a round trip. It has to
     * begin with {@link TenantExpectation#allowsWrite}, and to do nothing unless that holds.
     *
     * @return the bytes of the only column, a JSON document, of its only row; empty where it is
     *     null
     */
    public Mono<byte[]> alone(int tenant, RenderedSql statement) {
        return Mono.usingWhen(
                        connections.create(),
                        connection ->
                                statements(connection, tenant)
                                        .run(statement, result -> result.map(JsonColumn::optional))
                                        .single(),
                        Connection::close,
                        (connection, _) -> connection.close(),
                        AbandonedConnection::giveUp)
                .<byte[]>flatMap(Mono::justOrEmpty)
                .onErrorMap(DatabaseFailures::translated);
    }

    /** Runs work in a transaction that sees the registry of tenants, and no tenant's data. */
    public <T> Mono<T> inRegistry(Function<Session, Mono<T>> work) {
        return acrossTenants(TenantTransaction.REGISTRY, work);
    }

    /**
     * Runs work in a transaction that hands out work to nodes: it sees the registry and the lists
     * of work, no tenant's data, and no other such transaction is under way meanwhile.
     */
    public <T> Mono<T> inDispatch(Function<Session, Mono<T>> work) {
        return acrossTenants(TenantTransaction.openingDispatch(), work);
    }

    private <T> Mono<T> acrossTenants(String opening, Function<Session, Mono<T>> work) {
        return transaction(
                0,
                statements ->
                        statements
                                .control(opening, Result::getRowsUpdated)
                                .then(Mono.defer(() -> work.apply(new Session(statements)))));
    }

    private <T> Mono<T> transaction(int tenant, Function<Statements, Mono<T>> work) {
        return Mono.usingWhen(
                        connections.create(),
                        connection -> committed(statements(connection, tenant), work),
                        Connection::close,
                        (connection, _) -> connection.close(),
                        connection ->
                                statements(connection, tenant)
                                        .rollback()
                                        .then(Mono.from(connection.close())))
                .onErrorMap(DatabaseFailures::translated);
    }

    /** An empty result commits as well, so the result travels as an optional. */
    private static <T> Mono<T> committed(
            Statements statements, Function<Statements, Mono<T>> work) {
        return work.apply(statements)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .onErrorResume(failure -> rolledBack(statements, failure))
                .flatMap(result -> statements.commit().then(Mono.justOrEmpty(result)));
    }

    /** A connection that is lost cannot roll back; the first failure is the one that counts. */
    private static <T> Mono<T> rolledBack(Statements statements, Throwable failure) {
        return statements
                .rollback()
                .onErrorComplete(later -> {
                    failure.addSuppressed(later);
                    return true;
                })
                .then(Mono.error(failure));
    }

    private Statements statements(Connection connection, int tenant) {
        return new Statements(connection, tenant, listener);
    }
}
