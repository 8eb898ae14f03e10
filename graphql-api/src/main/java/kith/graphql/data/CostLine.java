package kith.graphql.data;

import java.nio.charset.StandardCharsets;

/** The end of an answer: what the operation costs, and what the caller has left. */
final class CostLine {

    private static final byte[] CLOSED = "}}}".getBytes(StandardCharsets.US_ASCII);

    private final long cost;
    private final byte[] open;
    private final byte[] closed;

    /**
     * @param mostCost what an operation may cost
     */
    CostLine(long cost, long mostCost) {
        this.cost = cost;
        this.open =
                ",\"extensions\":{\"cost\":{\"request\":%d,\"limit\":%d"
                        .formatted(cost, mostCost)
                        .getBytes(StandardCharsets.US_ASCII);
        this.closed = joined(open, CLOSED);
    }

    long cost() {
        return cost;
    }

    /** For an answer that others are given as well. */
    byte[] end() {
        return closed;
    }

    /**
     * @param remaining of the caller's budget, or {@link CostMeter#UNLIMITED}
     */
    byte[] end(long remaining) {
        return remaining == CostMeter.UNLIMITED
                ? closed
                : joined(
                        open,
                        (",\"remaining\":" + remaining + "}}}")
                                .getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = new byte[first.length + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
