package kith.graphql.data;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Puts the body of an answer around the bytes of the records.
 *
 * @param mostCost what an operation may cost
 */
record AnswerBody(Operation operation, BoundOperation bound, long mostCost) {

    /** Opens a body. */
    static final byte[] DATA = "{\"data\":".getBytes(StandardCharsets.UTF_8);

    /** The chunks of the body; copies nothing where the records alone are the data. */
    List<byte[]> chunks(byte[] records) {
        return List.of(DATA, data(records), end());
    }

    /** The body in one piece. */
    byte[] whole(byte[] records) {
        ByteArrayOutputStream body = new ByteArrayOutputStream(records.length + 256);
        chunks(records).forEach(body::writeBytes);
        return body.toByteArray();
    }

    private byte[] data(byte[] records) {
        AnswerLayout layout = bound.layout();
        return layout.data(
                records, layout.hasIntrospection() ? Introspection.answer(operation) : Map.of());
    }

    private byte[] end() {
        return end(bound.cost(), mostCost);
    }

    /** Closes a body with what the operation costs. */
    static byte[] end(long cost, long mostCost) {
        return ",\"extensions\":{\"cost\":{\"request\":%d,\"limit\":%d}}}"
                .formatted(cost, mostCost)
                .getBytes(StandardCharsets.UTF_8);
    }
}
