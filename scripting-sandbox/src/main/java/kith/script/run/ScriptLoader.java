package kith.script.run;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Map;
import kith.script.CompiledScript;
import kith.script.bytecode.DictionaryClasses;
import kith.script.bytecode.RefusedCodeException;
import kith.script.bytecode.ScriptGate;
import kith.script.library.ScriptBody;
import kith.script.library.ScriptClock;
import kith.script.library.ScriptCrm;
import kith.script.library.ScriptLimits;
import kith.script.library.ScriptLog;
import kith.script.library.ScriptObject;

/**
 * Takes compiled rules into this process. It trusts none: each is verified as if it came from a
 * stranger, metered, and defined in a class loader of its own.
 */
public final class ScriptLoader {

    private static final MethodType GIVEN =
            MethodType.methodType(
                    void.class,
                    ScriptObject.class,
                    ScriptObject.class,
                    List.class,
                    boolean.class,
                    String.class,
                    ScriptCrm.class,
                    ScriptLog.class,
                    ScriptLimits.class,
                    ScriptClock.class);

    private ScriptLoader() {}

    /**
     * Verifies a rule that is to be loaded elsewhere.
     *
     * @throws InvalidScriptException where the classes hold anything that no rule may contain
     */
    public static void check(CompiledScript script) {
        admitted(script);
    }

    /**
     * @throws InvalidScriptException where the classes hold anything that no rule may contain
     */
    public static LoadedScript load(CompiledScript script) {
        try {
            Class<?> body = new RuleClassLoader(admitted(script)).loadClass(DictionaryClasses.RULE);
            MethodHandle constructor =
                    MethodHandles.publicLookup()
                            .findConstructor(body, GIVEN)
                            .asType(GIVEN.changeReturnType(ScriptBody.class));
            return new LoadedScript(script, body, constructor);
        } catch (InvalidScriptException e) {
            throw e;
        } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
            throw damaged(script, e);
        }
    }

    private static Map<String, byte[]> admitted(CompiledScript script) {
        try {
            return ScriptGate.admit(script.classes());
        } catch (RefusedCodeException e) {
            throw new InvalidScriptException(script.name(), e.reason(), e);
        } catch (RuntimeException e) {
            throw damaged(script, e);
        }
    }

    private static InvalidScriptException damaged(CompiledScript script, Throwable cause) {
        return new InvalidScriptException(script.name(), "its classes are damaged", cause);
    }
}
