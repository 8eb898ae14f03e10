package kith.server.live;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of {@code graphql-transport-ws}, as far as tests need one. */
final class SocketSteps implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
    private final CompletableFuture<String> closed = new CompletableFuture<>();
    private final WebSocket socket;

    private SocketSteps(URI server, String protocol, String... headers) {
        WebSocket.Builder builder =
                client.newWebSocketBuilder().connectTimeout(LONGEST).subprotocols(protocol);
        for (int index = 0; index < headers.length; index += 2) {
            builder.header(headers[index], headers[index + 1]);
        }
        this.socket =
                builder.buildAsync(
                                URI.create(server.toString().replace("http", "ws") + "/graphql"),
                                new Ear())
                        .join();
    }

    static SocketSteps open(URI server, String... headers) {
        return new SocketSteps(server, "graphql-transport-ws", headers);
    }

    static SocketSteps speaking(URI server, String protocol) {
        return new SocketSteps(server, protocol);
    }

    /** A conversation that is under way. */
    static SocketSteps signedIn(URI server, String token) {
        SocketSteps steps = open(server);
        steps.say("connection_init", Map.of("Authorization", "Bearer " + token));
        if (!steps.next().get("type").asString().equals("connection_ack")) {
            throw new AssertionError("not acknowledged");
        }
        return steps;
    }

    void say(String type, Map<String, String> payload) {
        send(JSON.writeValueAsString(Map.of("type", type, "payload", payload)));
    }

    void subscribe(String id, String query) {
        send(
                JSON.writeValueAsString(
                        Map.of("id", id, "type", "subscribe", "payload", Map.of("query", query))));
    }

    /** Begins a subscription to whatever comes from this moment on. */
    void subscribed(String id, String query) {
        String cursor =
                ask("{ changes(first: 1) { latestCursor } }")
                        .at("/data/changes/latestCursor")
                        .asString();
        subscribe(id, after(cursor, query));
    }

    /** A subscription to users, from a cursor on. */
    static String after(String cursor, String query) {
        String argument = "userChanged(after: \"" + cursor + "\"";
        return query.contains("userChanged(")
                ? query.replace("userChanged(", argument + ", ")
                : query.replace("userChanged", argument + ")");
    }

    /** The answer to a query. */
    JsonNode ask(String query) {
        String id = "ask" + System.nanoTime();
        subscribe(id, query);
        JsonNode answer = next();
        if (!answer.path("id").asString("").equals(id)) {
            throw new AssertionError("another answer: " + answer);
        }
        return answer.get("type").asString().equals("error") ? answer : completed(answer, id);
    }

    private JsonNode completed(JsonNode answer, String id) {
        JsonNode end = next();
        if (!end.get("type").asString().equals("complete")
                || !end.get("id").asString().equals(id)) {
            throw new AssertionError("not completed: " + end);
        }
        return answer.get("payload");
    }

    void complete(String id) {
        send(JSON.writeValueAsString(Map.of("id", id, "type", "complete")));
    }

    void send(String text) {
        socket.sendText(text, true).join();
    }

    /** One message in two frames. */
    void send(String begin, String end) {
        socket.sendText(begin, false).join();
        socket.sendText(end, true).join();
    }

    void sendBytes() {
        socket.sendBinary(ByteBuffer.wrap(new byte[] {1}), true).join();
    }

    /** The next message. */
    JsonNode next() {
        try {
            return Objects.requireNonNull(
                    heard.poll(LONGEST.toSeconds(), TimeUnit.SECONDS),
                    () -> "nothing was said; closed: " + closed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    boolean isSilent() {
        return heard.isEmpty();
    }

    /** The code and the reason with which the server closes. */
    String closed() {
        try {
            return closed.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        } catch (ExecutionException | TimeoutException failure) {
            throw new AssertionError(failure);
        }
    }

    @Override
    public void close() {
        socket.abort();
        client.close();
    }

    private final class Ear implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                heard.add(JSON.readTree(text.toString()));
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            closed.complete(status + " " + reason);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable failure) {
            closed.completeExceptionally(failure);
        }
    }
}
