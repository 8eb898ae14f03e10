package kith.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;
import kith.server.testing.HttpSteps;
import kith.server.testing.TestServer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EventStreamIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String USERS = "subscription { userChanged { kind node { name } } }";

    private final TestServer server = TestServer.shared();

    @Test
    void tellsChangesAsTheyAreMade() {
        String token = server.tenant("events-told");
        try (Events events = open(token, fromNow(token))) {
            makeUser(token, "one");

            Event event = events.next();
            assertThat(event.name()).isEqualTo("next");
            assertThat(event.data().at("/data/userChanged/node/name").asString())
                    .isEqualTo("one Test");
        }
    }

    @Test
    void goesOnAfterTheIdOfTheLastEvent() {
        String token = server.tenant("events-resumed");
        String last;
        try (Events events = open(token, fromNow(token))) {
            makeUser(token, "one");
            last = events.next().id();
        }
        makeUser(token, "two");
        try (Events events = open(token, USERS, "Last-Event-ID", last)) {
            assertThat(events.next().data().at("/data/userChanged/node/name").asString())
                    .isEqualTo("two Test");
        }
    }

    @Test
    void answersAnyOperationAndCompletes() {
        try (Events events = open(server.tenant("events-query"), "{ me { tenant { slug } } }")) {
            assertThat(events.next().data().at("/data/me/tenant/slug").asString())
                    .isEqualTo("events-query");
            assertThat(events.next().name()).isEqualTo("complete");
        }
    }

    @Test
    void tellsWhatIsInvalidAndCompletes() {
        try (Events events =
                open(server.tenant("events-query"), "subscription { nothing { id } }")) {
            assertThat(events.next().data().at("/errors/0/extensions/code").asString())
                    .isEqualTo("GRAPHQL_INVALID");
            assertThat(events.next().name()).isEqualTo("complete");
        }
    }

    @Test
    void takesSubscriptionsByGet() {
        String token = server.tenant("events-get");
        HttpRequest request =
                HttpRequest.newBuilder(
                                server.url()
                                        .resolve(
                                                "/graphql?query="
                                                        + URLEncoder.encode(
                                                                fromNow(token),
                                                                StandardCharsets.UTF_8)))
                        .header("Accept", "text/event-stream")
                        .header("Authorization", "Bearer " + token)
                        .build();
        try (Events events = new Events(request)) {
            makeUser(token, "got");
            assertThat(events.next().data().at("/data/userChanged/kind").asString())
                    .isEqualTo("CREATED");
        }
    }

    @Test
    void refusesBeforeTheStreamWhoIsNotSignedIn() {
        HttpResponse<String> answer =
                server.http()
                        .post(
                                "/graphql",
                                JSON.writeValueAsString(Map.of("query", USERS)),
                                "Accept",
                                "text/event-stream");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(HttpSteps.code(answer)).isEqualTo("NOT_SIGNED_IN");
    }

    @Test
    void endsWithTheReasonWhenTheTenantIsSuspended() {
        String token = server.tenant("events-suspended");
        try (Events events = open(token, USERS)) {
            server.tenants()
                    .operator("mutation { suspendTenant(slug: \"events-suspended\") { status } }");

            assertThat(events.next().data().at("/errors/0/extensions/code").asString())
                    .isEqualTo("TENANT_SUSPENDED");
            assertThat(events.next().name()).isEqualTo("complete");
        }
    }

    private String fromNow(String token) {
        String cursor =
                HttpSteps.json(
                                server.tenants()
                                        .data(token, "{ changes(first: 1) { latestCursor } }"))
                        .at("/data/changes/latestCursor")
                        .asString();
        return SocketSteps.after(cursor, USERS);
    }

    private Events open(String token, String query, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.url().resolve("/graphql"))
                        .header("Accept", "text/event-stream")
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + token)
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        JSON.writeValueAsString(Map.of("query", query))));
        return new Events((headers.length == 0 ? request : request.headers(headers)).build());
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

    /** An event as it came. */
    private record Event(String name, String id, JsonNode data) {}

    /** A stream that is open. */
    private static final class Events implements AutoCloseable {

        private final HttpClient client = HttpClient.newHttpClient();
        private final Stream<String> stream;
        private final Iterator<String> lines;

        Events(HttpRequest request) {
            HttpResponse<Stream<String>> answer;
            try {
                answer = client.send(request, HttpResponse.BodyHandlers.ofLines());
            } catch (IOException failure) {
                throw new IllegalStateException("no answer", failure);
            } catch (InterruptedException failure) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", failure);
            }
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                    .startsWith("text/event-stream");
            this.stream = answer.body();
            this.lines = stream.iterator();
        }

        Event next() {
            String name = "";
            String id = "";
            String data = "";
            while (true) {
                String line = lines.next();
                if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("data:")) {
                    data = line.substring(5).strip();
                } else if (line.isEmpty() && !name.isEmpty()) {
                    return new Event(name, id, JSON.readTree(data.isEmpty() ? "{}" : data));
                }
            }
        }

        @Override
        public void close() {
            client.shutdownNow();
            stream.close();
        }
    }
}
