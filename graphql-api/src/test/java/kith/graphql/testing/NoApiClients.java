package kith.graphql.testing;

import java.util.List;
import java.util.UUID;
import kith.graphql.client.ApiClientSecret;
import kith.graphql.client.ApiClients;
import kith.runtime.access.Caller;
import kith.runtime.client.ApiClient;
import reactor.core.publisher.Mono;

/** A tenant without programs. */
public final class NoApiClients implements ApiClients {

    @Override
    public Mono<List<ApiClient>> all(Caller caller) {
        return Mono.just(List.of());
    }

    @Override
    public Mono<ApiClientSecret> create(Caller caller, String name) {
        return Mono.empty();
    }

    @Override
    public Mono<ApiClientSecret> rotate(Caller caller, UUID id) {
        return Mono.empty();
    }

    @Override
    public Mono<ApiClient> activate(Caller caller, UUID id, boolean active) {
        return Mono.empty();
    }

    @Override
    public Mono<ApiClient> delete(Caller caller, UUID id) {
        return Mono.empty();
    }
}
