package kith.script.bytecode;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import kith.script.allow.StandIns;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Turns Groovy's output to the rule library: every call of Groovy's run time, and every call of the
 * JDK that costs more than a step, becomes a call of a metered method; closures become functions,
 * classes of the dictionary become records. What no allow-list names is refused.
 */
public final class Retargeting {

    /**
     * Classes that link to the library and to the allowed part of the JDK only, and which
     * properties of the dictionary they touch, as {@code Object.property}.
     */
    public record Output(
            Map<String, byte[]> classes, SortedSet<String> reads, SortedSet<String> writes) {}

    private static final Remapper STAND_INS =
            new Remapper(Opcodes.ASM9) {
                @Override
                public String map(String internalName) {
                    return DictionaryClasses.isDictionaryClass(internalName)
                            ? Library.OBJECT
                            : StandIns.of(internalName);
                }
            };

    private final Map<String, String> setters;
    private final Map<String, ClassNode> classes = new LinkedHashMap<>();
    private final SortedSet<String> reads = new TreeSet<>();
    private final SortedSet<String> writes = new TreeSet<>();

    private Retargeting(Map<String, String> setters) {
        this.setters = setters;
    }

    /**
     * @param compiled Groovy's class files by internal name
     * @param setters properties by internal name of a dictionary class, a dot and the setter's name
     */
    public static Output retarget(Map<String, byte[]> compiled, Map<String, String> setters) {
        return new Retargeting(setters).run(compiled);
    }

    private Output run(Map<String, byte[]> compiled) {
        for (byte[] classFile : compiled.values()) {
            var node = new ClassNode();
            new ClassReader(classFile).accept(node, ClassReader.SKIP_FRAMES);
            GroovyLeftovers.remove(node);
            classes.put(node.name, node);
        }
        for (ClassNode node : classes.values()) {
            for (MethodNode method : node.methods) {
                new CallRetargeting(classes, setters, reads, writes).retarget(method);
                ConstructorCalls.toFactories(method);
            }
        }
        var remapped = new LinkedHashMap<String, ClassNode>();
        for (ClassNode node : classes.values()) {
            var target = new ClassNode();
            node.accept(new ClassRemapper(Opcodes.ASM9, target, STAND_INS) {});
            if (target.superName.equals(Library.FUNCTION)) {
                FunctionBridge.add(target);
            } else {
                target.interfaces.add(Library.BODY);
            }
            remapped.put(target.name, target);
        }
        var written = new LinkedHashMap<String, byte[]>();
        for (ClassNode node : remapped.values()) {
            written.put(node.name, ScriptClassWriter.write(node, remapped));
        }
        return new Output(written, reads, writes);
    }
}
