package kith.script;

/** Turns the text of a rule into something that {@code ScriptLoader} can load. */
public interface ScriptCompiler {

    CompileResult compile(ScriptSource source, ScriptTypes types);
}
