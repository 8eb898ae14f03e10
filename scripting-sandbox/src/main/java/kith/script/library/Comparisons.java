package kith.script.library;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import kith.script.meter.Meter;
import org.jspecify.annotations.Nullable;

/** Equality and order as Groovy's operators have them: numbers by value, lists by elements. */
public final class Comparisons {

    private static final int COST = 2;

    private Comparisons() {}

    // Equality

    public static boolean compareEqual(@Nullable Object left, @Nullable Object right) {
        return areEqual(left, right, 0);
    }

    public static boolean compareNotEqual(@Nullable Object left, @Nullable Object right) {
        return !areEqual(left, right, 0);
    }

    /** {@code left.equals(right)}. */
    public static boolean equal(@Nullable Object left, @Nullable Object right) {
        if (left == null) {
            throw ScriptError.emptyValue();
        }
        return areEqual(left, right, 0);
    }

    private static boolean areEqual(@Nullable Object left, @Nullable Object right, int depth) {
        Meter.current().tick(COST);
        Values.requireNesting(depth);
        if (left == null || right == null) {
            return left == null && right == null;
        }
        if (left instanceof Number a && right instanceof Number b) {
            return compareNumbers(a, b) == 0;
        }
        return switch (left) {
            case String text -> {
                Texts.walk(text);
                yield text.equals(textual(right));
            }
            case Character character ->
                    right instanceof CharSequence text
                            ? text.toString().equals(character.toString())
                            : character.equals(right);
            case Object[] array -> areEqual(Arrays.asList(array), right, depth);
            case List<?> list ->
                    switch (right) {
                        case List<?> other -> areListsEqual(list, other, depth);
                        case Object[] array -> areListsEqual(list, Arrays.asList(array), depth);
                        default -> false;
                    };
            case Set<?> set -> right instanceof Set<?> other && areSetsEqual(set, other);
            case Map<?, ?> map ->
                    right instanceof Map<?, ?> other && areMapsEqual(map, other, depth);
            case Map.Entry<?, ?> entry ->
                    right instanceof Map.Entry<?, ?> other
                            && areEqual(entry.getKey(), other.getKey(), depth + 1)
                            && areEqual(entry.getValue(), other.getValue(), depth + 1);
            case OffsetDateTime moment ->
                    right instanceof OffsetDateTime other && moment.isEqual(other);
            case ScriptObject object ->
                    right instanceof ScriptObject other && object.isSameAs(other);
            default -> left.equals(right);
        };
    }

    private static Object textual(Object value) {
        return value instanceof Character character ? character.toString() : value;
    }

    /** Paid by the length of the first, equal or not. */
    private static boolean areListsEqual(List<?> left, List<?> right, int depth) {
        Meter.current().spend(left.size());
        if (left instanceof ScriptRange a && right instanceof ScriptRange b) {
            return a.isSameAs(b);
        }
        if (left.size() != right.size()) {
            return false;
        }
        Iterator<?> others = right.iterator();
        for (Object element : left) {
            if (!areEqual(element, others.next(), depth + 1)) {
                return false;
            }
        }
        return true;
    }

    private static boolean areSetsEqual(Set<?> left, Set<?> right) {
        Meter.current().spend(left.size());
        if (left.size() != right.size()) {
            return false;
        }
        for (Object element : left) {
            if (!right.contains(element)) {
                return false;
            }
        }
        return true;
    }

    private static boolean areMapsEqual(Map<?, ?> left, Map<?, ?> right, int depth) {
        Meter.current().spend(left.size());
        if (left.size() != right.size()) {
            return false;
        }
        for (Map.Entry<?, ?> entry : left.entrySet()) {
            if (!right.containsKey(entry.getKey())
                    || !areEqual(entry.getValue(), right.get(entry.getKey()), depth + 1)) {
                return false;
            }
        }
        return true;
    }

    public static int hash(@Nullable Object value) {
        if (value == null) {
            throw ScriptError.emptyValue();
        }
        return hash(value, 0);
    }

    private static int hash(@Nullable Object value, int depth) {
        Meter.current().tick(COST);
        Values.requireNesting(depth);
        return switch (value) {
            case null -> 0;
            case Collection<?> elements -> {
                int hash = 1;
                for (Object element : elements) {
                    hash = 31 * hash + hash(element, depth + 1);
                }
                yield hash;
            }
            case Map<?, ?> map -> {
                int hash = 0;
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    hash += hash(entry.getKey(), depth + 1) ^ hash(entry.getValue(), depth + 1);
                }
                yield hash;
            }
            case Map.Entry<?, ?> entry -> hash(entry.getKey(), depth + 1);
            case String text -> {
                Texts.walk(text);
                yield text.hashCode();
            }
            case BigDecimal number -> Decimals.withoutZeros(number).hashCode();
            case Number number -> number.hashCode();
            case Boolean truth -> truth.hashCode();
            case LocalDate date -> date.hashCode();
            default -> 1;
        };
    }

    // Order

    public static int compareTo(@Nullable Object left, @Nullable Object right) {
        Meter.current().tick(COST);
        if (left == null || right == null) {
            return Boolean.compare(left != null, right != null);
        }
        if (left instanceof Number a && right instanceof Number b) {
            return compareNumbers(a, b);
        }
        if (left instanceof Character || right instanceof Character) {
            return compareTexts(Values.text(left), Values.text(right));
        }
        return switch (left) {
            case String text when right instanceof String other -> compareTexts(text, other);
            case Boolean truth when right instanceof Boolean other -> truth.compareTo(other);
            case LocalDate date when right instanceof LocalDate other -> date.compareTo(other);
            case OffsetDateTime moment when right instanceof OffsetDateTime other ->
                    moment.toInstant().compareTo(other.toInstant());
            case DayOfWeek day when right instanceof DayOfWeek other -> day.compareTo(other);
            default ->
                    throw new ScriptError(
                            "a %s cannot be compared with a %s"
                                    .formatted(Values.kind(left), Values.kind(right)));
        };
    }

    public static boolean compareLessThan(@Nullable Object left, @Nullable Object right) {
        return ordered(left, right) < 0;
    }

    public static boolean compareLessThanEqual(@Nullable Object left, @Nullable Object right) {
        return ordered(left, right) <= 0;
    }

    public static boolean compareGreaterThan(@Nullable Object left, @Nullable Object right) {
        return ordered(left, right) > 0;
    }

    public static boolean compareGreaterThanEqual(@Nullable Object left, @Nullable Object right) {
        return ordered(left, right) >= 0;
    }

    /** Sorting puts empty values first; asking whether one is less than another is a mistake. */
    private static int ordered(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            throw new ScriptError("a comparison with an empty value");
        }
        return compareTo(left, right);
    }

    private static int compareTexts(String left, String right) {
        Texts.walk(left);
        return left.compareTo(right);
    }

    static int compareNumbers(Number left, Number right) {
        Number a = Numbers.checked(left);
        Number b = Numbers.checked(right);
        if (a instanceof Double
                || a instanceof Float
                || b instanceof Double
                || b instanceof Float) {
            return Double.compare(a.doubleValue(), b.doubleValue());
        }
        if (isShort(a) && isShort(b)) {
            return Long.compare(a.longValue(), b.longValue());
        }
        return Numbers.decimal(a).compareTo(Numbers.decimal(b));
    }

    private static boolean isShort(Number number) {
        return !(number instanceof BigDecimal) && !(number instanceof BigInteger);
    }

    // Membership: case labels and the operator in

    public static boolean isCase(@Nullable Object label, @Nullable Object value) {
        Meter.current().tick(COST);
        return switch (label) {
            case ScriptRange range -> range.contains(value);
            case Collection<?> elements -> contains(elements, value);
            case Object[] array -> contains(Arrays.asList(array), value);
            case Map<?, ?> map -> Conversions.truth(map.get(Keys.of(value)));
            case Pattern pattern -> Patterns.matches(value, pattern);
            case ScriptFunction function -> Functions.test(function, value);
            case null, default -> areEqual(label, value, 0);
        };
    }

    public static boolean isNotCase(@Nullable Object label, @Nullable Object value) {
        return !isCase(label, value);
    }

    /** {@code value in container}. */
    public static boolean isIn(@Nullable Object value, @Nullable Object container) {
        return isCase(container, value);
    }

    public static boolean isNotIn(@Nullable Object value, @Nullable Object container) {
        return !isCase(container, value);
    }

    public static boolean contains(@Nullable Iterable<?> elements, @Nullable Object value) {
        if (elements == null) {
            throw ScriptError.emptyValue();
        }
        if (elements instanceof ScriptRange range) {
            return range.contains(value);
        }
        for (Object element : elements) {
            if (areEqual(element, value, 0)) {
                return true;
            }
        }
        return false;
    }
}
