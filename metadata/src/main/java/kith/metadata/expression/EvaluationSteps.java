package kith.metadata.expression;

import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What expressions may spend that are evaluated together, for all records of a write: a step for
 * each part that is evaluated, and for the length of texts. It is counted, not measured, so the
 * same expressions end at the same place each time.
 */
public final class EvaluationSteps {

    /** About a second; ten thousand records with twenty conditions of fifty parts take a fifth. */
    private static final long MOST = 50_000_000;

    private static final int CHARACTERS_A_STEP_BITS = 6;

    private long left;

    /** For the expressions of one write. */
    public EvaluationSteps() {
        this(MOST);
    }

    EvaluationSteps(long most) {
        this.left = most;
    }

    /** Pays for a part, and for the text that it gives. */
    void take(@Nullable Object value) {
        spend(value instanceof String text ? 1 + (text.length() >> CHARACTERS_A_STEP_BITS) : 1);
    }

    /**
     * Pays for so many steps.
     *
     * @throws ProblemException where they are more than are left
     */
    void spend(long steps) {
        left -= steps;
        if (left < 0) {
            throw new ProblemException(
                    Problem.of(
                                    ExpressionProblem.EXPRESSIONS_TOO_COSTLY,
                                    "The conditions, defaults and formulas of this write take more steps than they may")
                            .hint("Write fewer records at a time, or make them simpler."));
        }
    }
}
