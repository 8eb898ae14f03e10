package kith.server.keycloak;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import kith.server.identity.IdentityProblem;
import kith.server.settings.ClientCredentials;
import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.JacksonProvider;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.RealmResource;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Keycloak's admin API of one realm. Its client waits for answers, so each call has a thread that
 * may wait: a slow Keycloak holds up only who needs it.
 *
 * @see <a href="https://www.keycloak.org/docs-api/latest/rest-api/">Admin REST API</a>
 */
final class KeycloakAdmin implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
    private static final int JSON_PRIORITY = 100;

    private static final String REALMS = "/realms/";
    private static final String MASTER = "master";
    private static final String ADMIN_CLI = "admin-cli";

    private final Keycloak keycloak;
    private final RealmResource realm;

    private KeycloakAdmin(Keycloak keycloak, URI issuer) {
        this.keycloak = keycloak;
        this.realm = keycloak.realm(realm(issuer));
    }

    /** As a client of the realm itself, with the roles that it has there. */
    static KeycloakAdmin asClient(URI issuer, ClientCredentials client) {
        return new KeycloakAdmin(
                builder(issuer)
                        .realm(realm(issuer))
                        .grantType(OAuth2Constants.CLIENT_CREDENTIALS)
                        .clientId(client.id())
                        .clientSecret(client.secret())
                        .build(),
                issuer);
    }

    /** As the administrator of the whole Keycloak. */
    static KeycloakAdmin asPerson(URI issuer, String user, String password) {
        return new KeycloakAdmin(
                builder(issuer)
                        .realm(MASTER)
                        .grantType(OAuth2Constants.PASSWORD)
                        .clientId(ADMIN_CLI)
                        .username(user)
                        .password(password)
                        .build(),
                issuer);
    }

    private static KeycloakBuilder builder(URI issuer) {
        String text = issuer.toString();
        return KeycloakBuilder.builder()
                .serverUrl(text.substring(0, text.lastIndexOf(REALMS)))
                .resteasyClient(client());
    }

    private static Client client() {
        return ClientBuilder.newBuilder()
                .connectTimeout(CONNECT_LIMIT.toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(LIMIT.toMillis(), TimeUnit.MILLISECONDS)
                .register(JacksonProvider.class, JSON_PRIORITY)
                .build();
    }

    private static String realm(URI issuer) {
        String text = issuer.toString();
        return text.substring(text.lastIndexOf(REALMS) + REALMS.length());
    }

    /**
     * What the realm has. Empty where it is not there.
     *
     * @param call what is asked, to name in problems
     */
    <T> Mono<T> find(String call, Function<RealmResource, T> question) {
        return waiting(() -> question.apply(realm))
                .onErrorResume(NotFoundException.class, _ -> Mono.empty())
                .onErrorMap(WebApplicationException.class, failure -> refused(call, failure));
    }

    /** A change that the client answers with what Keycloak answered, be it a refusal. */
    Mono<KeycloakAnswer> change(String call, Function<RealmResource, Response> change) {
        return waiting(() -> KeycloakAnswer.of(call, change.apply(realm)));
    }

    /** A change that the client answers only by throwing where Keycloak refuses it. */
    Mono<KeycloakAnswer> order(String call, Consumer<RealmResource> change) {
        return change(
                call,
                realm -> {
                    try {
                        change.accept(realm);
                        return Response.noContent().build();
                    } catch (WebApplicationException failure) {
                        return failure.getResponse();
                    }
                });
    }

    private static <T> Mono<T> waiting(Callable<T> work) {
        return Mono.fromCallable(work)
                .subscribeOn(Schedulers.boundedElastic())
                .timeout(LIMIT)
                .onErrorMap(KeycloakAdmin::isLost, KeycloakAdmin::lost);
    }

    private static Throwable refused(String call, WebApplicationException failure) {
        return KeycloakAnswer.of(call, failure.getResponse()).refusal();
    }

    private static boolean isLost(Throwable failure) {
        return failure instanceof ProcessingException || failure instanceof TimeoutException;
    }

    private static Throwable lost(Throwable failure) {
        return IdentityProblem.IDENTITY_PROVIDER_UNAVAILABLE.because(
                "The identity provider does not answer.", failure);
    }

    @Override
    public void close() {
        keycloak.close();
    }
}
