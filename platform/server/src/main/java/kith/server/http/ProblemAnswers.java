package kith.server.http;

import java.util.Optional;
import kith.graphql.http.GraphqlAnswer;
import kith.metadata.problem.ProblemException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Gives refusals outside of GraphQL the same form as inside. */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class ProblemAnswers implements WebExceptionHandler {

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        ServerHttpResponse response = exchange.getResponse();
        if (!(failure instanceof ProblemException) || response.isCommitted()) {
            return Mono.error(failure);
        }
        String traceId = String.valueOf(response.getHeaders().getFirst(TraceId.HEADER));
        GraphqlAnswer answer = RefusalAnswer.of(failure, Optional.empty(), traceId);
        response.setStatusCode(HttpStatusCode.valueOf(answer.status()));
        response.getHeaders().set("Content-Type", answer.contentType());
        answer.headers().forEach(response.getHeaders()::set);
        return response.writeWith(
                Flux.fromIterable(answer.body()).map(response.bufferFactory()::wrap));
    }
}
