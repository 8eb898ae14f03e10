package kith.runtime.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import kith.runtime.sql.ExecutedStatement;
import kith.runtime.sql.StatementListener;

/** Remembers the statements that ran, so that tests can count and read them. */
public final class CountedStatements implements StatementListener {

    private final List<ExecutedStatement> executed = new CopyOnWriteArrayList<>();

    @Override
    public void executed(ExecutedStatement statement) {
        executed.add(statement);
    }

    /** How many statements touched data since the last {@link #forget()}. */
    public int dataCount() {
        return (int) count(ExecutedStatement.Kind.DATA);
    }

    /** How many round trips began, set or ended something. */
    public int controlCount() {
        return (int) count(ExecutedStatement.Kind.CONTROL);
    }

    private long count(ExecutedStatement.Kind kind) {
        return executed.stream().filter(statement -> statement.kind() == kind).count();
    }

    public List<ExecutedStatement> all() {
        return List.copyOf(executed);
    }

    public void forget() {
        executed.clear();
    }
}
