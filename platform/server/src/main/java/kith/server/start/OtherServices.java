package kith.server.start;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import kith.server.redis.RedisConnection;

/** Looks whether configured services answer, so that a wrong address is named at once. */
final class OtherServices {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private OtherServices() {}

    static void requireRedis(URI redis) {
        int port = redis.getPort() < 0 ? 6379 : redis.getPort();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(redis.getHost(), port), (int) LIMIT.toMillis());
        } catch (IOException failure) {
            throw StartCode.REDIS_UNREACHABLE.because(
                    "Redis at " + redis.getHost() + ":" + port + " cannot be reached.",
                    "Check that it runs there, and KITH_REDIS_URL.",
                    failure);
        }
        RedisConnection.failureAt(redis)
                .ifPresent(failure -> {
                    throw StartCode.REDIS_REFUSED.because(
                            "Redis at " + redis.getHost() + ":" + port + " refuses to serve.",
                            "Check user, password and database of KITH_REDIS_URL.",
                            failure);
                });
    }

    static void requireIssuer(URI issuer) {
        URI discovery = URI.create(issuer + "/.well-known/openid-configuration");
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(LIMIT).build()) {
            int status =
                    client.send(
                                    HttpRequest.newBuilder(discovery).timeout(LIMIT).build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode();
            if (status != 200) {
                throw StartCode.ISSUER_UNREACHABLE.because(
                        "The issuer "
                                + issuer
                                + " is no OpenID provider: "
                                + discovery
                                + " answers "
                                + status
                                + ".",
                        "KITH_ISSUER is the address of a Keycloak realm, e.g."
                                + " https://id.example.com/realms/kith.");
            }
        } catch (IOException failure) {
            throw StartCode.ISSUER_UNREACHABLE.because(
                    "The issuer " + issuer + " cannot be reached.",
                    "Check that Keycloak runs there, and KITH_ISSUER.",
                    failure);
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while looking for the issuer", failure);
        }
    }
}
