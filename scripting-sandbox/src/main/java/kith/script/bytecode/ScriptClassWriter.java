package kith.script.bytecode;

import java.util.Map;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.ClassNode;

/** Writes classes of a rule, computing their frames without loading them. */
final class ScriptClassWriter extends ClassWriter {

    private final Map<String, ClassNode> classes;

    private ScriptClassWriter(Map<String, ClassNode> classes) {
        super(ClassWriter.COMPUTE_FRAMES);
        this.classes = classes;
    }

    static byte[] write(ClassNode node, Map<String, ClassNode> classes) {
        var writer = new ScriptClassWriter(classes);
        node.accept(writer);
        return writer.toByteArray();
    }

    @Override
    protected String getCommonSuperClass(String first, String second) {
        if (first.equals(second)) {
            return first;
        }
        String firstKnown = known(first);
        String secondKnown = known(second);
        if (firstKnown.equals(secondKnown)) {
            return firstKnown;
        }
        return super.getCommonSuperClass(firstKnown, secondKnown);
    }

    @Override
    protected ClassLoader getClassLoader() {
        return ScriptClassWriter.class.getClassLoader();
    }

    private String known(String name) {
        ClassNode own = classes.get(name);
        return own == null ? name : own.superName;
    }
}
