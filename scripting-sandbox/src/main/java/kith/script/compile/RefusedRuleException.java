package kith.script.compile;

import java.util.List;
import kith.script.ScriptProblem;

/** Ends a compilation with all that was found wrong. */
final class RefusedRuleException extends RuntimeException {

    private final transient List<ScriptProblem> problems;

    RefusedRuleException(List<ScriptProblem> problems) {
        super(problems.getFirst().text(), null, false, false);
        this.problems = problems;
    }

    List<ScriptProblem> problems() {
        return problems;
    }
}
