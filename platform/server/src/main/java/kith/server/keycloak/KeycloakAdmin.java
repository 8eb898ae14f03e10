package kith.server.keycloak;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeoutException;
import kith.server.identity.IdentityProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientException;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * Keycloak's admin REST API of one realm, called without threads that wait: a slow Keycloak holds
 * up only who needs it.
 *
 * @see <a href="https://www.keycloak.org/docs-api/latest/rest-api/">Admin REST API</a>
 */
final class KeycloakAdmin {

    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final Duration RENEWED_BEFORE = Duration.ofSeconds(15);

    private final WebClient http;
    private final AdminLogin login;
    private final URI realm;
    private final Clock clock;
    private volatile @Nullable Grant grant;

    KeycloakAdmin(WebClient http, URI issuer, AdminLogin login, Clock clock) {
        this.http = http;
        this.login = login;
        this.realm = adminRealm(issuer);
        this.clock = clock;
    }

    /** {@code …/realms/kith} is administered at {@code …/admin/realms/kith}. */
    private static URI adminRealm(URI issuer) {
        String text = issuer.toString();
        int at = text.lastIndexOf("/realms/");
        return URI.create(text.substring(0, at) + "/admin" + text.substring(at));
    }

    /** The JSON at a path of the realm; path variables are encoded. Empty where it is not there. */
    Mono<JsonNode> get(String path, Object... variables) {
        return call(HttpMethod.GET, null, path, variables)
                .filter(answer -> !answer.status().isSameCodeAs(KeycloakAnswer.NOT_FOUND))
                .map(answer -> answer.requireSuccess().body());
    }

    Mono<KeycloakAnswer> post(Object body, String path, Object... variables) {
        return call(HttpMethod.POST, body, path, variables);
    }

    Mono<KeycloakAnswer> put(Object body, String path, Object... variables) {
        return call(HttpMethod.PUT, body, path, variables);
    }

    Mono<KeycloakAnswer> delete(String path, Object... variables) {
        return call(HttpMethod.DELETE, null, path, variables);
    }

    private Mono<KeycloakAnswer> call(
            HttpMethod method, @Nullable Object body, String path, Object... variables) {
        return accessToken()
                .flatMap(token -> send(token, method, body, path, variables))
                .timeout(LIMIT)
                .onErrorMap(KeycloakAdmin::isLost, KeycloakAdmin::lost);
    }

    private Mono<KeycloakAnswer> send(
            String token,
            HttpMethod method,
            @Nullable Object body,
            String path,
            Object... variables) {
        WebClient.RequestBodySpec request =
                http.method(method)
                        .uri(realm + path, variables)
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + token);
        return (body == null
                        ? request
                        : request.contentType(MediaType.APPLICATION_JSON).bodyValue(body))
                .exchangeToMono(answer -> read(method + " " + path, answer));
    }

    private static Mono<KeycloakAnswer> read(String call, ClientResponse answer) {
        HttpStatusCode status = answer.statusCode();
        String location = answer.headers().asHttpHeaders().getFirst(HttpHeaders.LOCATION);
        return answer.bodyToMono(JsonNode.class)
                .map(body -> new KeycloakAnswer(call, status, location, body))
                .defaultIfEmpty(KeycloakAnswer.withoutBody(call, status, location));
    }

    private Mono<String> accessToken() {
        Grant known = grant;
        return known != null && known.until().isAfter(clock.instant())
                ? Mono.just(known.token())
                : newGrant().doOnNext(fresh -> grant = fresh).map(Grant::token);
    }

    private Mono<Grant> newGrant() {
        return http.post()
                .uri(login.tokenEndpoint())
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(BodyInserters.fromFormData(login.form()))
                .retrieve()
                .bodyToMono(JsonNode.class)
                .map(this::grant);
    }

    private Grant grant(JsonNode answer) {
        Instant until =
                clock.instant()
                        .plusSeconds(answer.path("expires_in").asLong())
                        .minus(RENEWED_BEFORE);
        return new Grant(answer.path("access_token").asString(), until);
    }

    private static boolean isLost(Throwable failure) {
        return failure instanceof WebClientException || failure instanceof TimeoutException;
    }

    private static Throwable lost(Throwable failure) {
        return IdentityProblem.IDENTITY_PROVIDER_UNAVAILABLE.because(
                "The identity provider does not answer.", failure);
    }

    /** The server's own access token. */
    private record Grant(String token, Instant until) {}
}
