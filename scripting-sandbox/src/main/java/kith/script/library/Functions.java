package kith.script.library;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calling closures. */
public final class Functions {

    private static final @Nullable Object[] NONE = {};

    private Functions() {}

    public static @Nullable Object call(@Nullable ScriptFunction function) {
        return required(function).invoke(NONE);
    }

    public static @Nullable Object call(
            @Nullable ScriptFunction function, @Nullable Object argument) {
        return required(function).invoke(new @Nullable Object[] {argument});
    }

    public static @Nullable Object callAll(
            @Nullable ScriptFunction function, @Nullable Object[] arguments) {
        return required(function).invoke(arguments);
    }

    /**
     * Fits arguments to a closure as Groovy does: one list spreads over several parameters, and an
     * omitted only argument is empty.
     */
    public static @Nullable Object[] arguments(@Nullable Object[] arguments, int arity) {
        if (arguments.length == 1 && arity > 1) {
            if (arguments[0] instanceof List<?> list && list.size() == arity) {
                return list.toArray();
            }
            if (arguments[0] instanceof Map.Entry<?, ?> entry && arity == 2) {
                return new @Nullable Object[] {entry.getKey(), entry.getValue()};
            }
        }
        if (arguments.length == 0 && arity == 1) {
            return new @Nullable Object[] {null};
        }
        return arguments;
    }

    public static RuntimeException wrongArguments() {
        return new ScriptError("a closure was called with the wrong number of values");
    }

    /** Calls a closure for one element of a collection or map. */
    static @Nullable Object apply(@Nullable ScriptFunction function, @Nullable Object element) {
        ScriptFunction present = required(function);
        if (present.arity() == 0) {
            return present.invoke(NONE);
        }
        return present.invoke(new @Nullable Object[] {element});
    }

    static @Nullable Object apply(
            @Nullable ScriptFunction function, @Nullable Object first, @Nullable Object second) {
        return required(function).invoke(new @Nullable Object[] {first, second});
    }

    static boolean test(@Nullable ScriptFunction function, @Nullable Object element) {
        return Conversions.truth(apply(function, element));
    }

    static int arity(@Nullable ScriptFunction function) {
        return required(function).arity();
    }

    private static ScriptFunction required(@Nullable ScriptFunction function) {
        if (function == null) {
            throw ScriptError.emptyValue();
        }
        return function;
    }
}
