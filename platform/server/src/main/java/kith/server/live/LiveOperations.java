package kith.server.live;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import kith.graphql.data.DataEndpoint;
import kith.graphql.data.Subscriptions;
import kith.graphql.http.GraphqlFailures;
import kith.graphql.http.GraphqlHttpRequest;
import kith.graphql.http.GraphqlRequest;
import kith.graphql.live.LiveEvent;
import kith.graphql.live.LiveHub;
import kith.graphql.live.LiveRequest;
import kith.runtime.access.Caller;
import kith.server.limit.RequestGate;
import kith.server.tenant.RequestCounts;
import reactor.core.publisher.Flux;

/**
 * Carries operations out whose answers are streams: subscriptions, and all others as one answer.
 */
public final class LiveOperations {

    private static final byte[] EVENT_END = "}}".getBytes(StandardCharsets.UTF_8);

    private static final int OK = 200;

    private final DataEndpoint endpoint;
    private final Subscriptions subscriptions;
    private final LiveHub hub;
    private final RequestCounts counts;
    private final RequestGate gate;

    public LiveOperations(
            DataEndpoint endpoint,
            Subscriptions subscriptions,
            LiveHub hub,
            RequestCounts counts,
            RequestGate gate) {
        this.endpoint = endpoint;
        this.subscriptions = subscriptions;
        this.hub = hub;
        this.counts = counts;
        this.gate = gate;
    }

    /**
     * The answers to a request.
     *
     * @param after where a subscription goes on, whatever its own argument says
     */
    Flux<LiveAnswer> answers(
            LiveRequest.Sender sender, GraphqlHttpRequest request, Optional<String> after) {
        return sender.caller()
                .doOnNext(caller -> {
                    gate.requireBudget(caller);
                    counts.count(caller.tenant());
                })
                .flatMapMany(caller -> answers(caller, sender, request, after));
    }

    private Flux<LiveAnswer> answers(
            Caller caller,
            LiveRequest.Sender sender,
            GraphqlHttpRequest request,
            Optional<String> after) {
        GraphqlRequest parsed = GraphqlFailures.request(request);
        return subscriptions
                .bind(caller, parsed)
                .map(bound -> after.map(bound::goingOnAfter).orElse(bound))
                .map(bound -> events(new LiveRequest(bound, parsed, sender)))
                .defaultIfEmpty(single(caller, request))
                .flatMapMany(answers -> answers);
    }

    private Flux<LiveAnswer> events(LiveRequest request) {
        return hub.open(request).map(LiveOperations::answer);
    }

    private static LiveAnswer answer(LiveEvent event) {
        byte[] begin = ("{\"data\":{\"" + event.key() + "\":").getBytes(StandardCharsets.UTF_8);
        return new LiveAnswer(List.of(begin, event.json(), EVENT_END), Optional.of(event.cursor()));
    }

    private Flux<LiveAnswer> single(Caller caller, GraphqlHttpRequest request) {
        return endpoint.handle(caller, request)
                .map(answer -> {
                    if (answer.status() != OK) {
                        throw RefusedAnswer.of(answer);
                    }
                    return new LiveAnswer(answer.body(), Optional.empty());
                })
                .flux();
    }
}
