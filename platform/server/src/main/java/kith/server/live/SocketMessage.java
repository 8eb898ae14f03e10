package kith.server.live;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The messages of the protocol {@code graphql-transport-ws}. */
sealed interface SocketMessage {

    /** Opens the conversation; the payload says who calls. */
    record Init(Map<String, String> payload) implements SocketMessage {}

    /** Asks whether the other side is there. */
    record Ping(Optional<JsonNode> payload) implements SocketMessage {}

    /** Says so. */
    record Pong() implements SocketMessage {}

    /** Begins an operation. */
    @SuppressWarnings("ArrayRecordComponent") // two messages are never compared
    record Subscribe(String id, byte[] payload) implements SocketMessage {}

    /** Ends an operation. */
    record Complete(String id) implements SocketMessage {}

    /** A message that the protocol does not know. */
    record Malformed(String reason) implements SocketMessage {}

    JsonMapper JSON = new JsonMapper();
    int LONGEST_ID = 128;
    byte[] END = "}".getBytes(StandardCharsets.UTF_8);

    static SocketMessage read(String text) {
        JsonNode message;
        try {
            message = JSON.readTree(text);
        } catch (JacksonException malformed) {
            return new Malformed("not JSON");
        }
        String id = message.path("id").asString("");
        JsonNode payload = message.path("payload");
        return switch (message.path("type").asString("")) {
            case "connection_init" -> new Init(texts(payload));
            case "ping" ->
                    new Ping(payload.isMissingNode() ? Optional.empty() : Optional.of(payload));
            case "pong" -> new Pong();
            case "subscribe" ->
                    id.isEmpty() || id.length() > LONGEST_ID || !payload.isObject()
                            ? new Malformed("subscribe needs an id and a payload")
                            : new Subscribe(id, JSON.writeValueAsBytes(payload));
            case "complete" ->
                    id.isEmpty() ? new Malformed("complete needs an id") : new Complete(id);
            default -> new Malformed("unknown type");
        };
    }

    private static Map<String, String> texts(JsonNode payload) {
        Map<String, String> texts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        payload.properties()
                .forEach(member -> {
                    if (member.getValue().isString()) {
                        texts.put(member.getKey(), member.getValue().stringValue());
                    }
                });
        return texts;
    }

    /** The answer to {@link Init}. */
    static List<byte[]> ack() {
        return List.of(JSON.writeValueAsBytes(Map.of("type", "connection_ack")));
    }

    /** The answer to {@link Ping}. */
    static List<byte[]> pong(Ping ping) {
        return List.of(
                JSON.writeValueAsBytes(
                        ping.payload()
                                .<Map<String, Object>>map(
                                        payload -> Map.of("type", "pong", "payload", payload))
                                .orElse(Map.of("type", "pong"))));
    }

    /** An answer of an operation. */
    static List<byte[]> next(String id, LiveAnswer answer) {
        List<byte[]> chunks = new ArrayList<>();
        chunks.add(opening(id, "next"));
        chunks.addAll(answer.json());
        chunks.add(END);
        return chunks;
    }

    /** An operation is refused, or ends with a failure. */
    static List<byte[]> error(String id, byte[] errors) {
        return List.of(opening(id, "error"), errors, END);
    }

    private static byte[] opening(String id, String type) {
        return "{\"id\":%s,\"type\":\"%s\",\"payload\":"
                .formatted(JSON.writeValueAsString(id), type)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** An operation has no more answers. */
    static List<byte[]> complete(String id) {
        return List.of(JSON.writeValueAsBytes(Map.of("id", id, "type", "complete")));
    }
}
