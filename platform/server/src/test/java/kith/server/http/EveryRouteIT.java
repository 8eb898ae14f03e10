package kith.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import kith.server.testing.RawHttp;
import kith.server.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.reactive.function.server.RouterFunction;

/** Walks every route of the server with every method: what any answer has, and what none tells. */
class EveryRouteIT {

    private static final String EVIL = "https://evil.example";

    private static final TestServer SERVER = TestServer.shared();
    private static final RawHttp CLIENT = new RawHttp(SERVER.url().getPort());

    static Stream<String> routes() {
        return ServerRoutes.examples(
                SERVER.parts(RouterFunction.class).stream()
                        .map(route -> (RouterFunction<?>) route));
    }

    @Test
    void knowsItsRoutes() {
        assertThat(routes())
                .contains(
                        "/",
                        "/auth/login",
                        "/auth/callback",
                        "/auth/session",
                        "/auth/logout",
                        "/.well-known/kith",
                        "/t/acme/contacts",
                        "/graphql");
    }

    @ParameterizedTest
    @MethodSource("routes")
    void isSafeToShowInABrowser(String path) {
        ServerRoutes.methods()
                .forEach(method -> {
                    String answer = sent(method, path);
                    assertThat(RawHttp.header(answer, "x-content-type-options"))
                            .as("%s %s", method, path)
                            .hasValue("nosniff");
                    assertThat(RawHttp.header(answer, "content-security-policy").orElse(""))
                            .as("%s %s", method, path)
                            .contains("frame-ancestors 'none'")
                            .doesNotContain("unsafe-eval", "script-src 'unsafe", "*");
                    assertThat(RawHttp.header(answer, "referrer-policy")).hasValue("same-origin");
                    assertThat(RawHttp.header(answer, "server")).isEmpty();
                });
    }

    @ParameterizedTest
    @MethodSource("routes")
    void tellsOtherOriginsNothing(String path) {
        ServerRoutes.methods()
                .forEach(method ->
                        assertThat(sent(method, path).toLowerCase(java.util.Locale.ROOT))
                                .as("%s %s", method, path)
                                .doesNotContain("access-control-allow"));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void neverSendsABrowserToTheHostThatARequestNames(String path) {
        ServerRoutes.methods()
                .forEach(method ->
                        assertThat(sent(method, path))
                                .as("%s %s", method, path)
                                .doesNotContain("evil.example"));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void failsWithoutTellingHow(String path) {
        ServerRoutes.methods()
                .map(method -> sent(method, path))
                .filter(answer -> RawHttp.status(answer) >= 400)
                .forEach(answer ->
                        assertThat(answer)
                                .doesNotContain("Exception", "at kith.", "at org.", "Whitelabel"));
    }

    private static String sent(String method, String path) {
        return CLIENT.answer(
                method
                        + " "
                        + path
                        + "?returnTo=https%3A%2F%2Fevil.example%2F&redirect="
                        + EVIL
                        + " HTTP/1.1",
                "Host: evil.example",
                "X-Forwarded-Host: evil.example",
                "Forwarded: host=evil.example;proto=https",
                "Origin: " + EVIL,
                "Access-Control-Request-Method: POST",
                "Content-Length: 0",
                "Connection: close");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/t/%2e%2e/%2e%2e/etc/passwd",
                "/assets/..%2f..%2fapplication.properties",
                "/assets/%252e%252e/application.properties",
                "/console/../application.properties",
                "/..;/actuator/env",
                "/actuator/..;/env",
                "//actuator/env",
                "/t/..%5c..%5cwindows",
                "/%00",
                "/index.html%00.js",
            })
    void leadsNowhereButToItsOwnPages(String path) {
        String answer = CLIENT.answer("GET " + path + " HTTP/1.1", "Host: a", "Connection: close");
        assertThat(answer)
                .doesNotContain("spring.application.name", "root:", "systemProperties")
                .doesNotContain("Exception");
        assertThat(RawHttp.status(answer)).isIn(200, 400, 404);
    }

    @Test
    void writesNothingOfARequestIntoItsHeaders() {
        String answer =
                CLIENT.answer(
                        "GET /auth/login?returnTo=/t/a%0d%0aSet-Cookie:%20evil=1 HTTP/1.1",
                        "Host: a", "traceparent: 00-x%0d%0aevil: 1", "Connection: close");
        assertThat(answer.lines().takeWhile(line -> !line.isEmpty()))
                .noneMatch(line -> line.startsWith("evil") || line.contains("evil=1"));
    }

    @Test
    void takesNoSecondRequestOutOfTheBodyOfTheFirst() {
        String answer =
                CLIENT.answer(
                        "POST /auth/logout HTTP/1.1",
                        "Host: a",
                        "Content-Length: 4",
                        "Transfer-Encoding: chunked",
                        "",
                        "0",
                        "",
                        "GET /.well-known/kith HTTP/1.1",
                        "Host: a",
                        "Connection: close");
        assertThat(answer).doesNotContain("\"issuer\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999999999999999999", "-1", "1e9", "0x10"})
    void refusesALengthThatIsNone(String length) {
        String answer =
                CLIENT.answer(
                        "POST /graphql HTTP/1.1",
                        "Host: a",
                        "Content-Length: " + length,
                        "Connection: close");
        assertThat(RawHttp.status(answer)).isIn(400, 413);
    }

    @Test
    void doesNotRunScriptsThatStandInPages() {
        for (String page : List.of("/", "/graphiql", "/t/acme")) {
            String answer =
                    CLIENT.answer("GET " + page + " HTTP/1.1", "Host: a", "Connection: close");
            String policy = RawHttp.header(answer, "content-security-policy").orElseThrow();
            assertThat(policy)
                    .contains("script-src 'self'", "object-src 'none'", "base-uri 'none'");
            assertThat(RawHttp.header(answer, "permissions-policy").orElseThrow())
                    .contains("camera=()", "payment=()");
            assertThat(RawHttp.header(answer, "cross-origin-opener-policy"))
                    .hasValue("same-origin");
        }
    }
}
