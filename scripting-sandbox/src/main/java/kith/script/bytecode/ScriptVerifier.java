package kith.script.bytecode;

import java.util.List;
import java.util.Map;
import java.util.Set;
import kith.script.allow.AllowList;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Accepts the classes of a rule only if they consist of its body and closures and refer to nothing
 * but themselves, the rule library and the listed part of the JDK. It trusts no one: neither the
 * compiler's process nor where compiled rules are stored.
 */
public final class ScriptVerifier {

    /** Java 17, which the compiler is told to write. */
    private static final int CLASS_VERSION = 61;

    private static final int MAX_LOCALS = 255;
    private static final int MAX_STACK = 255;

    private static final Set<String> RESERVED_METHODS =
            Set.of(
                    "clone",
                    "finalize",
                    "readExternal",
                    "readObject",
                    "readResolve",
                    "writeExternal",
                    "writeObject",
                    "writeReplace");

    private final AllowList allowList = AllowList.standard();
    private final Map<String, ClassNode> classes;

    private ScriptVerifier(Map<String, ClassNode> classes) {
        this.classes = classes;
    }

    /** Classes by internal name, as read from untrusted class files. */
    static void verify(Map<String, ClassNode> classes) {
        if (!classes.containsKey(DictionaryClasses.RULE_INTERNAL)) {
            throw new RefusedCodeException(0, "the rule has no body");
        }
        var verifier = new ScriptVerifier(classes);
        classes.forEach(verifier::verifyClass);
    }

    private void verifyClass(String name, ClassNode node) {
        boolean isBody = name.equals(DictionaryClasses.RULE_INTERNAL);
        boolean hasItsShape =
                isBody
                        ? node.superName.equals("java/lang/Object")
                                && node.interfaces.equals(List.of(Library.BODY))
                        : name.startsWith(DictionaryClasses.RULE_INTERNAL + "$_")
                                && node.superName.equals(Library.FUNCTION)
                                && node.interfaces.isEmpty();
        int unusual =
                Opcodes.ACC_INTERFACE
                        | Opcodes.ACC_ABSTRACT
                        | Opcodes.ACC_ANNOTATION
                        | Opcodes.ACC_ENUM
                        | Opcodes.ACC_MODULE
                        | Opcodes.ACC_RECORD;
        if (!node.name.equals(name)
                || !hasItsShape
                || node.version != CLASS_VERSION
                || (node.access & unusual) != 0
                || node.nestHostClass != null
                || node.nestMembers != null
                || node.outerClass != null
                || !node.innerClasses.isEmpty()
                || node.permittedSubclasses != null
                || node.recordComponents != null
                || node.module != null) {
            throw refused("a class of an unusual form");
        }
        node.fields.forEach(this::verifyField);
        for (MethodNode method : node.methods) {
            verifyMethod(node, method);
        }
    }

    private void verifyField(FieldNode field) {
        boolean isStatic = (field.access & Opcodes.ACC_STATIC) != 0;
        if (isStatic && !ConstantInitializers.isConstant(field)) {
            throw refused("a static field");
        }
        verifyType(Type.getType(field.desc), 0);
    }

    private void verifyMethod(ClassNode owner, MethodNode method) {
        int unusual = Opcodes.ACC_NATIVE | Opcodes.ACC_ABSTRACT | Opcodes.ACC_SYNCHRONIZED;
        if ((method.access & unusual) != 0 || RESERVED_METHODS.contains(method.name)) {
            throw refused("a method of an unusual form");
        }
        if (method.maxLocals > MAX_LOCALS || method.maxStack > MAX_STACK) {
            throw new RefusedCodeException(
                    0, "the rule or a method of it is too long; put parts of it into methods");
        }
        verifyTypes(method.desc, 0);
        for (var handler : method.tryCatchBlocks) {
            if (handler.type != null && !CodeVerifier.CAUGHT.contains(handler.type)) {
                throw refused("a handler of this kind");
            }
            // The meter throws in handlers: one that covers itself would never end.
            if (method.instructions.indexOf(handler.handler)
                    < method.instructions.indexOf(handler.end)) {
                throw refused("a handler within what it covers");
            }
        }
        if (ConstantInitializers.isOne(method)) {
            ConstantInitializers.verify(owner, method);
        } else {
            new CodeVerifier(this, owner, method).verify();
        }
    }

    AllowList allowList() {
        return allowList;
    }

    Map<String, ClassNode> classes() {
        return classes;
    }

    void verifyTypes(String methodDescriptor, int line) {
        for (Type argument : Type.getArgumentTypes(methodDescriptor)) {
            verifyType(argument, line);
        }
        verifyType(Type.getReturnType(methodDescriptor), line);
    }

    void verifyType(Type type, int line) {
        Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
        if (element.getSort() == Type.OBJECT
                && !classes.containsKey(element.getInternalName())
                && !allowList.isType(element.getInternalName())) {
            throw new RefusedCodeException(
                    line,
                    "%s is not available in rules"
                            .formatted(
                                    element.getInternalName()
                                            .substring(
                                                    element.getInternalName().lastIndexOf('/')
                                                            + 1)));
        }
    }

    static RefusedCodeException refused(String what) {
        return new RefusedCodeException(0, what + " is not allowed in a rule");
    }
}
