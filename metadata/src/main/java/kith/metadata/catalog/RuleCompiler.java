package kith.metadata.catalog;

import java.util.List;
import java.util.Optional;
import kith.metadata.RuleDefinition;

/**
 * Port: turns the script of a rule into a program typed by the objects of a catalog. It may block.
 */
public interface RuleCompiler {

    /**
     * Compiles one rule.
     *
     * @param objects all objects of the catalog being built, fields bound, rules not yet
     */
    Compilation compile(RuleDefinition rule, List<ObjectType> objects);

    /** How a compilation ended. */
    sealed interface Compilation {}

    /** The script is sound. */
    record Compiled(RuleProgram program) implements Compilation {}

    /** The script is refused; at least one problem. */
    record Refused(List<ScriptProblem> problems) implements Compilation {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /** What is wrong with a script and where; lines and columns count from 1. */
    record ScriptProblem(int line, int column, String message, Optional<String> hint) {}
}
