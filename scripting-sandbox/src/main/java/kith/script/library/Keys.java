package kith.script.library;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What may be a key of a map or a member of a set: values without parts, and lists of such values,
 * which are copied so that a key stays what it was. Hashing a list is metered and bounded in depth.
 */
final class Keys {

    private Keys() {}

    static @Nullable Object of(@Nullable Object key) {
        return of(key, 0);
    }

    private static @Nullable Object of(@Nullable Object key, int depth) {
        return switch (key) {
            case String text -> {
                Texts.walk(text);
                yield text;
            }
            case BigDecimal number ->
                    number.signum() == 0 ? BigDecimal.ZERO : Decimals.withoutZeros(number);
            case Number number -> Numbers.checked(number);
            case StringBuilder text -> Values.text(text);
            case Collection<?> elements -> {
                Values.requireNesting(depth);
                var copy = new ScriptList();
                for (Object element : elements) {
                    copy.add(of(element, depth + 1));
                }
                yield copy;
            }
            case Map<?, ?> _, Object[] _ ->
                    throw new ScriptError(
                            "a %s cannot be used as a key".formatted(Values.kind(key)));
            case null, default -> key;
        };
    }
}
