package kith.runtime.rule;

import kith.runtime.access.Caller;

/** Port: who listens to the rules of a transaction. Asked once for each transaction. */
@FunctionalInterface
public interface RuleObservers {

    /** Nobody ever listens. */
    RuleObservers NOBODY = _ -> RuleObserver.NONE;

    RuleObserver of(Caller caller);
}
