package kith.runtime.rule;

import java.util.Optional;

/**
 * Port: is told what the rules of one transaction did. It is called on the thread of the rules, one
 * call after the other, and must neither wait nor fail; what it hears of may be rolled back later.
 */
@FunctionalInterface
public interface RuleObserver {

    /** Listens to nothing. */
    RuleObserver NONE = _ -> {};

    /** The write begins, perhaps anew after it was undone: what was told before does not count. */
    default void begins() {}

    /**
     * The write came to its end, and its transaction with it. Called on whatever thread that was.
     *
     * @param failure why nothing was written; empty where it was
     */
    default void ends(Optional<Throwable> failure) {}

    /** A run of a rule ended, well or not. Rules that it set off may be told of before it. */
    void ran(RuleReport report);
}
