package kith.runtime.sql;

/** Told of every statement that ran, for counts and metrics. */
@FunctionalInterface
public interface StatementListener {

    StatementListener NONE = statement -> {};

    /** Called on the connection's thread: it must be quick and must not fail. */
    void executed(ExecutedStatement statement);
}
