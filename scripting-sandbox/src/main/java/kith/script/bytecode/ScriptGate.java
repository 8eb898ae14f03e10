package kith.script.bytecode;

import java.util.LinkedHashMap;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/** The way of compiled classes into the host: verified, then metered. */
public final class ScriptGate {

    /** More than any rule of the allowed size compiles to. */
    private static final int MAX_TOTAL_BYTES = 2 << 20;

    private static final int MAX_CLASSES = 200;

    private ScriptGate() {}

    /**
     * Checks untrusted class files and returns them with the meter woven in.
     *
     * @throws RefusedCodeException where they hold anything that no rule may contain
     */
    public static Map<String, byte[]> admit(Map<String, byte[]> classFiles) {
        Map<String, ClassNode> classes = read(classFiles);
        ScriptVerifier.verify(classes);
        classes.values().forEach(Metering::weave);
        var admitted = new LinkedHashMap<String, byte[]>();
        for (ClassNode node : classes.values()) {
            admitted.put(node.name.replace('/', '.'), ScriptClassWriter.write(node, classes));
        }
        return admitted;
    }

    private static Map<String, ClassNode> read(Map<String, byte[]> classFiles) {
        long bytes = classFiles.values().stream().mapToLong(file -> file.length).sum();
        if (bytes > MAX_TOTAL_BYTES || classFiles.size() > MAX_CLASSES) {
            throw new RefusedCodeException(0, "the rule is too large");
        }
        var classes = new LinkedHashMap<String, ClassNode>();
        classFiles.forEach((name, file) -> {
            var node = new ClassNode();
            new ClassReader(file).accept(node, ClassReader.SKIP_FRAMES);
            classes.put(name, node);
        });
        return classes;
    }
}
