package kith.script.bytecode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Weaves the meter into a rule: each method pays where it is entered, each jump backwards pays for
 * the code it repeats, and each handler first hands on what may not be swallowed. Done by the host
 * on verified code, so that nobody else can leave it out.
 */
final class Metering {

    private static final String METER = "kith/script/meter/Meter";

    /** Instructions of a loop that cost one step together. */
    private static final int INSTRUCTIONS_PER_STEP = 4;

    private Metering() {}

    static void weave(ClassNode node) {
        for (MethodNode method : node.methods) {
            if (!method.name.equals("<init>") && !ConstantInitializers.isOne(method)) {
                weave(method);
            }
        }
    }

    private static void weave(MethodNode method) {
        InsnList code = method.instructions;
        int meter = method.maxLocals;
        int depth = meter + 1;
        method.maxLocals += 2;
        AbstractInsnNode[] instructions = code.toArray();
        Map<AbstractInsnNode, Integer> positions = positions(instructions);
        Set<LabelNode> handlers = new HashSet<>();
        method.tryCatchBlocks.forEach(block -> handlers.add(block.handler));
        for (AbstractInsnNode instruction : instructions) {
            int opcode = instruction.getOpcode();
            if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
                code.insertBefore(instruction, exit(meter));
            }
            int repeated = repeated(instruction, positions);
            if (repeated > 0) {
                code.insertBefore(instruction, tick(meter, repeated));
            }
            if (instruction instanceof LabelNode label && handlers.contains(label)) {
                code.insert(label, caught(meter, depth));
            }
        }
        code.insert(enter(meter, depth));
    }

    private static Map<AbstractInsnNode, Integer> positions(AbstractInsnNode[] instructions) {
        Map<AbstractInsnNode, Integer> positions = new HashMap<>();
        int position = 0;
        for (AbstractInsnNode instruction : instructions) {
            positions.put(instruction, position);
            if (instruction.getOpcode() >= 0) {
                position++;
            }
        }
        return positions;
    }

    /** How many instructions a jump may repeat; 0 where it only leads forward. */
    private static int repeated(
            AbstractInsnNode instruction, Map<AbstractInsnNode, Integer> positions) {
        int most = 0;
        for (LabelNode target : targets(instruction)) {
            int from = positions.getOrDefault(instruction, 0);
            int to = positions.getOrDefault(target, 0);
            if (to <= from) {
                most = Math.max(most, from - to + 1);
            }
        }
        return most;
    }

    private static List<LabelNode> targets(AbstractInsnNode instruction) {
        return switch (instruction) {
            case JumpInsnNode jump -> List.of(jump.label);
            case TableSwitchInsnNode table -> withDefault(table.labels, table.dflt);
            case LookupSwitchInsnNode lookup -> withDefault(lookup.labels, lookup.dflt);
            default -> List.of();
        };
    }

    private static List<LabelNode> withDefault(List<LabelNode> labels, LabelNode otherwise) {
        var all = new ArrayList<>(labels);
        all.add(otherwise);
        return all;
    }

    private static InsnList enter(int meter, int depth) {
        var code = new InsnList();
        code.add(
                new MethodInsnNode(
                        Opcodes.INVOKESTATIC, METER, "enter", "()L" + METER + ";", false));
        code.add(new InsnNode(Opcodes.DUP));
        code.add(new VarInsnNode(Opcodes.ASTORE, meter));
        code.add(new MethodInsnNode(Opcodes.INVOKEVIRTUAL, METER, "depth", "()I", false));
        code.add(new VarInsnNode(Opcodes.ISTORE, depth));
        return code;
    }

    private static InsnList exit(int meter) {
        var code = new InsnList();
        code.add(new VarInsnNode(Opcodes.ALOAD, meter));
        code.add(new MethodInsnNode(Opcodes.INVOKEVIRTUAL, METER, "exit", "()V", false));
        return code;
    }

    private static InsnList tick(int meter, int repeated) {
        var code = new InsnList();
        code.add(new VarInsnNode(Opcodes.ALOAD, meter));
        code.add(new LdcInsnNode(Math.max(1, repeated / INSTRUCTIONS_PER_STEP)));
        code.add(new MethodInsnNode(Opcodes.INVOKEVIRTUAL, METER, "tick", "(I)V", false));
        return code;
    }

    private static InsnList caught(int meter, int depth) {
        var code = new InsnList();
        code.add(new InsnNode(Opcodes.DUP));
        code.add(new VarInsnNode(Opcodes.ALOAD, meter));
        code.add(new InsnNode(Opcodes.SWAP));
        code.add(new VarInsnNode(Opcodes.ILOAD, depth));
        code.add(
                new MethodInsnNode(
                        Opcodes.INVOKEVIRTUAL,
                        METER,
                        "caught",
                        Type.getMethodDescriptor(
                                Type.VOID_TYPE, Type.getType(Throwable.class), Type.INT_TYPE),
                        false));
        return code;
    }
}
