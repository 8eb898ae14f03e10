package kith.server.live;

import java.util.Optional;
import kith.graphql.live.LiveRequest;
import kith.runtime.access.Caller;
import kith.server.identity.Callers;
import kith.server.identity.Credentials;
import reactor.core.publisher.Mono;

/**
 * Whoever opened a stream.
 *
 * @param tenant the slug that it chose
 * @param mayChange whether a browser's page must prove that it is ours
 */
record LiveSender(
        Callers callers, Credentials credentials, Optional<String> tenant, boolean mayChange)
        implements LiveRequest.Sender {

    @Override
    public Mono<Void> signedIn() {
        return callers.signedIn(credentials);
    }

    @Override
    public Mono<Caller> caller() {
        return callers.member(credentials, tenant, mayChange);
    }
}
