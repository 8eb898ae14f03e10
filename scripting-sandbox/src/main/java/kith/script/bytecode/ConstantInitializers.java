package kith.script.bytecode;

import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The methods in which Groovy keeps the numbers of a class. They run when the class is initialized,
 * beyond the meter, so they may only store constants.
 */
final class ConstantInitializers {

    private static final String SWAP = "__$swapInit";
    private static final Set<String> NAMES = Set.of("<clinit>", SWAP);
    private static final Set<String> FIELD_TYPES =
            Set.of(
                    "I",
                    "J",
                    "F",
                    "D",
                    "Ljava/lang/Integer;",
                    "Ljava/lang/Long;",
                    "Ljava/lang/Float;",
                    "Ljava/lang/Double;",
                    "Ljava/math/BigDecimal;",
                    "Ljava/math/BigInteger;");

    private ConstantInitializers() {}

    static boolean isOne(MethodNode method) {
        return NAMES.contains(method.name);
    }

    /** Whether a field may hold such a constant. */
    static boolean isConstant(FieldNode field) {
        return field.name.startsWith("$const$") && FIELD_TYPES.contains(field.desc);
    }

    static void verify(ClassNode owner, MethodNode method) {
        if (!method.desc.equals("()V") || !method.tryCatchBlocks.isEmpty()) {
            throw ScriptVerifier.refused("an initializer");
        }
        for (AbstractInsnNode instruction : method.instructions) {
            boolean isAllowed =
                    switch (instruction) {
                        case LdcInsnNode constant ->
                                constant.cst instanceof Number || constant.cst instanceof String;
                        case FieldInsnNode access ->
                                access.getOpcode() == Opcodes.PUTSTATIC
                                        && access.owner.equals(owner.name);
                        case MethodInsnNode call ->
                                Library.isConstant(call.owner, call.name, call.desc)
                                        || isBoxing(call)
                                        || (method.name.equals("<clinit>")
                                                && call.owner.equals(owner.name)
                                                && call.name.equals(SWAP));
                        default -> {
                            int opcode = instruction.getOpcode();
                            yield opcode < 0
                                    || opcode == Opcodes.RETURN
                                    || (opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.SIPUSH);
                        }
                    };
            if (!isAllowed) {
                throw ScriptVerifier.refused("an initializer");
            }
        }
    }

    private static boolean isBoxing(MethodInsnNode call) {
        return call.name.equals("valueOf")
                && call.getOpcode() == Opcodes.INVOKESTATIC
                && FIELD_TYPES.contains("L" + call.owner + ";")
                && call.desc.charAt(2) == ')';
    }
}
