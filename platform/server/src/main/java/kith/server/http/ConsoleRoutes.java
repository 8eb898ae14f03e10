package kith.server.http;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Serves the web app: its files, its page at each of its addresses, and the explorer. */
public final class ConsoleRoutes {

    private static final String PAGE = "/index.html";
    private static final String EXPLORER = "/graphiql.html";
    private static final Duration FOR_EVER = Duration.ofDays(365);

    private final ConsoleFiles files;

    public ConsoleRoutes(ConsoleFiles files) {
        this.files = files;
    }

    public RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .route(reads("/"), request -> file(request, PAGE))
                .route(reads("/t/**"), request -> file(request, PAGE))
                .route(reads("/operator/**"), request -> file(request, PAGE))
                .route(reads("/graphiql/**"), request -> file(request, EXPLORER))
                .route(
                        reads("/**").and(request -> files.at(request.path()).isPresent()),
                        request -> file(request, request.path()))
                .build();
    }

    private static RequestPredicate reads(String pattern) {
        return RequestPredicates.methods(HttpMethod.GET, HttpMethod.HEAD)
                .and(RequestPredicates.path(pattern));
    }

    private Mono<ServerResponse> file(ServerRequest request, String path) {
        return files.at(path)
                .map(file -> answer(request, file))
                .orElseGet(() -> ServerResponse.notFound().build());
    }

    private static Mono<ServerResponse> answer(ServerRequest request, ConsoleFile file) {
        List<String> known = request.headers().asHttpHeaders().getIfNoneMatch();
        if (known.contains(file.etag())) {
            return ServerResponse.status(HttpStatus.NOT_MODIFIED)
                    .eTag(file.etag())
                    .cacheControl(caching(file))
                    .build();
        }
        String accepted =
                Optional.ofNullable(
                                request.headers()
                                        .asHttpHeaders()
                                        .getFirst(HttpHeaders.ACCEPT_ENCODING))
                        .orElse("");
        ServerResponse.BodyBuilder answer =
                ServerResponse.ok()
                        .contentType(file.type())
                        .eTag(file.etag())
                        .cacheControl(caching(file))
                        .varyBy(HttpHeaders.ACCEPT_ENCODING);
        if (accepted.contains("br") && file.brotli().isPresent()) {
            return answer.header(HttpHeaders.CONTENT_ENCODING, "br").bodyValue(file.brotli().get());
        }
        return accepted.contains("gzip") && file.gzip().isPresent()
                ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip").bodyValue(file.gzip().get())
                : answer.bodyValue(file.plain());
    }

    private static CacheControl caching(ConsoleFile file) {
        return file.isImmutable()
                ? CacheControl.maxAge(FOR_EVER).cachePublic().immutable()
                : CacheControl.noCache();
    }
}
