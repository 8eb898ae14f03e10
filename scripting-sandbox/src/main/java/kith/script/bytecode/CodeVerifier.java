package kith.script.bytecode;

import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Checks the instructions of one method. */
final class CodeVerifier {

    static final Set<String> CAUGHT =
            Set.of(
                    "java/lang/Exception",
                    "java/lang/RuntimeException",
                    "kith/script/library/RuleError");

    private static final Set<String> ARRAY_ELEMENTS =
            Set.of("java/lang/Object", "java/lang/String");
    private static final int MAX_ARRAY = 2_100;

    private final ScriptVerifier verifier;
    private final ClassNode owner;
    private final MethodNode method;
    private int line;

    CodeVerifier(ScriptVerifier verifier, ClassNode owner, MethodNode method) {
        this.verifier = verifier;
        this.owner = owner;
        this.method = method;
    }

    void verify() {
        if (method.name.equals("<init>")) {
            verifyStraight();
        }
        for (AbstractInsnNode instruction : method.instructions) {
            switch (instruction) {
                case LineNumberNode number -> line = number.line;
                case MethodInsnNode call -> verifyCall(call);
                case FieldInsnNode access -> verifyAccess(access);
                case TypeInsnNode use -> verifyTypeUse(use);
                case LdcInsnNode constant -> {
                    if (!(constant.cst instanceof String || constant.cst instanceof Number)) {
                        throw refused("a type as a value");
                    }
                }
                case IntInsnNode operand -> {
                    if (operand.getOpcode() == Opcodes.NEWARRAY) {
                        throw refused("an array of numbers");
                    }
                }
                case InsnNode plain -> {
                    if (plain.getOpcode() == Opcodes.MONITORENTER
                            || plain.getOpcode() == Opcodes.MONITOREXIT) {
                        throw refused("synchronized");
                    }
                }
                case JumpInsnNode jump -> {
                    if (jump.getOpcode() == Opcodes.JSR) {
                        throw refused("a subroutine");
                    }
                }
                case VarInsnNode variable -> {
                    if (variable.getOpcode() == Opcodes.RET) {
                        throw refused("a subroutine");
                    }
                }
                case InvokeDynamicInsnNode _ -> throw refused("a dynamic call");
                case MultiANewArrayInsnNode _ -> throw refused("an array of arrays");
                case IincInsnNode _,
                        FrameNode _,
                        LabelNode _,
                        TableSwitchInsnNode _,
                        LookupSwitchInsnNode _ -> {}
                default -> throw refused("an unknown instruction");
            }
        }
    }

    /** Constructors are not metered. */
    private void verifyStraight() {
        boolean mayRepeat = !method.tryCatchBlocks.isEmpty();
        for (AbstractInsnNode instruction : method.instructions) {
            mayRepeat |=
                    instruction instanceof JumpInsnNode
                            || instruction instanceof TableSwitchInsnNode
                            || instruction instanceof LookupSwitchInsnNode;
        }
        if (mayRepeat) {
            throw refused("a jump in a constructor");
        }
    }

    private void verifyCall(MethodInsnNode call) {
        if (call.name.equals("<init>")) {
            verifyConstructorCall(call);
            return;
        }
        if (call.getOpcode() == Opcodes.INVOKESPECIAL) {
            throw refused("a call of a superclass");
        }
        ClassNode own = verifier.classes().get(call.owner);
        if (own != null) {
            boolean exists =
                    own.methods.stream()
                            .anyMatch(each ->
                                    each.name.equals(call.name)
                                            && each.desc.equals(call.desc)
                                            && !ConstantInitializers.isOne(each));
            if (!exists) {
                throw refused("a call of " + call.name);
            }
            return;
        }
        String arguments = call.desc.substring(0, call.desc.lastIndexOf(')') + 1);
        if (!verifier.allowList().isDirect(call.owner, call.name, arguments)
                && !verifier.allowList().isLibraryMethod(call.owner, call.name, call.desc)
                && !Library.isIntrinsic(call.owner, call.name, call.desc)) {
            throw refused("a call of " + call.name);
        }
        verifier.verifyTypes(call.desc, line);
    }

    /** Of its own closures, and of the superclass in a constructor. */
    private void verifyConstructorCall(MethodInsnNode call) {
        boolean isOwn = verifier.classes().containsKey(call.owner);
        boolean isSuper =
                method.name.equals("<init>")
                        && call.owner.equals(owner.superName)
                        && (call.owner.equals(Library.FUNCTION)
                                ? call.desc.equals("(Ljava/lang/Object;Ljava/lang/Object;)V")
                                : call.desc.equals("()V"));
        if (!isOwn && !isSuper) {
            throw refused("a creation");
        }
    }

    private void verifyAccess(FieldInsnNode access) {
        ClassNode own = verifier.classes().get(access.owner);
        if (own != null) {
            boolean exists =
                    own.fields.stream()
                            .anyMatch(each ->
                                    each.name.equals(access.name) && each.desc.equals(access.desc));
            if (!exists || access.getOpcode() == Opcodes.PUTSTATIC) {
                throw refused("a field " + access.name);
            }
            return;
        }
        if (access.getOpcode() != Opcodes.GETSTATIC
                || !verifier.allowList().isDirect(access.owner, access.name, "")) {
            throw refused("a field " + access.name);
        }
        verifier.verifyType(Type.getType(access.desc), line);
    }

    private void verifyTypeUse(TypeInsnNode use) {
        switch (use.getOpcode()) {
            case Opcodes.NEW -> {
                if (!verifier.classes().containsKey(use.desc)) {
                    throw refused("a creation");
                }
            }
            case Opcodes.ANEWARRAY -> {
                if (!ARRAY_ELEMENTS.contains(use.desc) || !isSmall(use.getPrevious())) {
                    throw refused("an array");
                }
            }
            default -> verifier.verifyType(Type.getObjectType(use.desc), line);
        }
    }

    private static boolean isSmall(AbstractInsnNode length) {
        return switch (length) {
            case IntInsnNode operand -> operand.operand >= 0 && operand.operand <= MAX_ARRAY;
            case InsnNode constant ->
                    constant.getOpcode() >= Opcodes.ICONST_0
                            && constant.getOpcode() <= Opcodes.ICONST_5;
            case null, default -> false;
        };
    }

    private RefusedCodeException refused(String what) {
        return new RefusedCodeException(line, what + " is not allowed in a rule");
    }
}
