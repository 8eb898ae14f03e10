package kith.runtime.registry;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Result;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.connection.DelegatingConnectionFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Connections whose transactions see the registry of tenants, and no tenant's data. What says so to
 * row-level security travels with {@code begin}, so that it costs no round trip.
 */
final class RegistryConnections extends DelegatingConnectionFactory {

    private static final String BEGIN = "begin; set local kith.registry = 'on'";

    RegistryConnections(ConnectionFactory pool) {
        super(pool);
    }

    @Override
    public Mono<Connection> create() {
        return Mono.from(getTargetConnectionFactory().create())
                .map(RegistryConnections::seeingTheRegistry);
    }

    private static Connection seeingTheRegistry(Connection connection) {
        return (Connection)
                Proxy.newProxyInstance(
                        Connection.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (_, method, arguments) ->
                                method.getName().equals("beginTransaction")
                                        ? begun(connection)
                                        : passedOn(connection, method, arguments));
    }

    private static Mono<Void> begun(Connection connection) {
        return Flux.from(connection.createStatement(BEGIN).execute())
                .concatMap(Result::getRowsUpdated)
                .then();
    }

    private static @Nullable Object passedOn(
            Connection connection, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getTargetException();
        }
    }
}
