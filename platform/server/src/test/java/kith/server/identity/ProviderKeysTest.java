package kith.server.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

class ProviderKeysTest {

    private static final RSAKey FIRST = key("first");
    private static final RSAKey SECOND = key("second");

    private final AtomicInteger asked = new AtomicInteger();
    private volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private volatile Mono<ClientResponse> answer = keySet(FIRST);
    private final ProviderKeys keys =
            new ProviderKeys(
                    WebClient.builder()
                            .exchangeFunction(_ -> {
                                asked.incrementAndGet();
                                return answer;
                            })
                            .build(),
                    URI.create("http://provider/keys"),
                    clock());

    @Test
    void asksOnceForManyTokens() {
        assertThat(found("first")).containsExactly("first");
        assertThat(found("first")).containsExactly("first");
        assertThat(asked).hasValue(1);
    }

    @Test
    void findsAKeyThatIsNew() {
        found("first");
        answer = keySet(FIRST, SECOND);
        pass(ProviderKeys.PAUSE);
        assertThat(found("second")).containsExactly("second");
        assertThat(asked).hasValue(2);
    }

    @Test
    void doesNotAskForEveryKeyThatSomebodyMakesUp() {
        found("first");
        pass(ProviderKeys.PAUSE);
        for (int i = 0; i < 50; i++) {
            assertThat(found("made-up-" + i)).isEmpty();
        }
        assertThat(asked).hasValue(2);
    }

    @Test
    void forgetsAKeyThatWasTakenAway() {
        found("first");
        answer = keySet(SECOND);
        pass(ProviderKeys.AGE.plusSeconds(1));
        assertThat(found("first")).isEmpty();
    }

    @Test
    void goesOnWithKnownKeysWhileTheProviderIsAway() {
        found("first");
        answer = Mono.error(new IllegalStateException("away"));
        pass(ProviderKeys.AGE.plusSeconds(1));
        assertThat(found("first")).containsExactly("first");
    }

    @Test
    void failsWhereNoKeyWasEverKnownAndAsksAgain() {
        answer = Mono.error(new IllegalStateException("away"));
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> found("first"));
        answer = keySet(FIRST);
        assertThat(found("first")).containsExactly("first");
    }

    private List<String> found(String keyId) {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).build();
        return keys.apply(new SignedJWT(header, new JWTClaimsSet.Builder().build()))
                .map(JWK::getKeyID)
                .collectList()
                .blockOptional(Duration.ofSeconds(5))
                .orElseThrow();
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private Clock clock() {
        InstantSource source = () -> now;
        return source.withZone(ZoneOffset.UTC);
    }

    private static Mono<ClientResponse> keySet(RSAKey... keys) {
        String body = new JWKSet(List.of(keys)).toString();
        return Mono.fromSupplier(() -> ClientResponse.create(HttpStatus.OK).body(body).build());
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
