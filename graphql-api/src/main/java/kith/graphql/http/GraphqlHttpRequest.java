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
 * @param traceId names the request in logs and errors
 */
@SuppressWarnings("ArrayRecordComponent") // two requests are never compared
public record GraphqlHttpRequest(
        String method,
        Optional<String> accept,
        Optional<String> contentType,
        Map<String, String> parameters,
        byte[] body,
        String traceId) {

    public GraphqlHttpRequest {
        parameters = Map.copyOf(parameters);
    }

    boolean isGet() {
        return method.equals("GET");
    }
}
