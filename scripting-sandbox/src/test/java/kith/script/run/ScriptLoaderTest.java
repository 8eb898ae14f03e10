package kith.script.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import kith.script.CompiledScript;
import kith.script.Limits;
import kith.script.ScriptSource;
import kith.script.corpus.RuleBench;
import kith.script.corpus.SampleCrm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptLoaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.lang.System",
                "java.lang.Runtime",
                "java.lang.Class",
                "java.lang.Thread",
                "java.lang.invoke.MethodHandles",
                "groovy.lang.Closure",
                "org.codehaus.groovy.runtime.InvokerHelper",
                "kith.script.run.ScriptRun",
                "kith.script.library.RuleEnvironment",
                "kith.script.meter.LimitError",
                "org.objectweb.asm.ClassReader"
            })
    void showsARuleNothingOfTheHost(String className) {
        var loader = new RuleClassLoader(Map.of());
        assertThatThrownBy(() -> loader.loadClass(className))
                .isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void givesEachRuleALoaderOfItsOwn() {
        LoadedScript first = ScriptLoader.load(RuleBench.compiled("return 1"));
        LoadedScript second = ScriptLoader.load(RuleBench.compiled("return 2"));
        assertThat(loader(first)).isNotSameAs(loader(second));
        assertThat(loader(first).getParent()).isNull();
    }

    @Test
    void refusesDamagedClasses() {
        CompiledScript script = RuleBench.compiled("return [1].collect { it + 1 }");
        for (String name : script.classes().keySet()) {
            Map<String, byte[]> damaged = script.classes();
            damaged.put(name, new byte[] {1, 2, 3});
            assertThatThrownBy(() -> ScriptLoader.load(with(damaged)))
                    .isInstanceOf(InvalidScriptException.class);
            damaged.remove(name);
            assertThatThrownBy(() -> run(with(damaged))).isInstanceOf(RuntimeException.class);
        }
    }

    @Test
    void refusesBytesThatAreNoCompiledRule() {
        assertThatThrownBy(() -> CompiledScript.fromBytes(new byte[100]))
                .isInstanceOf(IllegalArgumentException.class);
        byte[] half = RuleBench.compiled("return 1").toBytes();
        assertThatThrownBy(() -> CompiledScript.fromBytes(Arrays.copyOf(half, half.length / 2)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void unloadsTheClassesOfDroppedRules() {
        CompiledScript script = RuleBench.compiled("[1, 2].each { log.info(it) }");
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            LoadedScript loaded = ScriptLoader.load(script);
            ScriptRun.run(
                    loaded,
                    SampleCrm.opportunity(),
                    null,
                    RuleBench.context(Limits.synchronous(), new SampleCrm(), null));
            loaders.add(new WeakReference<>(loader(loaded)));
        }
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (loaders.stream().anyMatch(each -> each.get() != null)
                && System.nanoTime() < deadline) {
            System.gc();
        }
        assertThat(loaders).allMatch(each -> each.get() == null);
    }

    private static ClassLoader loader(LoadedScript script) {
        Class<?> type = script.bodyClass();
        return Objects.requireNonNull(type.getClassLoader());
    }

    private static void run(CompiledScript script) {
        RuleBench.run(script, SampleCrm.opportunity(), null, Limits.synchronous());
    }

    private static CompiledScript with(Map<String, byte[]> classes) {
        return CompiledScript.of(
                new ScriptSource("rule", "", "Opportunity"),
                new TreeSet<>(),
                new TreeSet<>(),
                List.of(),
                classes);
    }
}
