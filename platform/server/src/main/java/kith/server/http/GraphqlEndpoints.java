package kith.server.http;

import java.util.Map;
import java.util.Optional;
import kith.graphql.http.GraphqlAnswer;
import kith.graphql.http.GraphqlHttpRequest;
import kith.runtime.access.Caller;
import kith.runtime.member.Visitor;
import kith.server.client.ClientUse;
import kith.server.identity.AccessToken;
import kith.server.identity.Callers;
import kith.server.identity.Credentials;
import kith.server.limit.RequestGate;
import kith.server.tenant.RequestCounts;
import reactor.core.publisher.Mono;

/** The three GraphQL endpoints by their paths, each behind those who may use it. */
public final class GraphqlEndpoints {

    /** What a request about metadata costs, whatever it asks for. */
    private static final int OF_METADATA = 10;

    private final Callers callers;
    private final RequestCounts counts;
    private final RequestGate gate;
    private final ClientUse use;
    private final Map<String, Endpoint> byPath;

    public GraphqlEndpoints(
            Callers callers,
            RequestCounts counts,
            RequestGate gate,
            ClientUse use,
            Handlers handlers) {
        this.callers = callers;
        this.counts = counts;
        this.gate = gate;
        this.use = use;
        this.byPath =
                Map.of(
                        "/graphql", visitors(handlers.data()),
                        "/graphql/metadata", members(handlers.metadata()),
                        "/graphql/operator", operators(handlers.operator()));
    }

    /** The endpoint at the path; empty where there is none. */
    Optional<Endpoint> at(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    private Endpoint visitors(ForVisitors endpoint) {
        return (sender, request) ->
                callers.visitor(sender.credentials(), sender.tenant(), mayChange(request))
                        .doOnNext(visitor -> counts.count(visitor.caller().tenant()))
                        .flatMap(visitor ->
                                passed(visitor.caller(), endpoint.answer(visitor, request)));
    }

    private Endpoint members(ForMembers endpoint) {
        return (sender, request) ->
                callers.member(sender.credentials(), sender.tenant(), mayChange(request))
                        .doOnNext(caller -> counts.count(caller.tenant()))
                        .flatMap(caller ->
                                passed(caller, endpoint.answer(caller, request))
                                        .doOnNext(_ -> gate.spend(caller, OF_METADATA)));
    }

    private Mono<GraphqlAnswer> passed(Caller caller, Mono<GraphqlAnswer> answer) {
        use.seen(caller);
        return gate.pass(caller, answer)
                .map(done ->
                        done.with(
                                Map.of(
                                        "RateLimit-Limit", Long.toString(gate.budget(caller)),
                                        "RateLimit-Remaining",
                                                Long.toString(gate.remaining(caller)))));
    }

    private Endpoint operators(ForOperators endpoint) {
        return (sender, request) ->
                callers.operator(sender.credentials(), mayChange(request))
                        .flatMap(operator -> endpoint.answer(operator, request));
    }

    private static boolean mayChange(GraphqlHttpRequest request) {
        return !request.method().equals("GET");
    }

    /** What answers where. */
    public record Handlers(ForVisitors data, ForMembers metadata, ForOperators operator) {}

    /** Answers requests within a tenant, and sees to it that the visitor may still come in. */
    @FunctionalInterface
    public interface ForVisitors {
        Mono<GraphqlAnswer> answer(Visitor visitor, GraphqlHttpRequest request);
    }

    /** Answers requests within a tenant. */
    @FunctionalInterface
    public interface ForMembers {
        Mono<GraphqlAnswer> answer(Caller caller, GraphqlHttpRequest request);
    }

    /** Answers requests of those who run the installation. */
    @FunctionalInterface
    public interface ForOperators {
        Mono<GraphqlAnswer> answer(AccessToken operator, GraphqlHttpRequest request);
    }

    /** Answers requests of whoever may send them; fails with a problem for all others. */
    @FunctionalInterface
    interface Endpoint {
        Mono<GraphqlAnswer> answer(Sender sender, GraphqlHttpRequest request);
    }

    /**
     * Who sent a request, as far as it shows.
     *
     * @param tenant the slug that the request chooses
     */
    record Sender(Credentials credentials, Optional<String> tenant) {}
}
