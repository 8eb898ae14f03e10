package kith.metadata.catalog;

import java.util.List;
import kith.metadata.RuleDefinition;
import kith.metadata.catalog.RuleCompiler.ScriptProblem;

/** A rule with its script compiled, or with a {@link BrokenProgram}. */
public record Rule(RuleDefinition definition, RuleProgram program) {

    /** Whether its script compiles no longer. */
    public boolean isBroken() {
        return program instanceof BrokenProgram;
    }

    /** Why its script compiles no longer; empty where it does. */
    public List<ScriptProblem> problems() {
        return program instanceof BrokenProgram(var problems) ? problems : List.of();
    }
}
