package kith.server.http;

import static kith.server.testing.HttpSteps.code;
import static kith.server.testing.HttpSteps.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import kith.server.testing.HttpSteps;
import kith.server.testing.TestServer;
import org.junit.jupiter.api.Test;

class HttpSurfaceIT {

    private final TestServer server = TestServer.shared();
    private final HttpSteps client = server.http();

    @Test
    void tellsProgramsHowToSignIn() {
        assertThat(json(client.get("/.well-known/kith")).propertyNames())
                .containsExactly("issuer", "tokenEndpoint", "cliClientId", "version");
    }

    @Test
    void forbidsPagesEverythingThatIsNotTheirOwn() {
        HttpHeaders headers = client.get("/.well-known/kith").headers();
        assertThat(headers.firstValue("content-security-policy").orElseThrow())
                .contains("script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe-eval");
        assertThat(headers.firstValue("x-content-type-options")).hasValue("nosniff");
    }

    @Test
    void letsNoOtherOriginRead() {
        HttpResponse<String> answer =
                client.graphql("/graphql", "{ __typename }", "Origin", "https://evil.example");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void refusesBodiesOverTheLimit() {
        HttpResponse<String> answer =
                client.post("/graphql", " ".repeat(RequestBody.LIMIT_BYTES + 1));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(code(answer)).isEqualTo("BODY_TOO_LARGE");
    }

    @Test
    void takesTheTraceOfTheCaller() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        HttpResponse<String> answer =
                client.graphql(
                        "/graphql",
                        "{ __typename }",
                        "traceparent",
                        "00-" + trace + "-00f067aa0ba902b7-01");
        assertThat(answer.headers().firstValue("X-Trace-Id")).hasValue(trace);
    }

    @Test
    void tellsThatItLivesAndIsReadyButNothingElse() {
        assertThat(client.get("/actuator/health/liveness").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(client.get("/actuator/health/readiness").body())
                .isEqualTo("{\"status\":\"UP\"}");
        assertThat(client.get("/actuator/env").statusCode()).isEqualTo(404);
        assertThat(client.get("/actuator/heapdump").statusCode()).isEqualTo(404);
    }

    @Test
    void measuresRequestsWithoutNamingTenants() {
        server.tenant("measured");
        server.tenants().data(server.tenant("measured"), "{ __typename }");
        assertThat(client.get("/actuator/prometheus").body())
                .contains("kith_graphql_requests_seconds_count")
                .doesNotContain("measured");
    }

    @Test
    void doesNotKnowOtherPaths() {
        assertThat(client.get("/nothing-here").statusCode()).isEqualTo(404);
        assertThat(client.get("/console/index.html").statusCode()).isEqualTo(404);
        assertThat(client.get("/t/../../kith.jar").statusCode()).isIn(200, 404);
    }
}
