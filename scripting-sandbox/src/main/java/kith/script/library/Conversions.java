package kith.script.library;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Matcher;
import kith.script.meter.Meter;
import kith.script.meter.ThrownCost;
import org.jspecify.annotations.Nullable;

/** Groovy's truth and its conversions between types, the safe ones. */
public final class Conversions {

    private static final int MAX_NUMBER_LENGTH = 100;

    private Conversions() {}

    /** Whether a value counts as true: not empty, not zero, found. */
    public static boolean truth(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Boolean truth -> truth;
            case CharSequence text -> !text.isEmpty();
            case Collection<?> elements -> !elements.isEmpty();
            case Map<?, ?> map -> !map.isEmpty();
            case Object[] array -> array.length > 0;
            case BigDecimal number -> number.signum() != 0;
            case BigInteger number -> number.signum() != 0;
            case Number number -> number.doubleValue() != 0;
            case Character character -> character != 0;
            case Matcher matcher -> Patterns.find(matcher);
            default -> true;
        };
    }

    public static char toChar(@Nullable Object value) {
        if (value instanceof Character character) {
            return character;
        }
        if (value instanceof String text && text.length() == 1) {
            return text.charAt(0);
        }
        throw cannot(value, "a character");
    }

    public static int toInt(@Nullable Object value) {
        return required(value).intValue();
    }

    public static long toLong(@Nullable Object value) {
        return required(value).longValue();
    }

    public static float toFloat(@Nullable Object value) {
        return required(value).floatValue();
    }

    public static double toDouble(@Nullable Object value) {
        return required(value).doubleValue();
    }

    private static Number required(@Nullable Object value) {
        return switch (value) {
            case null -> throw new ScriptError("an empty value where a number is needed");
            case Number number -> Numbers.checked(number);
            case Character character -> (int) character;
            case String text when text.length() == 1 -> (int) text.charAt(0);
            default -> throw cannot(value, "a number");
        };
    }

    /** The conversion of an assignment or a cast; {@code type} is an internal name. */
    public static @Nullable Object cast(@Nullable Object value, String type) {
        if (value == null) {
            return null;
        }
        return switch (type) {
            case "java/lang/Object" -> value;
            case "java/lang/String" -> Values.text(value);
            case "java/lang/CharSequence" ->
                    value instanceof CharSequence ? value : Values.text(value);
            case "java/lang/Boolean" -> truth(value);
            case "java/lang/Integer" -> Integer.valueOf(toInt(value));
            case "java/lang/Long" -> Long.valueOf(toLong(value));
            case "java/lang/Double" -> Double.valueOf(toDouble(value));
            case "java/lang/Float" -> Float.valueOf(toFloat(value));
            case "java/lang/Character" -> toChar(value);
            case "java/math/BigDecimal" -> Numbers.checked(Numbers.decimal(required(value)));
            case "java/math/BigInteger" -> Numbers.checked(Numbers.whole(required(value)));
            case "java/lang/Number" -> value instanceof Number ? value : required(value);
            case "java/util/List" -> value instanceof ScriptList ? value : Lists.listOf(value);
            case "java/util/Collection", "java/lang/Iterable" ->
                    value instanceof Collection ? value : Lists.listOf(value);
            case "java/util/Set" -> value instanceof ScriptSet ? value : Lists.setOf(value);
            case "java/util/Map" -> {
                if (value instanceof Map<?, ?>) {
                    yield value;
                }
                throw cannot(value, "a map");
            }
            default -> value;
        };
    }

    /** {@code value as Type}: like a cast, and texts are read as numbers and dates. */
    public static @Nullable Object as(@Nullable Object value, String type) {
        if (value instanceof String text) {
            return switch (type) {
                case "java/math/BigDecimal" -> decimal(text);
                case "java/math/BigInteger" -> Numbers.whole(decimal(text));
                case "java/lang/Integer" -> Integer.valueOf(integer(text));
                case "java/lang/Long" -> Long.valueOf(longer(text));
                case "java/lang/Double" -> Double.valueOf(real(text));
                case "java/time/LocalDate" -> Dates.date(text);
                case "java/util/List" -> Texts.characters(text);
                default -> cast(value, type);
            };
        }
        return cast(value, type);
    }

    /** Like {@link #cast}; {@link kith.script.bytecode.Retargeting} gives the type by its name. */
    public static @Nullable Object castTo(@Nullable Object value, @Nullable Object type) {
        return cast(value, String.valueOf(type));
    }

    public static @Nullable Object asType(@Nullable Object value, @Nullable Object type) {
        return as(value, String.valueOf(type));
    }

    /** What an assignment to a text makes of a value. */
    public static @Nullable String castToText(@Nullable Object value) {
        return value == null ? null : Values.text(value);
    }

    // Numbers from text

    public static BigDecimal decimal(CharSequence text) {
        return Numbers.checked(new BigDecimal(digits(text)));
    }

    public static BigInteger wholeNumber(String text) {
        return (BigInteger) Numbers.checked((Number) new BigInteger(digits(text)));
    }

    public static int integer(CharSequence text) {
        return Integer.parseInt(digits(text));
    }

    public static long longer(CharSequence text) {
        return Long.parseLong(digits(text));
    }

    public static double real(CharSequence text) {
        return Double.parseDouble(digits(text));
    }

    public static Integer boxedInteger(CharSequence text) {
        return integer(text);
    }

    public static Long boxedLong(CharSequence text) {
        return longer(text);
    }

    public static Double boxedReal(CharSequence text) {
        return real(text);
    }

    public static boolean isNumber(CharSequence text) {
        try {
            decimal(text);
            return true;
        } catch (NumberFormatException _) {
            ThrownCost.charge(Meter.current());
            return false;
        }
    }

    public static boolean isInteger(CharSequence text) {
        try {
            integer(text);
            return true;
        } catch (NumberFormatException _) {
            ThrownCost.charge(Meter.current());
            return false;
        }
    }

    public static boolean isLong(CharSequence text) {
        try {
            longer(text);
            return true;
        } catch (NumberFormatException _) {
            ThrownCost.charge(Meter.current());
            return false;
        }
    }

    private static String digits(CharSequence text) {
        if (text.length() > MAX_NUMBER_LENGTH) {
            throw new NumberFormatException("longer than a number");
        }
        Texts.walk(text);
        return text.toString().strip();
    }

    // Numbers from numbers

    public static BigDecimal decimal(@Nullable Number number) {
        return Numbers.checked(Numbers.decimal(required(number)));
    }

    public static BigInteger wholeNumber(@Nullable Number number) {
        return (BigInteger) Numbers.checked((Number) Numbers.whole(required(number)));
    }

    public static Integer boxedInteger(@Nullable Number number) {
        return toInt(number);
    }

    public static Long boxedLong(@Nullable Number number) {
        return toLong(number);
    }

    public static Double boxedReal(@Nullable Number number) {
        return toDouble(number);
    }

    private static ScriptError cannot(@Nullable Object value, String wanted) {
        return new ScriptError("a %s is not %s".formatted(Values.kind(value), wanted));
    }
}
