package kith.script.bytecode;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/** Takes out of a compiled class what serves Groovy's metaclasses, reflection and debuggers. */
final class GroovyLeftovers {

    private static final Set<String> METHODS =
            Set.of(
                    "$createCallSiteArray",
                    "$createCallSiteArray_1",
                    "$getCallSiteArray",
                    "$getLookup",
                    "$getStaticMetaClass",
                    "getMetaClass",
                    "setMetaClass");

    private static final Set<String> FIELDS =
            Set.of(
                    "$callSiteArray",
                    "$staticClassInfo",
                    "$staticClassInfo$",
                    "__$stMC",
                    "metaClass",
                    "serialVersionUID");

    private static final List<String> INTERFACES =
            List.of(
                    "groovy/lang/GroovyCallable",
                    "groovy/lang/GroovyObject",
                    "org/codehaus/groovy/runtime/GeneratedClosure");

    private GroovyLeftovers() {}

    static void remove(ClassNode node) {
        node.signature = null;
        node.visibleAnnotations = null;
        node.invisibleAnnotations = null;
        node.visibleTypeAnnotations = null;
        node.invisibleTypeAnnotations = null;
        node.attrs = null;
        node.innerClasses = new ArrayList<>();
        node.nestHostClass = null;
        node.nestMembers = null;
        node.outerClass = null;
        node.outerMethod = null;
        node.outerMethodDesc = null;
        node.interfaces.removeAll(INTERFACES);
        node.methods.removeIf(method -> METHODS.contains(method.name));
        node.fields.removeIf(field -> FIELDS.contains(field.name));
        node.fields.forEach(GroovyLeftovers::strip);
        node.methods.forEach(GroovyLeftovers::strip);
    }

    private static void strip(FieldNode field) {
        field.signature = null;
        field.visibleAnnotations = null;
        field.invisibleAnnotations = null;
        field.visibleTypeAnnotations = null;
        field.invisibleTypeAnnotations = null;
        field.attrs = null;
    }

    private static void strip(MethodNode method) {
        method.access &= ~Opcodes.ACC_VARARGS;
        method.signature = null;
        method.visibleAnnotations = null;
        method.invisibleAnnotations = null;
        method.visibleTypeAnnotations = null;
        method.invisibleTypeAnnotations = null;
        method.visibleParameterAnnotations = null;
        method.invisibleParameterAnnotations = null;
        method.visibleLocalVariableAnnotations = null;
        method.invisibleLocalVariableAnnotations = null;
        method.parameters = null;
        method.localVariables = null;
        method.exceptions = new ArrayList<>();
        method.attrs = null;
    }
}
