package kith.script.allow;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/** Finds the method of the rule library that a line names. */
final class Replacements {

    private static final String LIBRARY = "kith.script.library.";

    private Replacements() {}

    /**
     * The static method of that name that takes what is on the stack where the line's call is made:
     * the receiver, if any, and the arguments. The most specific one where several do.
     */
    static Method find(AllowListLine line) {
        String named = line.replacement().orElseThrow();
        int dot = named.indexOf('.');
        Class<?> library = classNamed(LIBRARY + named.substring(0, dot));
        List<Class<?>> onStack = new ArrayList<>();
        for (Type argument : Type.getArgumentTypes(line.arguments() + "V")) {
            onStack.add(standIn(argument));
        }
        if (!line.isStatic() && !line.isConstructor()) {
            onStack.addFirst(standIn(Type.getObjectType(line.owner())));
        }
        Method replacement = mostSpecific(library, named.substring(dot + 1), onStack);
        if (replacement == null) {
            throw new IllegalStateException(
                    "no method %s takes %s, for %s".formatted(named, onStack, line));
        }
        return replacement;
    }

    private static @Nullable Method mostSpecific(
            Class<?> library, String name, List<Class<?>> arguments) {
        Method best = null;
        for (Method method : library.getDeclaredMethods()) {
            if (Modifier.isPublic(method.getModifiers())
                    && Modifier.isStatic(method.getModifiers())
                    && method.getName().equals(name)
                    && takes(method, arguments)
                    && (best == null || isMoreSpecific(method, best))) {
                best = method;
            }
        }
        return best;
    }

    private static boolean takes(Method method, List<Class<?>> arguments) {
        Class<?>[] parameters = method.getParameterTypes();
        if (parameters.length != arguments.size()) {
            return false;
        }
        for (int i = 0; i < parameters.length; i++) {
            if (!parameters[i].isAssignableFrom(arguments.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isMoreSpecific(Method method, Method than) {
        for (int i = 0; i < method.getParameterCount(); i++) {
            if (!than.getParameterTypes()[i].isAssignableFrom(method.getParameterTypes()[i])) {
                return false;
            }
        }
        return true;
    }

    private static Class<?> standIn(Type type) {
        return switch (type.getSort()) {
            case Type.BOOLEAN -> boolean.class;
            case Type.BYTE -> byte.class;
            case Type.CHAR -> char.class;
            case Type.SHORT -> short.class;
            case Type.INT -> int.class;
            case Type.LONG -> long.class;
            case Type.FLOAT -> float.class;
            case Type.DOUBLE -> double.class;
            case Type.ARRAY -> standIn(type.getElementType()).arrayType();
            case Type.OBJECT -> classNamed(StandIns.of(type.getInternalName()).replace('/', '.'));
            default -> throw new IllegalArgumentException("not a type of a value: " + type);
        };
    }

    private static Class<?> classNamed(String name) {
        try {
            return Class.forName(name, false, Replacements.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("an allow-list names a missing type", e);
        }
    }
}
