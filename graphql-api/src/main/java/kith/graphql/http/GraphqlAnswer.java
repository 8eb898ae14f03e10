package kith.graphql.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a web server sends.
 *
 * @param headers beside Content-Type
 * @param body the chunks of the body, in their order; sent as they are
 */
public record GraphqlAnswer(
        int status, String contentType, Map<String, String> headers, List<byte[]> body) {

    public GraphqlAnswer {
        headers = Map.copyOf(headers);
        body = List.copyOf(body);
    }

    /** The same with more headers. */
    public GraphqlAnswer with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(headers);
        all.putAll(more);
        return new GraphqlAnswer(status, contentType, all, body);
    }

    /** The length of the body in bytes. */
    public int contentLength() {
        return body.stream().mapToInt(chunk -> chunk.length).sum();
    }
}
