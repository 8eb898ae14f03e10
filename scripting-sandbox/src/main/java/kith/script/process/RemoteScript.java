package kith.script.process;

import java.util.List;
import kith.script.CompiledScript;
import kith.script.ScriptOutcome;
import kith.script.ScriptSubject;
import kith.script.run.RunnableScript;
import kith.script.run.ScriptContext;

/** A rule that processes load when they first run it. */
final class RemoteScript implements RunnableScript {

    private final RunProcesses processes;
    private final int number;
    private final CompiledScript compiled;
    private final byte[] bytes;
    private final PropertyNames names;

    RemoteScript(RunProcesses processes, int number, CompiledScript compiled) {
        this.processes = processes;
        this.number = number;
        this.compiled = compiled;
        this.bytes = compiled.toBytes();
        this.names = PropertyNames.of(compiled);
    }

    @Override
    public CompiledScript compiled() {
        return compiled;
    }

    @Override
    public ScriptOutcome run(List<ScriptSubject> subjects, ScriptContext context) {
        return processes.run(this, subjects, context);
    }

    /** Its name among all rules of this host. */
    int number() {
        return number;
    }

    byte[] bytes() {
        return bytes;
    }

    PropertyNames names() {
        return names;
    }
}
