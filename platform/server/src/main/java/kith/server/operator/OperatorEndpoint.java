package kith.server.operator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.ToLongFunction;
import kith.graphql.http.GraphqlAnswer;
import kith.graphql.http.GraphqlHttpRequest;
import kith.graphql.sdl.SdlEndpoint;
import kith.graphql.sdl.SdlWiring;
import kith.runtime.move.ObjectSize;
import kith.server.identity.AccessToken;
import reactor.core.publisher.Mono;

/** {@code /graphql/operator}: the code behind operator.graphqls. */
public final class OperatorEndpoint {

    private static final String SCHEMA = "/kith/graphql/operator.graphqls";
    private static final String SCOPE = "operator";

    private final SdlEndpoint<AccessToken> endpoint;

    public OperatorEndpoint(
            TenantAdministration tenants, JobAdministration jobs, ObjectAdministration objects) {
        this.endpoint =
                new SdlEndpoint<>(
                        schema(),
                        new SdlWiring<AccessToken>()
                                .query("tenants", (_, arguments) -> tenants.page(arguments))
                                .query(
                                        "tenant",
                                        (_, arguments) -> tenants.find(arguments.text("slug")))
                                .query("packages", (_, _) -> Mono.just(tenants.packages()))
                                .query("jobs", (_, arguments) -> jobs.page(arguments))
                                .query("storedObjects", (_, arguments) -> objects.list(arguments))
                                .mutation("moveObject", (_, arguments) -> objects.move(arguments))
                                .mutation("cancelJob", (_, arguments) -> jobs.cancel(arguments))
                                .mutation(
                                        "provisionTenant",
                                        (_, arguments) ->
                                                tenants.provision(arguments.object("input")))
                                .mutation(
                                        "suspendTenant",
                                        (_, arguments) -> tenants.suspend(arguments.text("slug")))
                                .mutation(
                                        "resumeTenant",
                                        (_, arguments) -> tenants.resume(arguments.text("slug")))
                                .mutation(
                                        "deleteTenant",
                                        (_, arguments) ->
                                                tenants.delete(
                                                        arguments.text("slug"),
                                                        arguments.text("confirm")))
                                .field(
                                        "TenantInfo",
                                        "usage",
                                        TenantInfo.class,
                                        (tenant, _) -> usage(tenants, tenant))
                                .field(
                                        "StoredObject",
                                        "records",
                                        ObjectAdministration.Stored.class,
                                        (object, _) -> size(object, ObjectSize::records))
                                .field(
                                        "StoredObject",
                                        "bytes",
                                        ObjectAdministration.Stored.class,
                                        (object, _) -> size(object, ObjectSize::bytes)));
    }

    /** Counted only when it is asked for. */
    @SuppressWarnings("FutureReturnValueIgnored") // the engine waits for it
    private static Object usage(TenantAdministration tenants, TenantInfo tenant) {
        return tenants.usage(tenant).toFuture();
    }

    /** Likewise. */
    @SuppressWarnings("FutureReturnValueIgnored") // the engine waits for it
    private static Object size(
            ObjectAdministration.Stored object, ToLongFunction<ObjectSize> figure) {
        return object.size(figure).toFuture();
    }

    /** Answers a request; never fails. */
    public Mono<GraphqlAnswer> handle(AccessToken operator, GraphqlHttpRequest request) {
        return endpoint.handle(operator, SCOPE, request);
    }

    private static String schema() {
        try (InputStream stream = OperatorEndpoint.class.getResourceAsStream(SCHEMA)) {
            return new String(
                    Objects.requireNonNull(stream, SCHEMA).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
