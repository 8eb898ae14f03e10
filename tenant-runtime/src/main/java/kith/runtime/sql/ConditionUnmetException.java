package kith.runtime.sql;

/** The tenant was as a statement expected it; what the statement demanded beyond that was not. */
public final class ConditionUnmetException extends RuntimeException {

    ConditionUnmetException() {
        super("A statement did not find what it was made for", null, false, false);
    }
}
