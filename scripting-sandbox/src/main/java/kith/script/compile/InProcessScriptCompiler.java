package kith.script.compile;

import java.util.List;
import kith.script.CompileResult;
import kith.script.CompiledScript;
import kith.script.ScriptCompiler;
import kith.script.ScriptProblem;
import kith.script.ScriptProblem.Code;
import kith.script.ScriptSource;
import kith.script.ScriptTypes;
import kith.script.bytecode.RefusedCodeException;
import kith.script.bytecode.Retargeting;
import kith.script.bytecode.ScriptGate;
import kith.script.tree.RefusedScriptException;
import kith.script.tree.TextGate;
import org.codehaus.groovy.GroovyBugError;

/**
 * Compiles in this process and on this thread. A rule can keep the compiler busy for minutes and
 * use up its memory, and nothing can stop it: hosts compile through {@code CompileWorkerPool},
 * whose processes use this class.
 */
public final class InProcessScriptCompiler implements ScriptCompiler {

    @Override
    public CompileResult compile(ScriptSource source, ScriptTypes types) {
        try {
            if (types.object(source.objectType()).isEmpty()) {
                return refused(
                        0,
                        Code.UNKNOWN_OBJECT,
                        "there is no object '%s'".formatted(source.objectType()));
            }
            TextGate.check(source.text());
            GroovyFrontEnd.Output compiled = GroovyFrontEnd.compile(source, types);
            var context = compiled.context();
            Retargeting.Output output =
                    Retargeting.retarget(compiled.classes(), context.types().setters());
            // What the loader would refuse is better found while the rule is being written.
            ScriptGate.admit(output.classes());
            context.reads().addAll(output.reads());
            context.writes().addAll(output.writes());
            return new CompileResult.Compiled(
                    CompiledScript.of(
                            source,
                            context.reads(),
                            context.writes(),
                            context.warnings(),
                            output.classes()));
        } catch (RefusedScriptException e) {
            return new CompileResult.Refused(List.of(e.problem()));
        } catch (RefusedRuleException e) {
            return new CompileResult.Refused(e.problems());
        } catch (RefusedCodeException e) {
            return refused(e.line(), Code.NOT_AVAILABLE, e.reason());
        } catch (StackOverflowError e) {
            return refused(0, Code.TOO_COMPLEX, "the rule is nested too deeply");
        } catch (GroovyBugError | RuntimeException e) {
            // The compiler is not ours, and a stranger feeds it: it may fail in any way.
            return refused(0, Code.SYNTAX, "the compiler does not understand this rule");
        }
    }

    private static CompileResult refused(int line, Code code, String message) {
        return new CompileResult.Refused(
                List.of(new ScriptProblem(line, line == 0 ? 0 : 1, code, message, null)));
    }
}
