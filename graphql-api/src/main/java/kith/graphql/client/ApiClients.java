package kith.graphql.client;

import java.util.List;
import java.util.UUID;
import kith.runtime.access.Caller;
import kith.runtime.client.ApiClient;
import reactor.core.publisher.Mono;

/** Port: programs with credentials of their own, managed by a tenant's administrators. */
public interface ApiClients {

    /** By their names. */
    Mono<List<ApiClient>> all(Caller caller);

    /** A new one, with its secret, which nobody can be told again. */
    Mono<ApiClientSecret> create(Caller caller, String name);

    /** Another secret; the one before ends at once. */
    Mono<ApiClientSecret> rotate(Caller caller, UUID id);

    /** Lets it in, or keeps it out within a second. */
    Mono<ApiClient> activate(Caller caller, UUID id, boolean active);

    /** Keeps it out for ever; answers with what it was. */
    Mono<ApiClient> delete(Caller caller, UUID id);
}
