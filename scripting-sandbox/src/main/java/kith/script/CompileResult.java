package kith.script;

import java.util.List;

/** What came of a compilation. */
public sealed interface CompileResult {

    record Compiled(CompiledScript script) implements CompileResult {}

    /** The rule breaks the language or the limits; there is at least one problem. */
    record Refused(List<ScriptProblem> problems) implements CompileResult {
        public Refused {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("a refusal names its problems");
            }
        }
    }
}
