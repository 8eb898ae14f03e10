package kith.metadata.catalog;

import java.util.List;
import java.util.Set;
import kith.metadata.catalog.RuleCompiler.ScriptProblem;

/**
 * Stands for the program of a rule that compiled when it was stored and does so no longer. Nobody
 * can run it, and nobody may leave it out.
 */
public record BrokenProgram(List<ScriptProblem> problems) implements RuleProgram {

    public BrokenProgram {
        problems = List.copyOf(problems);
    }

    /** Nobody knows. */
    @Override
    public Set<FieldUse> uses() {
        return Set.of();
    }
}
