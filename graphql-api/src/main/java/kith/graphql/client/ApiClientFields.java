package kith.graphql.client;

import java.util.UUID;
import kith.graphql.GraphqlProblem;
import kith.graphql.sdl.Arguments;
import kith.graphql.sdl.SdlWiring;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import kith.runtime.access.Caller;
import reactor.core.publisher.Mono;

/** API clients in the metadata API. */
public final class ApiClientFields {

    private ApiClientFields() {}

    /** Adds them. */
    public static void wire(SdlWiring<Caller> wiring, ApiClients clients) {
        wiring.query("apiClients", (caller, _) -> clients.all(caller))
                .mutation(
                        "createApiClient",
                        (caller, arguments) ->
                                Mono.defer(() -> clients.create(caller, arguments.text("name"))))
                .mutation(
                        "rotateApiClient",
                        (caller, arguments) ->
                                Mono.defer(() -> clients.rotate(caller, id(arguments))))
                .mutation(
                        "activateApiClient",
                        (caller, arguments) ->
                                Mono.defer(() ->
                                        clients.activate(
                                                caller, id(arguments), arguments.flag("active"))))
                .mutation(
                        "deleteApiClient",
                        (caller, arguments) ->
                                Mono.defer(() -> clients.delete(caller, id(arguments))));
    }

    private static UUID id(Arguments arguments) {
        try {
            return UUID.fromString(arguments.text("id"));
        } catch (IllegalArgumentException _) {
            throw new ProblemException(
                    Problem.of(GraphqlProblem.ARGUMENT_INVALID, "This is no id").at("id"));
        }
    }
}
