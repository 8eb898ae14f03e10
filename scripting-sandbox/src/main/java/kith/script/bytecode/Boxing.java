package kith.script.bytecode;

import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InsnList;

/** Primitive values as objects. */
final class Boxing {

    private Boxing() {}

    /** Adds what turns a value of this type on the stack into an object. */
    static void box(InsnList code, Type type) {
        String wrapper =
                switch (type.getSort()) {
                    case Type.BOOLEAN -> "Boolean";
                    case Type.BYTE -> "Byte";
                    case Type.CHAR -> "Character";
                    case Type.SHORT -> "Short";
                    case Type.INT -> "Integer";
                    case Type.LONG -> "Long";
                    case Type.FLOAT -> "Float";
                    case Type.DOUBLE -> "Double";
                    default -> null;
                };
        if (wrapper != null) {
            String name = "java/lang/" + wrapper;
            code.add(Library.call(name, "valueOf", "(" + type.getDescriptor() + ")L" + name + ";"));
        }
    }
}
