package kith.runtime.sql;

import java.time.Duration;
import kith.metadata.problem.ProblemKind;
import org.jspecify.annotations.Nullable;

/**
 * A statement that ran.
 *
 * @param tenant key of the tenant, or 0 for the registry
 * @param text the statement without its values
 * @param failure the kind of its failure, or null when it succeeded
 */
public record ExecutedStatement(
        Kind kind, int tenant, String text, Duration time, @Nullable ProblemKind failure) {

    /** Whether a statement touches data. */
    public enum Kind {
        /** Reads or writes rows. */
        DATA,
        /** Begins, sets or ends: no rows of tenants. */
        CONTROL
    }
}
