package kith.graphql.http;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads requests from HTTP. Numbers stay exact. */
final class RequestParser {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build();

    private static final TypeReference<@Nullable Object> ANY = new TypeReference<>() {};

    private RequestParser() {}

    static GraphqlRequest parse(GraphqlHttpRequest request) {
        return switch (request.method()) {
            case "POST" -> fromBody(request);
            case "GET" -> fromParameters(request);
            default ->
                    throw HttpRefusal.methodNotAllowed(
                            "GraphQL takes POST, and GET for queries", "GET, POST");
        };
    }

    private static GraphqlRequest fromBody(GraphqlHttpRequest request) {
        if (!isJson(request.contentType())) {
            throw HttpRefusal.unsupportedMediaType();
        }
        if (request.body().length == 0) {
            throw HttpRefusal.malformed("The request has no body");
        }
        Object body;
        try {
            body = JSON.readValue(request.body(), ANY);
        } catch (JacksonException malformed) {
            throw malformed("The body is not well-formed JSON", malformed);
        }
        if (body instanceof Iterable) {
            throw HttpRefusal.malformed(
                    "Several requests in one are not taken; use several fields in one operation");
        }
        return request(object(body, "The body"), request, false);
    }

    private static GraphqlRequest fromParameters(GraphqlHttpRequest request) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>(request.parameters());
        for (String name : new String[] {"variables", "extensions"}) {
            String text = request.parameters().get(name);
            if (text != null) {
                try {
                    members.put(name, text.isEmpty() ? null : JSON.readValue(text, ANY));
                } catch (JacksonException malformed) {
                    throw malformed("`" + name + "` is not well-formed JSON", malformed);
                }
            }
        }
        return request(members, request, true);
    }

    private static GraphqlRequest request(
            Map<String, @Nullable Object> members, GraphqlHttpRequest request, boolean isReadOnly) {
        if (!(members.get("query") instanceof String query) || query.isBlank()) {
            throw HttpRefusal.malformed("`query` must be the text of a GraphQL document");
        }
        Object operationName = members.get("operationName");
        if (operationName != null && !(operationName instanceof String)) {
            throw HttpRefusal.malformed("`operationName` must be a text");
        }
        object(members.get("extensions"), "`extensions`");
        return new GraphqlRequest(
                query,
                Optional.ofNullable((String) operationName).filter(name -> !name.isEmpty()),
                object(members.get("variables"), "`variables`"),
                isReadOnly,
                request.idempotencyKey().map(key -> IdempotencyKey.of(key, request.body())),
                request.traceId());
    }

    private static Map<String, @Nullable Object> object(@Nullable Object value, String what) {
        if (value == null) {
            return Map.of();
        }
        if (!(value instanceof Map<?, ?> members)) {
            throw HttpRefusal.malformed(what + " must be a JSON object");
        }
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        members.forEach((name, member) -> object.put(String.valueOf(name), member));
        return object;
    }

    private static HttpRefusal malformed(String message, JacksonException cause) {
        var location = cause.getLocation();
        return HttpRefusal.malformed(
                location == null
                        ? message
                        : "%s: line %d, column %d"
                                .formatted(message, location.getLineNr(), location.getColumnNr()));
    }

    private static boolean isJson(Optional<String> contentType) {
        if (contentType.isEmpty()) {
            return false;
        }
        String[] parts = contentType.get().toLowerCase(Locale.ROOT).split(";", -1);
        String type = parts[0].trim();
        if (!type.equals("application/json")
                && !type.equals("application/graphql-response+json")
                && !type.equals("application/graphql+json")) {
            return false;
        }
        for (int index = 1; index < parts.length; index++) {
            String parameter = parts[index].trim().replace("\"", "");
            if (parameter.startsWith("charset=") && !parameter.equals("charset=utf-8")) {
                return false;
            }
        }
        return true;
    }
}
