package kith.graphql.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A GraphQL request as it was sent.
 *
 * @param variables String, Boolean, Integer, Long, BigInteger, BigDecimal, List, Map or null
 * @param isReadOnly came by a method that must not change anything
 * @param idempotencyKey given where a mutation shall be carried out once, however often it is sent
 * @param traceId names the request in logs and errors
 */
public record GraphqlRequest(
        String query,
        Optional<String> operationName,
        Map<String, @Nullable Object> variables,
        boolean isReadOnly,
        Optional<IdempotencyKey> idempotencyKey,
        String traceId) {

    public GraphqlRequest {
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    }

    /** Refuses a request that came by a method that must not change anything. */
    public void requireMayWrite() {
        if (isReadOnly) {
            throw HttpRefusal.methodNotAllowed("A mutation takes POST", "POST");
        }
    }
}
