package kith.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import kith.server.settings.EdgeSettings;
import kith.server.settings.RequestPlans;
import kith.server.testing.RawHttp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** What every connection passes, before a server of which nothing else is known. */
class EdgeIT {

    private static final String SHOP = "https://shop.example";

    private final DisposableServer server =
            new Edge(new EdgeSettings(Set.of(SHOP), RequestPlans.standard()), true)
                    .apply(HttpServer.create().host("127.0.0.1").port(0))
                    .handle((_, response) -> response.sendString(Mono.just("carried out")))
                    .bindNow();
    private final RawHttp client = new RawHttp(server.port());

    @AfterEach
    void stop() {
        server.disposeNow();
    }

    @Test
    void sendsNothingWithoutItsHeaders() {
        assertSafe(client.answer("GET /anything HTTP/1.1", "Host: a", "Connection: close"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /with space HTTP/1.1",
                "BROKEN",
                "GET / HTTP/1.1\r\nContent-Length: many",
                "GET / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2",
                "GET / HTTP/1.1\r\nbad header: 1",
                "GET / HTTP/1.1\r\nX-Split: a\u0000b",
            })
    void sendsThemEvenWithAnswersToWhatItCannotRead(String request) {
        String answer = client.answer(request, "Host: a", "Connection: close");
        assertThat(RawHttp.status(answer)).isEqualTo(400);
        assertSafe(answer);
    }

    @Test
    void refusesHeadersAndLinesWithoutEnd() {
        assertThat(client.answer("GET / HTTP/1.1", "X-Long: " + "a".repeat(100_000)))
                .matches(EdgeIT::isRefused);
        assertThat(client.answer("GET /" + "a".repeat(100_000) + " HTTP/1.1"))
                .matches(EdgeIT::isRefused);
    }

    private static boolean isRefused(String answer) {
        return answer.equals(RawHttp.CUT_OFF)
                || List.of(413, 414, 431).contains(RawHttp.status(answer));
    }

    private static void assertSafe(String answer) {
        assertThat(RawHttp.header(answer, "x-content-type-options")).hasValue("nosniff");
        assertThat(RawHttp.header(answer, "content-security-policy").orElseThrow())
                .contains("default-src 'none'", "frame-ancestors 'none'");
        assertThat(RawHttp.header(answer, "strict-transport-security").orElseThrow())
                .startsWith("max-age=");
        assertThat(RawHttp.header(answer, "referrer-policy")).hasValue("same-origin");
        assertThat(RawHttp.header(answer, "cross-origin-resource-policy")).isPresent();
    }

    @Test
    void answersTheQuestionOfAConfiguredOriginWithoutCarryingAnythingOut() {
        String answer = question(SHOP, "/graphql");
        assertThat(RawHttp.status(answer)).isEqualTo(204);
        assertThat(RawHttp.header(answer, "access-control-allow-origin")).hasValue(SHOP);
        assertThat(RawHttp.header(answer, "access-control-allow-headers").orElseThrow())
                .contains("authorization")
                .doesNotContain("csrf");
        assertThat(answer).doesNotContain("carried out");
    }

    @Test
    void neverLetsAnotherOriginUseCookies() {
        assertThat(RawHttp.header(question(SHOP, "/graphql"), "access-control-allow-credentials"))
                .isEmpty();
        assertThat(
                        RawHttp.header(
                                request("POST", SHOP, "/graphql"),
                                "access-control-allow-credentials"))
                .isEmpty();
    }

    @Test
    void letsAConfiguredOriginReadAnswersOfTheApiAlone() {
        String answer = request("POST", SHOP, "/graphql/metadata");
        assertThat(RawHttp.header(answer, "access-control-allow-origin")).hasValue(SHOP);
        assertThat(RawHttp.header(answer, "vary")).hasValue("origin");
        for (String path : new String[] {"/auth/session", "/graphiql", "/", "/graphqlx"}) {
            assertThat(RawHttp.header(request("GET", SHOP, path), "access-control-allow-origin"))
                    .as(path)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "http://shop.example",
                "https://shop.example.evil.example",
                "https://evil-shop.example",
                "https://shop.example:444",
                "HTTPS://SHOP.EXAMPLE",
                "*"
            })
    void tellsNoOtherOriginAnything(String origin) {
        assertThat(RawHttp.header(question(origin, "/graphql"), "access-control-allow-origin"))
                .isEmpty();
        assertThat(
                        RawHttp.header(
                                request("GET", origin, "/graphql"), "access-control-allow-origin"))
                .isEmpty();
    }

    private String question(String origin, String path) {
        return client.answer(
                "OPTIONS " + path + " HTTP/1.1",
                "Host: a",
                "Origin: " + origin,
                "Access-Control-Request-Method: POST",
                "Access-Control-Request-Headers: authorization",
                "Connection: close");
    }

    private String request(String method, String origin, String path) {
        return client.answer(
                method + " " + path + " HTTP/1.1",
                "Host: a",
                "Origin: " + origin,
                "Content-Length: 0",
                "Connection: close");
    }
}
