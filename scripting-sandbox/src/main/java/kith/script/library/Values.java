package kith.script.library;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import kith.script.ScriptFailure.LimitName;
import kith.script.meter.Meter;
import org.jspecify.annotations.Nullable;

/** Any value as text. */
public final class Values {

    static final int MAX_NESTING = 32;

    private Values() {}

    public static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case String text -> text;
            case BigDecimal number -> Texts.made(Numbers.checked(number).toPlainString());
            case Number number -> Texts.made(Numbers.checked(number).toString());
            case Collection<?> _, Map<?, ?> _, Map.Entry<?, ?> _, Object[] _ -> {
                var text = new TextBuilder();
                append(text, value, 0);
                yield text.toString();
            }
            case Boolean _,
                    Character _,
                    Enum<?> _,
                    LocalDate _,
                    LocalTime _,
                    OffsetDateTime _,
                    StringBuilder _ ->
                    Texts.made(value.toString());
            case ScriptObject object -> object.describe();
            case Throwable error -> Failures.message(error);
            default -> "<" + kind(value) + ">";
        };
    }

    /** {@code value.toString()}. */
    public static String textOf(@Nullable Object value) {
        if (value == null) {
            throw ScriptError.emptyValue();
        }
        return text(value);
    }

    public static String text(int number) {
        return Texts.made(Integer.toString(number));
    }

    public static String text(long number) {
        return Texts.made(Long.toString(number));
    }

    public static String text(double number) {
        return Texts.made(Double.toString(number));
    }

    public static String text(boolean truth) {
        return Boolean.toString(truth);
    }

    public static String text(char character) {
        return String.valueOf(character);
    }

    /** The kind of a value in a rule author's words. */
    static String kind(@Nullable Object value) {
        return switch (value) {
            case null -> "empty value";
            case CharSequence _ -> "text";
            case Number _ -> "number";
            case Boolean _ -> "true or false";
            case LocalDate _ -> "date";
            case OffsetDateTime _ -> "date and time";
            case Map<?, ?> _ -> "map";
            case Collection<?> _, Object[] _ -> "list";
            case ScriptFunction _ -> "closure";
            case ScriptObject _ -> "record";
            default -> "value of this kind";
        };
    }

    static void requireNesting(int depth) {
        if (depth > MAX_NESTING) {
            throw Meter.current()
                    .exhaust(LimitName.NESTING, "lists and maps are nested too deeply");
        }
    }

    private static void append(TextBuilder text, @Nullable Object value, int depth) {
        Meter.current().tick(2);
        requireNesting(depth);
        switch (value) {
            case Object[] array -> append(text, Arrays.asList(array), depth);
            case Collection<?> elements -> {
                text.append("[");
                String separator = "";
                for (Object element : elements) {
                    text.append(separator);
                    append(text, element, depth + 1);
                    separator = ", ";
                }
                text.append("]");
            }
            case Map<?, ?> map -> {
                text.append(map.isEmpty() ? "[:" : "[");
                String separator = "";
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    text.append(separator);
                    append(text, entry.getKey(), depth + 1);
                    text.append(":");
                    append(text, entry.getValue(), depth + 1);
                    separator = ", ";
                }
                text.append("]");
            }
            case Map.Entry<?, ?> entry -> {
                append(text, entry.getKey(), depth + 1);
                text.append("=");
                append(text, entry.getValue(), depth + 1);
            }
            case null, default -> text.append(text(value));
        }
    }
}
