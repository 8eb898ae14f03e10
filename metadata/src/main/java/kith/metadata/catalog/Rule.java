package kith.metadata.catalog;

import java.util.List;
import java.util.Optional;
import kith.metadata.RuleDefinition;
import kith.metadata.catalog.RuleCompiler.ScriptProblem;

/**
 * A rule with its script compiled, or with a {@link BrokenProgram}.
 *
 * @param condition computes whether the rule is called for a record; empty where it always is
 */
public record Rule(RuleDefinition definition, RuleProgram program, Optional<Formula> condition) {

    /** A rule that is called for all records. */
    public Rule(RuleDefinition definition, RuleProgram program) {
        this(definition, program, Optional.empty());
    }

    /** Whether its script compiles no longer. */
    public boolean isBroken() {
        return program instanceof BrokenProgram;
    }

    /** Why its script compiles no longer; empty where it does. */
    public List<ScriptProblem> problems() {
        return program instanceof BrokenProgram(var problems) ? problems : List.of();
    }
}
