package kith.runtime.read;

/** One key of an order of groups. */
public record GroupOrder(Target target, boolean isDescending, boolean nullsLast) {

    /** By what. */
    public sealed interface Target {}

    /**
     * One of the keys of the groups.
     *
     * @param index counted from 0
     */
    public record Key(int index) implements Target {}

    /** What is computed over each group. */
    public record Measured(Measure measure) implements Target {}
}
