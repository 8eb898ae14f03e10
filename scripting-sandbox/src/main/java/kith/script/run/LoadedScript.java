package kith.script.run;

import java.lang.invoke.MethodHandle;
import kith.script.CompiledScript;
import kith.script.ScriptOutcome;
import kith.script.ScriptRecord;
import org.jspecify.annotations.Nullable;

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
    public ScriptOutcome run(
            ScriptRecord record, @Nullable ScriptRecord old, ScriptContext context) {
        return ScriptRun.run(this, record, old, context);
    }

    Class<?> bodyClass() {
        return bodyClass;
    }

    MethodHandle constructor() {
        return constructor;
    }
}
