package kith.graphql.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kith.metadata.problem.Problem;
import tools.jackson.databind.json.JsonMapper;

/** Writes errors in the form that every endpoint shares. */
public final class ErrorJson {

    private static final JsonMapper JSON = new JsonMapper();

    private ErrorJson() {}

    /** A whole answer without data, or with null as data where it was carried out. */
    static byte[] answer(List<GraphqlError> errors, boolean isExecuted, String traceId) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("errors", errors.stream().map(error -> error(error, traceId)).toList());
        if (isExecuted) {
            answer.put("data", null);
        }
        return JSON.writeValueAsBytes(answer);
    }

    /** One error. */
    public static Map<String, Object> error(GraphqlError error, String traceId) {
        Problem problem = error.problem();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("message", problem.message());
        if (!error.locations().isEmpty()) {
            json.put("locations", error.locations());
        }
        if (!problem.path().isEmpty()) {
            json.put("path", problem.path());
        }
        json.put("extensions", extensions(problem, traceId));
        return json;
    }

    private static Map<String, Object> extensions(Problem problem, String traceId) {
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("code", problem.code().name());
        extensions.put("kind", problem.code().kind().name());
        problem.hint().ifPresent(hint -> extensions.put("hint", hint));
        extensions.putAll(problem.details());
        extensions.put("traceId", traceId);
        return extensions;
    }
}
