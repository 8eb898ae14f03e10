package kith.server.nodes;

import static kith.server.testing.HttpSteps.code;
import static kith.server.testing.HttpSteps.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import kith.server.testing.BrowserSteps;
import kith.server.testing.HttpSteps;
import kith.server.testing.RedisCable;
import kith.server.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Losing Redis degrades, never corrupts: who has a token goes on, browsers are told to wait. */
class RedisLossIT {

    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final String USERS = "{ users { totalCount } }";
    private static final String SLUG = "without-redis";

    private final RedisCable cable = RedisCable.lay();
    private final TestServer server = TestServer.shared().node(cable.url());
    private final HttpSteps browser = server.http();
    private final BrowserSteps person = new BrowserSteps(browser, "admin@" + SLUG + ".localhost");
    private String token;
    private String csrfToken;

    enum Loss {
        ENDED,
        SILENT
    }

    @BeforeEach
    void signedInBothWays() {
        token = server.tenant(SLUG);
        person.signIn("/");
        csrfToken = person.csrfToken();
        assertThat(code(asBrowser())).startsWith("none");
    }

    @AfterEach
    void end() {
        server.close();
        cable.close();
    }

    @ParameterizedTest
    @EnumSource
    void goesOnForTokensAndComesBackForBrowsers(Loss loss) {
        lose(loss);

        assertTokensGoOn(loss);
        assertBrowsersAreToldToWait();

        cable.mend();
        TestServer.await("the session", LIMIT, () -> code(asBrowser()).startsWith("none"));
        assertThat(json(browser.get("/auth/session")).path("signedIn").asBoolean()).isTrue();
        HttpSteps another = server.http();
        new BrowserSteps(another, "admin@" + SLUG + ".localhost").signIn("/");
        assertThat(json(another.get("/auth/session")).path("signedIn").asBoolean()).isTrue();
    }

    private void lose(Loss loss) {
        switch (loss) {
            case ENDED -> cable.cut();
            case SILENT -> cable.block();
        }
    }

    private void assertTokensGoOn(Loss loss) {
        assertThat(code(server.tenants().data(token, USERS))).startsWith("none");
        String name = "Lost" + loss.name().charAt(0);
        assertThat(
                        server.tenants()
                                .metadata(
                                        token,
                                        """
                                        mutation { createObject(input: { name: "%1$s", label: "%1$s",
                                            pluralLabel: "%1$ss" }) { name } }
                                        """
                                                .formatted(name))
                                .body())
                .contains(name)
                .doesNotContain("errors");
        assertThat(
                        server.tenants()
                                .operator(
                                        "{ tenant(slug: \"%s\") { usage { requests } } }"
                                                .formatted(SLUG))
                                .at("/data/tenant/usage/requests")
                                .isNumber())
                .isTrue();
        assertThat(server.http().get("/actuator/health/readiness").body()).contains("UP");
    }

    private void assertBrowsersAreToldToWait() {
        TestServer.await(
                "the refusal", LIMIT, () -> code(asBrowser()).equals("SESSIONS_UNAVAILABLE"));
        HttpResponse<String> refused = asBrowser();
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.body()).doesNotContain("redisson", "Exception");
        assertThat(browser.get("/auth/session").statusCode()).isEqualTo(503);
        HttpResponse<String> begun = server.http().get("/auth/login?returnTo=/");
        assertThat(BrowserSteps.location(begun)).isEqualTo("/?problem=SESSIONS_UNAVAILABLE");
        HttpResponse<String> ended = browser.post("/auth/logout", "", "X-CSRF-Token", csrfToken);
        assertThat(ended.statusCode()).isEqualTo(503);
    }

    private HttpResponse<String> asBrowser() {
        return browser.graphql("/graphql", USERS, "X-CSRF-Token", csrfToken, "X-Kith-Tenant", SLUG);
    }
}
