package kith.graphql.http;

import java.util.Map;
import java.util.Optional;

/**
 * What a web server knows of a request.
 *
 * @param method in upper case
 * @param accept the value of the header Accept
 * @param contentType the value of the header Content-Type
 * @param parameters the decoded parameters of the address; of repeated ones the first
 * @param body empty where there is none
 * @param idempotencyKey the value of the header Idempotency-Key
 * @param traceId names the request in logs and errors
 */
@SuppressWarnings("ArrayRecordComponent") // two requests are never compared
public record GraphqlHttpRequest(
        String method,
        Optional<String> accept,
        Optional<String> contentType,
        Map<String, String> parameters,
        byte[] body,
        Optional<String> idempotencyKey,
        String traceId) {

    public GraphqlHttpRequest {
        parameters = Map.copyOf(parameters);
    }

    /** A request without an idempotency key. */
    public GraphqlHttpRequest(
            String method,
            Optional<String> accept,
            Optional<String> contentType,
            Map<String, String> parameters,
            byte[] body,
            String traceId) {
        this(method, accept, contentType, parameters, body, Optional.empty(), traceId);
    }

    boolean isGet() {
        return method.equals("GET");
    }
}
