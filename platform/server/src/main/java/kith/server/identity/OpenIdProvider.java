package kith.server.identity;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import kith.server.settings.ClientCredentials;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientException;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The side of the identity provider that signs browsers in (OpenID Connect Core 1.0, RFC 7636). */
public final class OpenIdProvider {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final String SCOPE = "openid organization:*";

    private final WebClient http;
    private final ProviderEndpoints endpoints;
    private final ClientCredentials client;
    private final URI callback;
    private final Clock clock;

    /**
     * @param callback where the provider sends browsers back to
     */
    public OpenIdProvider(
            WebClient http,
            ProviderEndpoints endpoints,
            ClientCredentials client,
            URI callback,
            Clock clock) {
        this.http = http;
        this.endpoints = endpoints;
        this.client = client;
        this.callback = callback;
        this.clock = clock;
    }

    /** The page where people sign in. */
    URI signInPage(String state, PendingSignIn signIn) {
        return UriComponentsBuilder.fromUri(endpoints.authorization())
                .queryParam("response_type", "code")
                .queryParam("client_id", "{client}")
                .queryParam("scope", "{scope}")
                .queryParam("redirect_uri", "{callback}")
                .queryParam("state", "{state}")
                .queryParam("nonce", "{nonce}")
                .queryParam("code_challenge", "{challenge}")
                .queryParam("code_challenge_method", "S256")
                .encode()
                .buildAndExpand(
                        client.id(),
                        SCOPE,
                        callback,
                        state,
                        signIn.nonce(),
                        RandomWords.digest(signIn.verifier()))
                .toUri();
    }

    /** The page that ends the provider's own session in the browser. */
    URI signOutPage(String idToken, URI afterwards) {
        return UriComponentsBuilder.fromUri(endpoints.endSession())
                .queryParam("id_token_hint", "{idToken}")
                .queryParam("post_logout_redirect_uri", "{afterwards}")
                .encode()
                .buildAndExpand(idToken, afterwards)
                .toUri();
    }

    Mono<ProviderTokens> redeem(String code, String verifier) {
        MultiValueMap<String, String> form = form("authorization_code");
        form.add("code", code);
        form.add("code_verifier", verifier);
        form.add("redirect_uri", callback.toString());
        return tokens(form);
    }

    /** New tokens; {@link IdentityProblem#SESSION_ENDED} where the provider's session is over. */
    Mono<ProviderTokens> renew(String refreshToken) {
        MultiValueMap<String, String> form = form("refresh_token");
        form.add("refresh_token", refreshToken);
        return tokens(form);
    }

    /** Ends the provider's session from server to server. */
    Mono<Void> endSession(String refreshToken) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("client_id", client.id());
        form.add("client_secret", client.secret());
        form.add("refresh_token", refreshToken);
        return http.post()
                .uri(endpoints.endSession())
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(BodyInserters.fromFormData(form))
                .retrieve()
                .toBodilessEntity()
                .timeout(LIMIT)
                .then();
    }

    private MultiValueMap<String, String> form(String grant) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("grant_type", grant);
        form.add("client_id", client.id());
        form.add("client_secret", client.secret());
        return form;
    }

    private Mono<ProviderTokens> tokens(MultiValueMap<String, String> form) {
        return http.post()
                .uri(endpoints.token())
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(BodyInserters.fromFormData(form))
                .retrieve()
                .bodyToMono(JsonNode.class)
                .timeout(LIMIT)
                .map(this::tokens)
                .onErrorMap(failure -> refusal(failure));
    }

    private ProviderTokens tokens(JsonNode answer) {
        Instant now = clock.instant();
        return new ProviderTokens(
                answer.path("access_token").asString(),
                now.plusSeconds(answer.path("expires_in").asLong()),
                answer.path("refresh_token").asString(),
                now.plusSeconds(answer.path("refresh_expires_in").asLong()),
                answer.path("id_token").asString());
    }

    /** Only this word says that the session is over (RFC 6749, 5.2); others blame this server. */
    private static boolean isOver(WebClientResponseException answer) {
        return answer.getStatusCode().is4xxClientError()
                && answer.getResponseBodyAsString().contains("\"invalid_grant\"");
    }

    private static Throwable refusal(Throwable failure) {
        if (failure instanceof WebClientResponseException answer && isOver(answer)) {
            return IdentityProblem.SESSION_ENDED.because(
                    "The sign-in is over; sign in again.", failure);
        }
        return failure instanceof WebClientException
                        || failure instanceof java.util.concurrent.TimeoutException
                ? IdentityProblem.IDENTITY_PROVIDER_UNAVAILABLE.because(
                        "The identity provider does not answer.", failure)
                : failure;
    }
}
