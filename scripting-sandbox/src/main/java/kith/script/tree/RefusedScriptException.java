package kith.script.tree;

import kith.script.ScriptProblem;
import kith.script.ScriptProblem.Code;
import org.codehaus.groovy.ast.ASTNode;

/** Ends a compilation at the first thing that no rule may contain. */
public final class RefusedScriptException extends RuntimeException {

    private final transient ScriptProblem problem;

    public RefusedScriptException(ScriptProblem problem) {
        super(problem.text(), null, false, false);
        this.problem = problem;
    }

    public static RefusedScriptException at(ASTNode node, Code code, String message) {
        return new RefusedScriptException(
                new ScriptProblem(
                        Math.max(0, node.getLineNumber()),
                        Math.max(0, node.getColumnNumber()),
                        code,
                        message,
                        null));
    }

    public ScriptProblem problem() {
        return problem;
    }
}
