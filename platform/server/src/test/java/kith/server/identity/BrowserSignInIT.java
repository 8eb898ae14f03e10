package kith.server.identity;

import static kith.server.testing.BrowserSteps.location;
import static kith.server.testing.BrowserSteps.pathOf;
import static kith.server.testing.HttpSteps.code;
import static kith.server.testing.HttpSteps.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import kith.server.testing.BrowserSteps;
import kith.server.testing.HttpSteps;
import kith.server.testing.TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BrowserSignInIT {

    private static final String ME = "{ me { tenant { slug } } }";

    private final TestServer server = TestServer.shared();
    private final HttpSteps browser = server.http();
    private final BrowserSteps person = new BrowserSteps(browser, "admin@browsed.localhost");

    @BeforeEach
    void aTenant() {
        server.tenant("browsed");
    }

    @Test
    void signsInThroughTheProviderAndReturnsToThePage() {
        HttpResponse<String> landed = person.signIn("/t/browsed/contacts?view=1");
        assertThat(location(landed)).isEqualTo("/t/browsed/contacts?view=1");
        String cookie =
                landed.headers().allValues("Set-Cookie").stream()
                        .filter(header -> header.startsWith("kith_session="))
                        .findFirst()
                        .orElseThrow();
        assertThat(cookie).containsIgnoringCase("HttpOnly").contains("SameSite=Lax", "Path=/");

        JsonNode session = json(browser.get("/auth/session"));
        assertThat(session.path("signedIn").asBoolean()).isTrue();
        assertThat(session.at("/user/email").asString()).isEqualTo("admin@browsed.localhost");
        assertThat(session.at("/tenants/0/slug").asString()).isEqualTo("browsed");
        assertThat(session.path("isOperator").asBoolean()).isFalse();
    }

    @Test
    void knowsNobodyWithoutASession() {
        JsonNode session = json(browser.get("/auth/session"));
        assertThat(session.path("signedIn").asBoolean()).isFalse();
        assertThat(session.path("csrfToken").isNull()).isTrue();
    }

    @Test
    void answersTheSessionOnlyWithItsCsrfToken() {
        person.signIn("/");
        String token = person.csrfToken();
        assertThat(code(browser.graphql("/graphql", ME))).isEqualTo("CSRF_TOKEN_INVALID");
        assertThat(code(browser.graphql("/graphql", ME, "X-CSRF-Token", token + "x")))
                .isEqualTo("CSRF_TOKEN_INVALID");
        assertThat(
                        json(browser.graphql(
                                        "/graphql",
                                        ME,
                                        "X-CSRF-Token",
                                        token,
                                        "X-Kith-Tenant",
                                        "browsed"))
                                .at("/data/me/tenant/slug")
                                .asString())
                .isEqualTo("browsed");
    }

    @Test
    void refusesToFinishASignInThatAnotherBrowserBegan() {
        HttpResponse<String> callback = person.submittedForm("/");
        HttpSteps other = server.http();
        HttpResponse<String> landed = other.get(pathOf(location(callback)));
        assertThat(location(landed)).isEqualTo("/?problem=SIGN_IN_FAILED");
        assertThat(json(other.get("/auth/session")).path("signedIn").asBoolean()).isFalse();
    }

    @Test
    void finishesASignInOnlyOnce() {
        HttpResponse<String> callback = person.submittedForm("/");
        assertThat(location(browser.get(pathOf(location(callback))))).isEqualTo("/");
        assertThat(location(browser.get(pathOf(location(callback)))))
                .isEqualTo("/?problem=SIGN_IN_FAILED");
    }

    /** Whoever planted a session in a browser, or took one from it, has nothing of the next. */
    @Test
    void beginsANewSessionAndEndsTheFormerOne() {
        String former = sessionOf(person.signIn("/"));
        String next = sessionOf(person.signIn("/"));
        assertThat(next).isNotEqualTo(former);
        assertThat(isSignedIn(next)).isTrue();
        assertThat(isSignedIn(former)).isFalse();
    }

    @Test
    void takesNoSessionThatABrowserMadeUp() {
        assertThat(isSignedIn("kith_session=0123456789abcdef0123456789abcdef")).isFalse();
    }

    private boolean isSignedIn(String cookie) {
        return json(server.http().get("/auth/session", "Cookie", cookie))
                .path("signedIn")
                .asBoolean();
    }

    private static String sessionOf(HttpResponse<String> landed) {
        return landed.headers().allValues("Set-Cookie").stream()
                .filter(header -> header.startsWith("kith_session="))
                .map(header -> header.substring(0, header.indexOf(';')))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void neverSendsABrowserToAnotherSite() {
        assertThat(location(person.signIn("https://evil.example/"))).isEqualTo("/");
    }

    @Test
    void signsOutHereAndAtTheProvider() {
        person.signIn("/");
        String token = person.csrfToken();
        assertThat(browser.post("/auth/logout", "").statusCode()).isEqualTo(403);
        HttpResponse<String> answer = browser.post("/auth/logout", "", "X-CSRF-Token", token);
        assertThat(json(answer).path("redirect").asString()).isEqualTo(server.url() + "/");
        assertThat(json(browser.get("/auth/session")).path("signedIn").asBoolean()).isFalse();
        // A new sign-in meets the form again, not a session that is still open at the provider.
        assertThat(person.signInPage("/").body()).contains("password");
    }
}
