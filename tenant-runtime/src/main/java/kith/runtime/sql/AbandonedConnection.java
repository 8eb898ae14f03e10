package kith.runtime.sql;

import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Wrapped;
import reactor.core.publisher.Mono;

/**
 * A connection whose statement nobody waits for any more. PostgreSQL is told to stop it. The
 * connection is then given up instead of being used again: a request to stop that arrives late
 * would hit somebody else's statement.
 */
final class AbandonedConnection {

    private AbandonedConnection() {}

    /** Stops and gives up; what fails on the way concerns a connection that is gone anyway. */
    static Mono<Void> giveUp(Connection connection) {
        Mono<Void> stop =
                physical(connection) instanceof PostgresqlConnection postgres
                        ? postgres.cancelRequest()
                                .onErrorComplete()
                                .then(postgres.close())
                                .onErrorComplete()
                        : Mono.empty();
        return stop.then(Mono.from(connection.close())).onErrorComplete();
    }

    private static Object physical(Connection connection) {
        return connection instanceof Wrapped<?> wrapped ? wrapped.unwrap() : connection;
    }
}
