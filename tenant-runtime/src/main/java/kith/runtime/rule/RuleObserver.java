package kith.runtime.rule;

/**
 * Port: is told what the rules of one transaction did. It is called on the thread of the rules, one
 * call after the other, and must neither wait nor fail; what it hears of may be rolled back later.
 */
@FunctionalInterface
public interface RuleObserver {

    /** Listens to nothing. */
    RuleObserver NONE = _ -> {};

    /** A run of a rule ended, well or not. Rules that it set off may be told of before it. */
    void ran(RuleReport report);
}
