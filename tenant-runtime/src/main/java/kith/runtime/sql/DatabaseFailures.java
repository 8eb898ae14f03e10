package kith.runtime.sql;

import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTimeoutException;
import java.io.IOException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;

/** Says what a failure of the driver, the pool or PostgreSQL means to the caller. */
public final class DatabaseFailures {

    private DatabaseFailures() {}

    /** The failure as a problem; what is not the database's stays as it is. */
    public static Throwable translated(Throwable failure) {
        return switch (failure) {
            case R2dbcTimeoutException timeout -> DatabaseProblem.DATABASE_BUSY.because(timeout);
            case R2dbcException refused -> code(refused).because(refused);
            case RejectedExecutionException full -> DatabaseProblem.DATABASE_BUSY.because(full);
            case TimeoutException late -> DatabaseProblem.DATABASE_BUSY.because(late);
            case IOException lost -> DatabaseProblem.DATABASE_UNAVAILABLE.because(lost);
            default -> failure;
        };
    }

    /** Whether a statement named a table or a column that is not there. */
    static boolean isOfOtherTables(Throwable failure) {
        return failure instanceof R2dbcException refused
                && ("42P01".equals(refused.getSqlState()) || "42703".equals(refused.getSqlState()));
    }

    private static DatabaseProblem code(R2dbcException failure) {
        String state = failure.getSqlState() == null ? "" : failure.getSqlState();
        return switch (state) {
            // serialization failure, deadlock, lock not available
            case "40001", "40P01", "55P03" -> DatabaseProblem.DATABASE_BUSY;
            // query canceled, idle in transaction for too long
            case "57014", "25P03" -> DatabaseProblem.STATEMENT_TIMEOUT;
            default -> codeOfClass(state, failure);
        };
    }

    private static DatabaseProblem codeOfClass(String state, R2dbcException failure) {
        String stateClass = state.length() < 2 ? "" : state.substring(0, 2);
        return switch (stateClass) {
            case "23" -> DatabaseProblem.CONCURRENT_CHANGE;
            case "08", "53", "57", "58" -> DatabaseProblem.DATABASE_UNAVAILABLE;
            default ->
                    failure instanceof R2dbcNonTransientResourceException
                            ? DatabaseProblem.DATABASE_UNAVAILABLE
                            : DatabaseProblem.DATABASE_FAILURE;
        };
    }
}
