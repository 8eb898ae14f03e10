package kith.graphql.live;

import kith.graphql.data.BoundSubscription;
import kith.graphql.http.GraphqlRequest;
import kith.runtime.access.Caller;
import reactor.core.publisher.Mono;

/**
 * Somebody who wants to be told.
 *
 * @param bound the subscription as it is bound now
 * @param request to bind it by again when the catalog or the caller's rights have changed
 * @param sender finds out who listens by now
 */
public record LiveRequest(BoundSubscription bound, GraphqlRequest request, Sender sender) {

    /** Whoever listens. Both fail with a problem when it may not listen any more. */
    public interface Sender {

        /** Whether it is still signed in; asked often, so it must cost little. */
        Mono<Void> signedIn();

        /** Who it is within the tenant, with its rights of now. */
        Mono<Caller> caller();
    }
}
