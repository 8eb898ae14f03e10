package kith.script.run;

import kith.script.CompiledScript;

/**
 * Where rules run: in this process, or in others that hold nothing worth stealing. A rule behaves
 * alike in both.
 */
public interface ScriptRunner {

    /**
     * Makes a compiled rule ready to run.
     *
     * @throws InvalidScriptException where the classes hold anything that no rule may contain
     */
    RunnableScript prepare(CompiledScript script);

    /** Runs rules on the thread of whoever asks. */
    static ScriptRunner inProcess() {
        return ScriptLoader::load;
    }
}
