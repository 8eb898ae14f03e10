package kith.server.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.util.Map;
import kith.server.testing.BrowserSteps;
import kith.server.testing.HttpSteps;
import kith.server.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class WebSocketIT {

    private static final String USERS =
            "subscription { userChanged { kind cursor recordId node { name } } }";

    private final TestServer server = TestServer.shared();

    @Test
    void tellsChangesAsTheyAreMade() {
        String token = server.tenant("socket-told");
        try (SocketSteps socket = SocketSteps.signedIn(server.url(), token)) {
            socket.subscribed("s", USERS);

            makeUser(token, "one");

            JsonNode event = socket.next();
            assertThat(event.get("type").asString()).isEqualTo("next");
            assertThat(event.get("id").asString()).isEqualTo("s");
            assertThat(event.at("/payload/data/userChanged/kind").asString()).isEqualTo("CREATED");
            assertThat(event.at("/payload/data/userChanged/node/name").asString())
                    .isEqualTo("one Test");
        }
    }

    @Test
    void goesOnAfterTheLastCursor() {
        String token = server.tenant("socket-resumed");
        String cursor;
        try (SocketSteps socket = SocketSteps.signedIn(server.url(), token)) {
            socket.subscribed("s", USERS);
            makeUser(token, "one");
            cursor = socket.next().at("/payload/data/userChanged/cursor").asString();
        }
        makeUser(token, "two");
        makeUser(token, "three");
        try (SocketSteps socket = SocketSteps.signedIn(server.url(), token)) {
            socket.subscribe("s", SocketSteps.after(cursor, USERS));

            assertThat(socket.next().at("/payload/data/userChanged/node/name").asString())
                    .isEqualTo("two Test");
            assertThat(socket.next().at("/payload/data/userChanged/node/name").asString())
                    .isEqualTo("three Test");
        }
    }

    @Test
    void answersQueriesAndRefusesWhatIsInvalid() {
        try (SocketSteps socket =
                SocketSteps.signedIn(server.url(), server.tenant("socket-queries"))) {
            assertThat(
                            socket.ask("{ me { tenant { slug } } }")
                                    .at("/data/me/tenant/slug")
                                    .asString())
                    .isEqualTo("socket-queries");
            assertThat(socket.ask("{ nothing }").at("/payload/0/extensions/code").asString())
                    .isEqualTo("GRAPHQL_INVALID");
            assertThat(
                            socket.ask("subscription { userChanged(filter: { nam: 1 }) { kind } }")
                                    .at("/payload/0/extensions/code")
                                    .asString())
                    .isEqualTo("GRAPHQL_INVALID");
        }
    }

    @Test
    void endsASubscriptionWhenItsClientSaysSo() {
        String token = server.tenant("socket-completed");
        try (SocketSteps socket = SocketSteps.signedIn(server.url(), token)) {
            socket.subscribed("s", USERS);
            socket.complete("s");
            makeUser(token, "unheard");
            socket.subscribed("s", USERS);
            makeUser(token, "heard");

            assertThat(socket.next().at("/payload/data/userChanged/node/name").asString())
                    .isEqualTo("heard Test");
        }
    }

    @Test
    void answersPings() {
        try (SocketSteps socket = SocketSteps.open(server.url())) {
            socket.say("ping", Map.of("a", "b"));

            assertThat(socket.next().toString())
                    .contains("\"type\":\"pong\"", "\"payload\":{\"a\":\"b\"}");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "nothing|4400",
                "[]|4400",
                "{\"type\":\"start\"}|4400",
                "{\"type\":\"subscribe\"}|4400",
                "{\"type\":\"subscribe\",\"id\":\"\",\"payload\":{}}|4400",
                "{\"type\":\"complete\"}|4400",
                "{\"type\":\"connection_init\"}|4401",
                "{\"type\":\"connection_init\",\"payload\":{\"Authorization\":\"Bearer x\"}}|4401",
                "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":\"{me{user{id}}}\"}}|4401"
            })
    void closesWithACodeWhereAMessageIsWrong(String message, String code) {
        try (SocketSteps socket = SocketSteps.open(server.url())) {
            socket.send(message);

            assertThat(socket.closed()).startsWith(code);
        }
    }

    @Test
    void closesOnBytesAndOnMessagesThatAreTooLong() {
        try (SocketSteps socket = SocketSteps.open(server.url())) {
            socket.sendBytes();
            assertThat(socket.closed()).startsWith("4400");
        }
        try (SocketSteps socket = SocketSteps.open(server.url());
                LoggedErrors errors = LoggedErrors.listen()) {
            socket.send(" ".repeat(GraphqlSocket.LARGEST_MESSAGE + 1));
            assertThat(socket.closed()).startsWith("1009");
            assertThat(errors.messages()).isEmpty();
        }
        try (SocketSteps socket = SocketSteps.open(server.url());
                LoggedErrors errors = LoggedErrors.listen()) {
            String half = " ".repeat(GraphqlSocket.LARGEST_MESSAGE / 2 + 1);
            socket.send(half, half);
            assertThat(socket.closed()).startsWith("1009");
            assertThat(errors.messages()).isEmpty();
        }
    }

    @Test
    void speaksNoOtherProtocol() {
        assertThatThrownBy(() -> SocketSteps.speaking(server.url(), "graphql-ws"))
                .hasCauseInstanceOf(WebSocketHandshakeException.class)
                .cause()
                .extracting(failure ->
                        ((WebSocketHandshakeException) failure).getResponse().statusCode())
                .isEqualTo(400);
    }

    @Test
    void takesOneInitialisationAndEachIdOnce() {
        String token = server.tenant("socket-once");
        try (SocketSteps socket = SocketSteps.signedIn(server.url(), token)) {
            socket.say("connection_init", Map.of("Authorization", "Bearer " + token));
            assertThat(socket.closed()).startsWith("4429");
        }
        try (SocketSteps socket = SocketSteps.signedIn(server.url(), token)) {
            socket.subscribe("s", USERS);
            socket.subscribe("s", USERS);
            assertThat(socket.closed()).startsWith("4409");
        }
    }

    @Test
    void takesSoManySubscriptionsAtOnceAndNoMore() {
        try (SocketSteps socket =
                SocketSteps.signedIn(server.url(), server.tenant("socket-many"))) {
            for (int number = 0; number < SocketConversation.MOST_OPERATIONS; number++) {
                socket.subscribe("s" + number, USERS);
            }
            socket.subscribe("more", USERS);

            JsonNode refused = socket.next();
            assertThat(refused.get("id").asString()).isEqualTo("more");
            assertThat(refused.at("/payload/0/extensions/code").asString())
                    .isEqualTo("TOO_MANY_SUBSCRIPTIONS");
        }
    }

    @Test
    void tellsNothingOfOtherTenants() {
        String mine = server.tenant("socket-mine");
        String theirs = server.tenant("socket-theirs");
        String theirCursor =
                HttpSteps.json(
                                server.tenants()
                                        .data(
                                                theirs,
                                                "{ changes { latestCursor nodes { recordId } } }"))
                        .at("/data/changes/latestCursor")
                        .asString();
        String theirUser =
                HttpSteps.json(server.tenants().data(theirs, "{ me { user { id } } }"))
                        .at("/data/me/user/id")
                        .asString();
        try (SocketSteps socket = SocketSteps.signedIn(server.url(), mine)) {
            socket.subscribe("cursor", SocketSteps.after(theirCursor, USERS));
            assertThat(socket.next().at("/payload/0/extensions/code").asString())
                    .isEqualTo("CURSOR_UNKNOWN");
            socket.subscribed("all", USERS);
            socket.subscribed(
                    "id",
                    USERS.replace(
                            "userChanged",
                            "userChanged(filter: { id: { eq: \"" + theirUser + "\" } })"));

            server.tenants()
                    .data(
                            theirs,
                            "mutation { updateUser(id: \"%s\", data: { title: \"T\" }) { id } }"
                                    .formatted(theirUser));
            makeUser(theirs, "theirs");
            makeUser(mine, "mine");

            JsonNode told = socket.next();
            assertThat(told.get("id").asString()).isEqualTo("all");
            assertThat(told.at("/payload/data/userChanged/node/name").asString())
                    .isEqualTo("mine Test");
            assertThat(socket.isSilent()).isTrue();
        }
    }

    @Test
    void closesWhenTheTenantIsSuspended() {
        String token = server.tenant("socket-suspended");
        try (SocketSteps socket = SocketSteps.signedIn(server.url(), token)) {
            socket.subscribed("s", USERS);

            server.tenants()
                    .operator("mutation { suspendTenant(slug: \"socket-suspended\") { status } }");

            assertThat(socket.closed()).isEqualTo("4403 TENANT_SUSPENDED");
        }
    }

    @Test
    void takesABrowsersSessionOfOurPagesOnly() {
        server.tenant("socket-browser");
        HttpSteps browser = server.http();
        BrowserSteps steps = new BrowserSteps(browser, "admin@socket-browser.localhost");
        HttpResponse<String> signedIn = steps.signIn("/");
        String cookie =
                signedIn.headers().allValues("Set-Cookie").stream()
                        .filter(header -> header.contains("kith_session"))
                        .map(header -> header.substring(0, header.indexOf(';')))
                        .findFirst()
                        .orElseThrow();
        String csrf = steps.csrfToken();
        Map<String, String> proof = Map.of("X-CSRF-Token", csrf, "X-Kith-Tenant", "socket-browser");
        String ours = server.installation().publicUrl().toString();

        try (SocketSteps socket =
                SocketSteps.open(
                        server.url(), "Cookie", cookie, "Origin", "https://evil.example")) {
            socket.say("connection_init", proof);
            assertThat(socket.closed()).isEqualTo("4403 CSRF_TOKEN_INVALID");
        }
        try (SocketSteps socket =
                SocketSteps.open(server.url(), "Cookie", cookie, "Origin", ours)) {
            socket.say("connection_init", Map.of("X-Kith-Tenant", "socket-browser"));
            assertThat(socket.closed()).isEqualTo("4403 CSRF_TOKEN_INVALID");
        }
        try (SocketSteps socket =
                SocketSteps.open(server.url(), "Cookie", cookie, "Origin", ours)) {
            socket.say("connection_init", proof);
            assertThat(socket.next().get("type").asString()).isEqualTo("connection_ack");
            socket.subscribed("s", USERS);

            assertThat(browser.post("/auth/logout", "", "X-CSRF-Token", csrf).statusCode())
                    .isEqualTo(200);

            assertThat(socket.closed()).isEqualTo("4401 SESSION_ENDED");
        }
    }

    private void makeUser(String token, String name) {
        HttpResponse<String> made =
                server.tenants()
                        .data(
                                token,
                                """
                                mutation { createUser(data: { name: "%1$s Test", firstName: "%1$s", lastName: "Test",
                                    email: "%1$s@test.localhost" }) { id } }
                                """
                                        .formatted(name));
        assertThat(HttpSteps.code(made)).startsWith("none");
    }
}
