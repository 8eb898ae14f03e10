package kith.runtime.trace;

import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;

/**
 * What a tenant keeps in its debug log.
 *
 * @param days for which a run is kept, from 1 to {@link #MOST_DAYS}
 */
public record RuleLogSetting(LogLevel level, int days) {

    public static final int MOST_DAYS = 30;

    /** Of tenants that never chose. */
    public static final RuleLogSetting STANDARD = new RuleLogSetting(LogLevel.OFF, 7);

    public RuleLogSetting {
        if (days < 1 || days > MOST_DAYS) {
            throw new ProblemException(
                    Problem.of(
                                    TraceProblem.LOG_DAYS_INVALID,
                                    "Runs are kept for 1 to %d days".formatted(MOST_DAYS))
                            .at("days"));
        }
    }
}
