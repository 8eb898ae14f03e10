package kith.script.bytecode;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import kith.script.allow.AllowList;
import kith.script.allow.AllowedMember;
import kith.script.allow.StandIns;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Replaces the calls, field accesses and dynamic conversions of one method. */
final class CallRetargeting {

    private static final String GROOVY_CLOSURE = "groovy/lang/Closure";
    private static final String GROOVY_BOOTSTRAP = "org/codehaus/groovy/vmplugin/v8/IndyInterface";

    private final AllowList allowList = AllowList.standard();
    private final Map<String, ClassNode> classes;
    private final Map<String, String> setters;
    private final SortedSet<String> reads;
    private final SortedSet<String> writes;
    private InsnList code = new InsnList();
    private int line;

    CallRetargeting(
            Map<String, ClassNode> classes,
            Map<String, String> setters,
            SortedSet<String> reads,
            SortedSet<String> writes) {
        this.classes = classes;
        this.setters = setters;
        this.reads = reads;
        this.writes = writes;
    }

    void retarget(MethodNode method) {
        code = method.instructions;
        for (AbstractInsnNode instruction : code.toArray()) {
            switch (instruction) {
                case LineNumberNode number -> line = number.line;
                case MethodInsnNode call -> call(call);
                case FieldInsnNode access -> field(access);
                case InvokeDynamicInsnNode dynamic -> dynamic(dynamic);
                case LdcInsnNode constant when constant.cst instanceof Type type ->
                        classConstant(constant, type);
                default -> {}
            }
        }
    }

    private void call(MethodInsnNode call) {
        if (call.name.equals("<init>")
                || Library.isIntrinsic(StandIns.of(call.owner), call.name, call.desc)) {
            return;
        }
        if (DictionaryClasses.isDictionaryClass(call.owner)) {
            dictionaryCall(call);
            return;
        }
        ClassNode own = classes.get(call.owner);
        if (own == null) {
            replace(call, call.owner);
        } else if (!hasMethod(own, call)) {
            closureCall(call);
        }
    }

    /** A method that the class of a closure inherits. */
    private void closureCall(MethodInsnNode call) {
        if (Library.isIntrinsic(Library.FUNCTION, call.name, call.desc)) {
            call.owner = GROOVY_CLOSURE;
        } else {
            replace(call, GROOVY_CLOSURE);
        }
    }

    private static boolean hasMethod(ClassNode own, MethodInsnNode call) {
        return own.methods.stream()
                .anyMatch(method -> method.name.equals(call.name) && method.desc.equals(call.desc));
    }

    private void dictionaryCall(MethodInsnNode call) {
        String property = setters.get(call.owner + "." + call.name);
        if (property == null) {
            replace(call, Library.OBJECT);
            return;
        }
        writes.add(path(call.owner, property));
        code.insertBefore(call, new LdcInsnNode(property));
        code.insertBefore(call, new LdcInsnNode(line));
        code.set(call, Library.writeProperty());
    }

    private void replace(MethodInsnNode call, String owner) {
        String arguments = call.desc.substring(0, call.desc.lastIndexOf(')') + 1);
        Optional<AllowedMember> allowed =
                call.getOpcode() == Opcodes.INVOKESTATIC
                        ? allowList.exactly(owner, call.name, arguments)
                        : allowList.call(owner, call.name, arguments);
        switch (allowed.orElseThrow(() -> notAvailable(owner, call.name))) {
            case AllowedMember.Direct direct -> callDirectly(call, direct.owner());
            case AllowedMember.Replaced(var replacement) -> callLibrary(call, replacement);
        }
    }

    private void callDirectly(MethodInsnNode call, String owner) {
        if (call.getOpcode() == Opcodes.INVOKESPECIAL) {
            throw notAvailable(owner, call.name);
        }
        call.owner = owner;
        call.itf = isInterface(owner);
        if (call.getOpcode() != Opcodes.INVOKESTATIC) {
            call.setOpcode(call.itf ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL);
        }
    }

    private void callLibrary(MethodInsnNode call, Method replacement) {
        var libraryCall =
                Library.call(
                        Type.getInternalName(replacement.getDeclaringClass()),
                        replacement.getName(),
                        Type.getMethodDescriptor(replacement));
        Type wanted = Type.getReturnType(call.desc);
        Type given = Type.getReturnType(replacement);
        code.set(call, libraryCall);
        if (wanted.equals(given)) {
            return;
        }
        if (wanted.getSort() == Type.VOID) {
            code.insert(
                    libraryCall, new InsnNode(given.getSize() == 2 ? Opcodes.POP2 : Opcodes.POP));
        } else if (isReference(wanted) && isReference(given)) {
            code.insert(libraryCall, new TypeInsnNode(Opcodes.CHECKCAST, wanted.getInternalName()));
        } else {
            throw new IllegalStateException(
                    "%s does not return %s".formatted(replacement, wanted.getClassName()));
        }
    }

    private void field(FieldInsnNode access) {
        if (DictionaryClasses.isDictionaryClass(access.owner)) {
            dictionaryField(access);
        } else if (!classes.containsKey(access.owner)
                && (access.getOpcode() != Opcodes.GETSTATIC
                        || allowList.exactly(access.owner, access.name, "").isEmpty())) {
            throw notAvailable(access.owner, access.name);
        }
    }

    private void dictionaryField(FieldInsnNode access) {
        if (access.getOpcode() == Opcodes.GETFIELD
                && DictionaryClasses.isFormer(access.owner, access.name)) {
            code.set(access, Library.formerRecord());
            return;
        }
        switch (access.getOpcode()) {
            case Opcodes.GETFIELD -> {
                reads.add(path(access.owner, access.name));
                code.insertBefore(access, new LdcInsnNode(access.name));
                var cast =
                        new TypeInsnNode(
                                Opcodes.CHECKCAST, Type.getType(access.desc).getInternalName());
                code.insert(access, cast);
                code.set(access, Library.readProperty());
            }
            case Opcodes.PUTFIELD -> {
                writes.add(path(access.owner, access.name));
                code.insertBefore(access, new LdcInsnNode(access.name));
                code.insertBefore(access, new LdcInsnNode(line));
                code.set(access, Library.writeProperty());
            }
            default -> throw notAvailable(access.owner, access.name);
        }
    }

    private void dynamic(InvokeDynamicInsnNode dynamic) {
        Type[] arguments = Type.getArgumentTypes(dynamic.desc);
        if (dynamic.bsm.getOwner().equals(GROOVY_BOOTSTRAP)) {
            if (dynamic.name.equals("cast") && arguments.length == 1) {
                cast(dynamic, arguments[0], Type.getReturnType(dynamic.desc));
                return;
            }
            if (isAsType(dynamic) && arguments.length == 2) {
                asType(dynamic, arguments[0]);
                return;
            }
        }
        throw new RefusedCodeException(line, "a call that is only known at run time");
    }

    private static boolean isAsType(InvokeDynamicInsnNode dynamic) {
        return dynamic.name.equals("invoke")
                && dynamic.bsmArgs.length > 0
                && "asType".equals(dynamic.bsmArgs[0]);
    }

    private void cast(InvokeDynamicInsnNode dynamic, Type from, Type to) {
        var replacement = new InsnList();
        Boxing.box(replacement, from);
        if (!isReference(to)) {
            replacement.add(Library.toPrimitive(to, line));
        } else if (isOwnOrLibrary(to.getInternalName())) {
            replacement.add(new TypeInsnNode(Opcodes.CHECKCAST, to.getInternalName()));
        } else {
            replacement.add(new LdcInsnNode(StandIns.of(to.getInternalName())));
            replacement.add(Library.cast());
            replacement.add(new TypeInsnNode(Opcodes.CHECKCAST, to.getInternalName()));
        }
        code.insert(dynamic, replacement);
        code.remove(dynamic);
    }

    private boolean isOwnOrLibrary(String internalName) {
        return classes.containsKey(internalName)
                || DictionaryClasses.isDictionaryClass(internalName)
                || internalName.startsWith(Library.PACKAGE)
                || StandIns.of(internalName).startsWith(Library.PACKAGE);
    }

    private void asType(InvokeDynamicInsnNode dynamic, Type from) {
        if (!isReference(from)) {
            code.insertBefore(dynamic, boxBelow(from));
        }
        code.set(dynamic, Library.as());
    }

    /** Makes an object of the value that lies below the name of a type. */
    private static InsnList boxBelow(Type from) {
        var boxing = new InsnList();
        if (from.getSize() == 2) {
            boxing.add(new InsnNode(Opcodes.DUP_X2));
            boxing.add(new InsnNode(Opcodes.POP));
        } else {
            boxing.add(new InsnNode(Opcodes.SWAP));
        }
        Boxing.box(boxing, from);
        boxing.add(new InsnNode(Opcodes.SWAP));
        return boxing;
    }

    /** A class stands as a value only to name the target of a conversion or the calling class. */
    private void classConstant(LdcInsnNode constant, Type type) {
        AbstractInsnNode next = constant.getNext();
        while (next != null && next.getOpcode() < 0) {
            next = next.getNext();
        }
        boolean namesTarget =
                switch (next) {
                    case InvokeDynamicInsnNode dynamic -> isAsType(dynamic);
                    case MethodInsnNode call ->
                            call.name.equals("castToType") || call.name.equals("asType");
                    case null, default -> false;
                };
        if (namesTarget && type.getSort() == Type.OBJECT) {
            code.set(constant, new LdcInsnNode(StandIns.of(type.getInternalName())));
        } else if (type.getSort() == Type.OBJECT && classes.containsKey(type.getInternalName())) {
            code.set(constant, new InsnNode(Opcodes.ACONST_NULL));
        } else {
            throw new RefusedCodeException(line, "a type cannot be used as a value");
        }
    }

    private RefusedCodeException notAvailable(String owner, String name) {
        return new RefusedCodeException(
                line,
                "%s.%s is not available in rules"
                        .formatted(owner.substring(owner.lastIndexOf('/') + 1), name));
    }

    private static String path(String owner, String property) {
        return DictionaryClasses.objectType(owner) + "." + property;
    }

    private static boolean isReference(Type type) {
        return type.getSort() == Type.OBJECT || type.getSort() == Type.ARRAY;
    }

    private static boolean isInterface(String internalName) {
        try {
            return Class.forName(
                            internalName.replace('/', '.'),
                            false,
                            CallRetargeting.class.getClassLoader())
                    .isInterface();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("an allow-list names a missing type", e);
        }
    }
}
