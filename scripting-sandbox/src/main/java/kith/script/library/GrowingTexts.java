package kith.script.library;

import org.jspecify.annotations.Nullable;

/** Texts that grow: what becomes of {@code StringBuilder}. */
public final class GrowingTexts {

    private GrowingTexts() {}

    public static StringBuilder builder() {
        Texts.charge(16);
        return new StringBuilder();
    }

    public static StringBuilder builder(String start) {
        Texts.charge(start.length());
        return new StringBuilder(start);
    }

    public static StringBuilder append(StringBuilder builder, @Nullable Object value) {
        String text = Values.text(value);
        Texts.chargeAppend(builder.length(), text.length());
        return builder.append(text);
    }

    public static StringBuilder append(StringBuilder builder, int value) {
        return append(builder, (Object) value);
    }

    public static StringBuilder append(StringBuilder builder, long value) {
        return append(builder, (Object) value);
    }

    public static StringBuilder append(StringBuilder builder, double value) {
        return append(builder, (Object) value);
    }

    public static StringBuilder append(StringBuilder builder, char value) {
        return append(builder, (Object) value);
    }

    public static StringBuilder append(StringBuilder builder, boolean value) {
        return append(builder, (Object) value);
    }

    public static StringBuilder insert(StringBuilder builder, int at, String text) {
        Texts.walk(builder);
        Texts.chargeAppend(builder.length(), text.length());
        return builder.insert(at, text);
    }

    public static StringBuilder reverseInPlace(StringBuilder builder) {
        Texts.walk(builder);
        return builder.reverse();
    }
}
