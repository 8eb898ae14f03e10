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

    long cost() {
        return bound.cost();
    }

    /**
     * The chunks of the body; copies nothing where the records alone are the data.
     *
     * @param remaining of the caller's budget
     */
    List<byte[]> chunks(byte[] records, long remaining) {
        return List.of(DATA, data(records), costs().end(remaining));
    }

    /** The body in one piece, without what is left of a budget: it may be answered again. */
    byte[] whole(byte[] records) {
        ByteArrayOutputStream body = new ByteArrayOutputStream(records.length + 256);
        List.of(DATA, data(records), costs().end()).forEach(body::writeBytes);
        return body.toByteArray();
    }

    private byte[] data(byte[] records) {
        AnswerLayout layout = bound.layout();
        return layout.data(
                records, layout.hasIntrospection() ? Introspection.answer(operation) : Map.of());
    }

    private CostLine costs() {
        return new CostLine(bound.cost(), mostCost);
    }
}
