package kith.script.run;

import java.lang.invoke.MethodHandle;
import java.util.List;
import kith.script.CompiledScript;
import kith.script.ScriptOutcome;
import kith.script.ScriptSubject;

/**
 * A rule ready to run, any number of times and on any number of threads at once. Its classes live
 * as long as this object.
 */
public final class LoadedScript implements RunnableScript {

    private final CompiledScript compiled;
    private final Class<?> bodyClass;
    private final MethodHandle constructor;

    LoadedScript(CompiledScript compiled, Class<?> bodyClass, MethodHandle constructor) {
        this.compiled = compiled;
        this.bodyClass = bodyClass;
        this.constructor = constructor;
    }

    @Override
    public CompiledScript compiled() {
        return compiled;
    }

    public String name() {
        return compiled.name();
    }

    @Override
    public ScriptOutcome run(List<ScriptSubject> subjects, ScriptContext context) {
        return ScriptRun.run(this, subjects, context);
    }

    Class<?> bodyClass() {
        return bodyClass;
    }

    MethodHandle constructor() {
        return constructor;
    }
}
