package kith.server.identity;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The keys with which the identity provider signs tokens. They are read again after a while, and
 * when a token names an unknown one; but not more often than every few seconds, whatever tokens
 * strangers make up. Known ones serve on while the provider is away.
 */
public final class ProviderKeys implements Function<SignedJWT, Flux<JWK>> {

    static final Duration PAUSE = Duration.ofSeconds(10);
    static final Duration AGE = Duration.ofMinutes(5);

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final WebClient http;
    private final URI address;
    private final Clock clock;
    private final Mono<Known> current = read().cacheInvalidateIf(this::isOutdated);
    private volatile @Nullable Known last;
    private volatile Instant unwantedBefore = Instant.EPOCH;

    /**
     * @param address of the provider's JSON Web Key Set (RFC 7517)
     */
    public ProviderKeys(WebClient http, URI address, Clock clock) {
        this.http = http;
        this.address = address;
        this.clock = clock;
    }

    /** The keys that may have signed the token. */
    @Override
    public Flux<JWK> apply(SignedJWT token) {
        JWKSelector selector = new JWKSelector(JWKMatcher.forJWSHeader(token.getHeader()));
        return current.flatMap(known -> found(known, selector)).flatMapIterable(keys -> keys);
    }

    private Mono<List<JWK>> found(Known known, JWKSelector selector) {
        List<JWK> found = selector.select(known.keys());
        if (!found.isEmpty() || known.at().plus(PAUSE).isAfter(clock.instant())) {
            return Mono.just(found);
        }
        unwantedBefore = clock.instant();
        return current.map(newer -> selector.select(newer.keys()));
    }

    private boolean isOutdated(Known known) {
        return known.at().isBefore(unwantedBefore)
                || known.at().plus(AGE).isBefore(clock.instant());
    }

    private Mono<Known> read() {
        return Mono.defer(() -> http.get().uri(address).retrieve().bodyToMono(String.class))
                .timeout(LIMIT)
                .map(text -> new Known(parsed(text), clock.instant()))
                .doOnNext(known -> last = known)
                .onErrorResume(failure ->
                        Mono.justOrEmpty(last)
                                .map(known -> new Known(known.keys(), clock.instant()))
                                .switchIfEmpty(Mono.error(failure)));
    }

    private static JWKSet parsed(String text) {
        try {
            return JWKSet.parse(text);
        } catch (ParseException failure) {
            throw new IllegalArgumentException("no JSON Web Key Set", failure);
        }
    }

    /** Keys as they were found at that moment. */
    private record Known(JWKSet keys, Instant at) {}
}
