package kith.script.bytecode;

import java.util.ArrayDeque;
import java.util.Deque;
import kith.script.allow.AllowList;
import kith.script.allow.AllowedMember;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Makes calls of the library's factories out of constructor calls, so that finished code creates
 * nothing but its own closures. The compiler nests creations properly: each {@code new} is closed
 * by the next open {@code <init>} of its type.
 */
final class ConstructorCalls {

    private final InsnList code;
    private final boolean isInitializer;
    private int line;

    private ConstructorCalls(MethodNode method) {
        this.code = method.instructions;
        this.isInitializer = ConstantInitializers.isOne(method);
    }

    static void toFactories(MethodNode method) {
        new ConstructorCalls(method).run();
    }

    private void run() {
        Deque<TypeInsnNode> open = new ArrayDeque<>();
        for (AbstractInsnNode instruction : code.toArray()) {
            switch (instruction) {
                case LineNumberNode number -> line = number.line;
                case TypeInsnNode creation when creation.getOpcode() == Opcodes.NEW ->
                        open.push(creation);
                case MethodInsnNode call when call.name.equals("<init>") -> {
                    if (!open.isEmpty() && open.peek().desc.equals(call.owner)) {
                        close(open.pop(), call);
                    }
                }
                default -> {}
            }
        }
        if (!open.isEmpty()) {
            throw new RefusedCodeException(line, "a creation that is not understood");
        }
    }

    private void close(TypeInsnNode creation, MethodInsnNode constructor) {
        if (creation.desc.startsWith(DictionaryClasses.RULE_INTERNAL)) {
            return;
        }
        MethodInsnNode factory = factory(constructor);
        removeCopies(creation);
        code.remove(creation);
        code.set(constructor, factory);
    }

    private MethodInsnNode factory(MethodInsnNode constructor) {
        if (isInitializer) {
            return Library.constant(constructor.owner, line);
        }
        String arguments = constructor.desc.substring(0, constructor.desc.lastIndexOf(')') + 1);
        var allowed = AllowList.standard().exactly(constructor.owner, "<init>", arguments);
        if (allowed.isEmpty() || !(allowed.get() instanceof AllowedMember.Replaced(var factory))) {
            throw new RefusedCodeException(
                    line,
                    "new %s(..) is not available in rules".formatted(simple(constructor.owner)));
        }
        return Library.call(
                Type.getInternalName(factory.getDeclaringClass()),
                factory.getName(),
                Type.getMethodDescriptor(factory));
    }

    /** Either {@code dup} before the arguments or, with the argument below, {@code dup_x1 swap}. */
    private void removeCopies(TypeInsnNode creation) {
        AbstractInsnNode copy = next(creation);
        switch (copy.getOpcode()) {
            case Opcodes.DUP -> code.remove(copy);
            case Opcodes.DUP_X1 -> {
                AbstractInsnNode swap = next(copy);
                if (swap.getOpcode() != Opcodes.SWAP) {
                    throw new RefusedCodeException(line, "a creation that is not understood");
                }
                code.remove(swap);
                code.remove(copy);
            }
            default -> throw new RefusedCodeException(line, "a creation that is not understood");
        }
    }

    private AbstractInsnNode next(AbstractInsnNode instruction) {
        AbstractInsnNode next = instruction.getNext();
        while (next != null && next.getOpcode() < 0) {
            next = next.getNext();
        }
        if (next == null) {
            throw new RefusedCodeException(line, "a creation that is not understood");
        }
        return next;
    }

    private static String simple(String internalName) {
        return internalName.substring(internalName.lastIndexOf('/') + 1);
    }
}
