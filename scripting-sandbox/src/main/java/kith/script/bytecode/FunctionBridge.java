package kith.script.bytecode;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Gives a closure's class the two methods by which the library calls it: {@code invoke} chooses the
 * closure's code by the number of arguments and converts them, without reflection.
 */
final class FunctionBridge {

    private static final int THIS = 0;
    private static final int ARGUMENTS = 1;

    private FunctionBridge() {}

    static void add(ClassNode function) {
        List<MethodNode> bodies = new ArrayList<>();
        int arity = 0;
        for (MethodNode method : function.methods) {
            if (method.name.equals("doCall")) {
                bodies.add(method);
                arity = Math.max(arity, Type.getArgumentCount(method.desc));
            }
        }
        function.methods.add(invoke(function.name, bodies, arity));
        function.methods.add(arity(arity));
    }

    private static MethodNode invoke(String owner, List<MethodNode> bodies, int arity) {
        var invoke =
                new MethodNode(
                        Opcodes.ACC_PUBLIC,
                        "invoke",
                        "([Ljava/lang/Object;)Ljava/lang/Object;",
                        null,
                        null);
        InsnList code = invoke.instructions;
        code.add(new VarInsnNode(Opcodes.ALOAD, ARGUMENTS));
        code.add(new LdcInsnNode(arity));
        code.add(Library.arguments());
        code.add(new VarInsnNode(Opcodes.ASTORE, ARGUMENTS));
        for (MethodNode body : bodies) {
            var next = new LabelNode();
            code.add(new VarInsnNode(Opcodes.ALOAD, ARGUMENTS));
            code.add(new InsnNode(Opcodes.ARRAYLENGTH));
            code.add(new LdcInsnNode(Type.getArgumentCount(body.desc)));
            code.add(new JumpInsnNode(Opcodes.IF_ICMPNE, next));
            callBody(code, owner, body);
            code.add(next);
        }
        code.add(Library.wrongArguments());
        code.add(new InsnNode(Opcodes.ATHROW));
        return invoke;
    }

    private static void callBody(InsnList code, String owner, MethodNode body) {
        code.add(new VarInsnNode(Opcodes.ALOAD, THIS));
        Type[] parameters = Type.getArgumentTypes(body.desc);
        for (int i = 0; i < parameters.length; i++) {
            code.add(new VarInsnNode(Opcodes.ALOAD, ARGUMENTS));
            code.add(new LdcInsnNode(i));
            code.add(new InsnNode(Opcodes.AALOAD));
            convert(code, parameters[i]);
        }
        code.add(new MethodInsnNode(Opcodes.INVOKEVIRTUAL, owner, "doCall", body.desc, false));
        Type result = Type.getReturnType(body.desc);
        if (result.getSort() == Type.VOID) {
            code.add(new InsnNode(Opcodes.ACONST_NULL));
        } else {
            Boxing.box(code, result);
        }
        code.add(new InsnNode(Opcodes.ARETURN));
    }

    private static void convert(InsnList code, Type parameter) {
        switch (parameter.getSort()) {
            case Type.OBJECT -> {
                String name = parameter.getInternalName();
                if (name.equals("java/lang/Object")) {
                    return;
                }
                if (!name.startsWith(Library.PACKAGE) && !name.startsWith("script/")) {
                    code.add(new LdcInsnNode(name));
                    code.add(Library.cast());
                }
                code.add(new TypeInsnNode(Opcodes.CHECKCAST, name));
            }
            case Type.ARRAY ->
                    code.add(new TypeInsnNode(Opcodes.CHECKCAST, parameter.getInternalName()));
            default -> code.add(Library.toPrimitive(parameter, 0));
        }
    }

    private static MethodNode arity(int arity) {
        var method = new MethodNode(Opcodes.ACC_PUBLIC, "arity", "()I", null, null);
        method.instructions.add(new LdcInsnNode(arity));
        method.instructions.add(new InsnNode(Opcodes.IRETURN));
        return method;
    }
}
