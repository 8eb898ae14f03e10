package kith.script.bytecode;

import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * The methods of the rule library that {@link Retargeting} calls by itself, without a line in an
 * allow-list.
 */
final class Library {

    static final String PACKAGE = "kith/script/library/";
    static final String BODY = PACKAGE + "ScriptBody";
    static final String FUNCTION = PACKAGE + "ScriptFunction";
    static final String OBJECT = PACKAGE + "ScriptObject";
    static final String REFERENCE = PACKAGE + "ScriptReference";

    private static final String RECORDS = PACKAGE + "Records";
    private static final String CONVERSIONS = PACKAGE + "Conversions";
    private static final String FUNCTIONS = PACKAGE + "Functions";

    private static final Set<String> INTRINSICS =
            Set.of(
                    RECORDS + ".old(L" + OBJECT + ";)L" + OBJECT + ";",
                    RECORDS + ".read(L" + OBJECT + ";Ljava/lang/String;)Ljava/lang/Object;",
                    RECORDS + ".write(L" + OBJECT + ";Ljava/lang/Object;Ljava/lang/String;I)V",
                    CONVERSIONS + ".cast(Ljava/lang/Object;Ljava/lang/String;)Ljava/lang/Object;",
                    CONVERSIONS + ".as(Ljava/lang/Object;Ljava/lang/String;)Ljava/lang/Object;",
                    CONVERSIONS + ".truth(Ljava/lang/Object;)Z",
                    CONVERSIONS + ".toChar(Ljava/lang/Object;)C",
                    CONVERSIONS + ".toInt(Ljava/lang/Object;)I",
                    CONVERSIONS + ".toLong(Ljava/lang/Object;)J",
                    CONVERSIONS + ".toFloat(Ljava/lang/Object;)F",
                    CONVERSIONS + ".toDouble(Ljava/lang/Object;)D",
                    FUNCTIONS + ".arguments([Ljava/lang/Object;I)[Ljava/lang/Object;",
                    FUNCTIONS + ".wrongArguments()Ljava/lang/RuntimeException;",
                    FUNCTION + ".getThisObject()Ljava/lang/Object;",
                    FUNCTION + ".getOwner()Ljava/lang/Object;",
                    REFERENCE + ".get()Ljava/lang/Object;",
                    REFERENCE + ".set(Ljava/lang/Object;)V");

    private static final String NUMBERS = PACKAGE + "Numbers";
    private static final String CONSTANT = "(Ljava/lang/String;)Ljava/math/BigDecimal;";
    private static final String WHOLE_CONSTANT = "(Ljava/lang/String;)Ljava/math/BigInteger;";

    private Library() {}

    /** Whether this makes a number of a literal, without a meter. */
    static boolean isConstant(String owner, String name, String descriptor) {
        return owner.equals(NUMBERS)
                && ((name.equals("constant") && descriptor.equals(CONSTANT))
                        || (name.equals("wholeConstant") && descriptor.equals(WHOLE_CONSTANT)));
    }

    /** What makes the number of a literal that Groovy keeps in a static field. */
    static MethodInsnNode constant(String type, int line) {
        return switch (type) {
            case "java/math/BigDecimal" -> call(NUMBERS, "constant", CONSTANT);
            case "java/math/BigInteger" -> call(NUMBERS, "wholeConstant", WHOLE_CONSTANT);
            default -> throw new RefusedCodeException(line, "a constant that is not a number");
        };
    }

    static boolean isIntrinsic(String owner, String name, String descriptor) {
        return INTRINSICS.contains(owner + "." + name + descriptor);
    }

    /** A record as it was. */
    static MethodInsnNode formerRecord() {
        return call(RECORDS, "old", "(L" + OBJECT + ";)L" + OBJECT + ";");
    }

    static MethodInsnNode readProperty() {
        return call(RECORDS, "read", "(L" + OBJECT + ";Ljava/lang/String;)Ljava/lang/Object;");
    }

    static MethodInsnNode writeProperty() {
        return call(RECORDS, "write", "(L" + OBJECT + ";Ljava/lang/Object;Ljava/lang/String;I)V");
    }

    static MethodInsnNode cast() {
        return call(
                CONVERSIONS, "cast", "(Ljava/lang/Object;Ljava/lang/String;)Ljava/lang/Object;");
    }

    static MethodInsnNode as() {
        return call(CONVERSIONS, "as", "(Ljava/lang/Object;Ljava/lang/String;)Ljava/lang/Object;");
    }

    /** The conversion to a primitive type, an empty value refused. */
    static MethodInsnNode toPrimitive(Type type, int line) {
        String name =
                switch (type.getSort()) {
                    case Type.BOOLEAN -> "truth";
                    case Type.CHAR -> "toChar";
                    case Type.INT -> "toInt";
                    case Type.LONG -> "toLong";
                    case Type.FLOAT -> "toFloat";
                    case Type.DOUBLE -> "toDouble";
                    default ->
                            throw new RefusedCodeException(
                                    line, type.getClassName() + " is not available in rules");
                };
        return call(CONVERSIONS, name, "(Ljava/lang/Object;)" + type.getDescriptor());
    }

    static MethodInsnNode arguments() {
        return call(FUNCTIONS, "arguments", "([Ljava/lang/Object;I)[Ljava/lang/Object;");
    }

    static MethodInsnNode wrongArguments() {
        return call(FUNCTIONS, "wrongArguments", "()Ljava/lang/RuntimeException;");
    }

    static MethodInsnNode call(String owner, String name, String descriptor) {
        return new MethodInsnNode(Opcodes.INVOKESTATIC, owner, name, descriptor, false);
    }
}
