package kith.runtime.sql;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import java.time.Duration;
import java.util.function.Function;
import kith.metadata.problem.ProblemException;
import kith.metadata.problem.ProblemKind;
import kith.runtime.sql.ExecutedStatement.Kind;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Runs statements on one connection for one tenant, and tells the listener of each. */
record Statements(Connection connection, int tenant, StatementListener listener) {

    /** Runs one data statement. */
    <T> Flux<T> run(RenderedSql sql, Function<Result, Publisher<T>> results) {
        return Flux.defer(() -> {
            Statement statement = connection.createStatement(sql.text());
            sql.bindTo(statement);
            return execute(Kind.DATA, sql.text(), statement, results);
        });
    }

    /** Runs control statements in one round trip; they carry no values. */
    <T> Flux<T> control(String text, Function<Result, Publisher<T>> results) {
        return Flux.defer(
                () -> execute(Kind.CONTROL, text, connection.createStatement(text), results));
    }

    /** The driver fails where PostgreSQL answers a commit with a rollback. */
    Mono<Void> commit() {
        return Mono.defer(() -> {
            long start = System.nanoTime();
            return Mono.from(connection.commitTransaction())
                    .doOnSuccess(_ -> tell(Kind.CONTROL, "commit", start, null))
                    .doOnError(failure -> tell(Kind.CONTROL, "commit", start, failure));
        });
    }

    /**
     * Queued behind statements that still run. The driver's own rollback does nothing when it has
     * not yet heard that the transaction began, and would hand an open one back to the pool.
     */
    Mono<Void> rollback() {
        return control("rollback", Result::getRowsUpdated).then();
    }

    private <T> Flux<T> execute(
            Kind kind, String text, Statement statement, Function<Result, Publisher<T>> results) {
        long start = System.nanoTime();
        return Flux.<Result>from(statement.execute())
                .concatMap(results)
                .doOnComplete(() -> tell(kind, text, start, null))
                .doOnError(failure -> tell(kind, text, start, failure));
    }

    private void tell(Kind kind, String text, long start, @Nullable Throwable failure) {
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        listener.executed(new ExecutedStatement(kind, tenant, text, time, kindOf(failure)));
    }

    private static @Nullable ProblemKind kindOf(@Nullable Throwable failure) {
        if (failure == null) {
            return null;
        }
        return DatabaseFailures.translated(failure) instanceof ProblemException refusal
                ? refusal.problems().getFirst().code().kind()
                : ProblemKind.INTERNAL;
    }
}
