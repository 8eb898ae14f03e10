package kith.script.library;

import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kith.script.meter.Meter;
import org.jspecify.annotations.Nullable;

/** Walking through lists, maps, ranges and texts with a closure. */
public final class Iteration {

    private static final int COST = 2;

    private Iteration() {}

    /** The elements of anything that Groovy walks through; a map's are its entries. */
    static Iterable<? extends @Nullable Object> over(@Nullable Object value) {
        Meter.current().tick(COST);
        return switch (value) {
            case null -> throw ScriptError.emptyValue();
            case Map<?, ?> map -> Maps.entryList(map);
            case Iterable<? extends @Nullable Object> elements -> elements;
            case Object[] array -> Arrays.asList(array);
            case CharSequence text -> Texts.characters(text);
            default -> List.of(value);
        };
    }

    /** The iterator of a {@code for} loop. */
    public static Iterator<? extends @Nullable Object> iterator(@Nullable Object value) {
        return over(value).iterator();
    }

    private static void step() {
        Meter.current().tick(COST);
    }

    public static @Nullable Object each(@Nullable Object elements, @Nullable ScriptFunction body) {
        for (Object element : over(elements)) {
            step();
            Functions.apply(body, element);
        }
        return elements;
    }

    public static @Nullable Object eachWithIndex(
            @Nullable Object elements, @Nullable ScriptFunction body) {
        int index = 0;
        for (Object element : over(elements)) {
            step();
            if (element instanceof Map.Entry<?, ?> entry && Functions.arity(body) == 3) {
                Functions.callAll(
                        body, new @Nullable Object[] {entry.getKey(), entry.getValue(), index});
            } else {
                Functions.apply(body, element, index);
            }
            index++;
        }
        return elements;
    }

    public static List<@Nullable Object> collect(
            @Nullable Object elements, @Nullable ScriptFunction body) {
        var results = new ScriptList();
        for (Object element : over(elements)) {
            results.add(Functions.apply(body, element));
        }
        return results;
    }

    public static List<@Nullable Object> collectMany(
            @Nullable Object elements, @Nullable ScriptFunction body) {
        var results = new ScriptList();
        for (Object element : over(elements)) {
            for (Object part : over(Functions.apply(body, element))) {
                results.add(part);
            }
        }
        return results;
    }

    public static Map<@Nullable Object, @Nullable Object> collectEntries(
            @Nullable Object elements) {
        var entries = new ScriptMap();
        for (Object element : over(elements)) {
            Maps.putEntry(entries, element);
        }
        return entries;
    }

    public static Map<@Nullable Object, @Nullable Object> collectEntries(
            @Nullable Object elements, @Nullable ScriptFunction body) {
        var entries = new ScriptMap();
        for (Object element : over(elements)) {
            Maps.putEntry(entries, Functions.apply(body, element));
        }
        return entries;
    }

    // Choosing

    public static Object findAll(@Nullable Object elements, @Nullable ScriptFunction test) {
        if (elements instanceof Map<?, ?>) {
            var found = new ScriptMap();
            for (Object element : over(elements)) {
                if (Functions.test(test, element)) {
                    Maps.putEntry(found, element);
                }
            }
            return found;
        }
        Collection<@Nullable Object> found =
                elements instanceof Set<?> ? new ScriptSet() : new ScriptList();
        for (Object element : over(elements)) {
            step();
            if (Functions.test(test, element)) {
                found.add(element);
            }
        }
        return found;
    }

    public static Object findAll(@Nullable Object elements) {
        var found = new ScriptList();
        for (Object element : over(elements)) {
            step();
            if (Conversions.truth(element)) {
                found.add(element);
            }
        }
        return found;
    }

    public static @Nullable Object find(@Nullable Object elements, @Nullable ScriptFunction test) {
        for (Object element : over(elements)) {
            step();
            if (Functions.test(test, element)) {
                return element;
            }
        }
        return null;
    }

    public static @Nullable Object find(@Nullable Object elements) {
        for (Object element : over(elements)) {
            step();
            if (Conversions.truth(element)) {
                return element;
            }
        }
        return null;
    }

    public static int findIndexOf(@Nullable Object elements, @Nullable ScriptFunction test) {
        int index = 0;
        for (Object element : over(elements)) {
            step();
            if (Functions.test(test, element)) {
                return index;
            }
            index++;
        }
        return -1;
    }

    public static @Nullable Object findResult(
            @Nullable Object elements, @Nullable ScriptFunction body) {
        for (Object element : over(elements)) {
            step();
            Object result = Functions.apply(body, element);
            if (result != null) {
                return result;
            }
        }
        return null;
    }

    public static List<@Nullable Object> findResults(
            @Nullable Object elements, @Nullable ScriptFunction body) {
        var results = new ScriptList();
        for (Object element : over(elements)) {
            step();
            Object result = Functions.apply(body, element);
            if (result != null) {
                results.add(result);
            }
        }
        return results;
    }

    public static boolean any(@Nullable Object elements, @Nullable ScriptFunction test) {
        for (Object element : over(elements)) {
            step();
            if (Functions.test(test, element)) {
                return true;
            }
        }
        return false;
    }

    public static boolean any(@Nullable Object elements) {
        return find(elements) != null;
    }

    public static boolean every(@Nullable Object elements, @Nullable ScriptFunction test) {
        for (Object element : over(elements)) {
            step();
            if (!Functions.test(test, element)) {
                return false;
            }
        }
        return true;
    }

    public static boolean every(@Nullable Object elements) {
        for (Object element : over(elements)) {
            step();
            if (!Conversions.truth(element)) {
                return false;
            }
        }
        return true;
    }

    public static List<@Nullable Object> takeWhile(
            @Nullable Object elements, @Nullable ScriptFunction test) {
        var taken = new ScriptList();
        for (Object element : over(elements)) {
            if (!Functions.test(test, element)) {
                break;
            }
            taken.add(element);
        }
        return taken;
    }

    public static List<@Nullable Object> dropWhile(
            @Nullable Object elements, @Nullable ScriptFunction test) {
        var kept = new ScriptList();
        boolean isDropping = true;
        for (Object element : over(elements)) {
            step();
            isDropping = isDropping && Functions.test(test, element);
            if (!isDropping) {
                kept.add(element);
            }
        }
        return kept;
    }

    /** Two lists: the elements that pass the test, and the others. */
    public static List<@Nullable Object> partition(
            @Nullable Object elements, @Nullable ScriptFunction test) {
        var passed = new ScriptList();
        var others = new ScriptList();
        for (Object element : over(elements)) {
            (Functions.test(test, element) ? passed : others).add(element);
        }
        var both = new ScriptList();
        both.add(passed);
        both.add(others);
        return both;
    }

    // Summing up

    public static Number count(@Nullable Object elements, @Nullable ScriptFunction test) {
        int count = 0;
        for (Object element : over(elements)) {
            step();
            if (Functions.test(test, element)) {
                count++;
            }
        }
        return count;
    }

    public static Number count(@Nullable Object elements, @Nullable Object value) {
        int count = 0;
        for (Object element : over(elements)) {
            if (Comparisons.compareEqual(element, value)) {
                count++;
            }
        }
        return count;
    }

    public static @Nullable Object sum(@Nullable Object elements) {
        Object sum = null;
        for (Object element : over(elements)) {
            sum = sum == null ? element : added(sum, element);
        }
        return sum;
    }

    public static @Nullable Object sum(@Nullable Object elements, @Nullable ScriptFunction body) {
        Object sum = null;
        for (Object element : over(elements)) {
            Object part = Functions.apply(body, element);
            sum = sum == null ? part : added(sum, part);
        }
        return sum;
    }

    public static @Nullable Object average(@Nullable Object elements) {
        int count = 0;
        Object sum = null;
        for (Object element : over(elements)) {
            sum = sum == null ? element : added(sum, element);
            count++;
        }
        return count == 0 ? null : Numbers.divide(Numbers.number(sum), count);
    }

    public static @Nullable Object average(
            @Nullable Object elements, @Nullable ScriptFunction body) {
        return average(collect(elements, body));
    }

    private static Object added(Object sum, @Nullable Object part) {
        if (sum instanceof Number number) {
            return Numbers.plus(number, Numbers.number(part));
        }
        if (sum instanceof Collection<?> elements) {
            return Lists.plus(elements, part);
        }
        return Texts.plus(sum, part);
    }

    public static @Nullable Object inject(
            @Nullable Object elements, @Nullable Object start, @Nullable ScriptFunction body) {
        Object result = start;
        for (Object element : over(elements)) {
            step();
            if (element instanceof Map.Entry<?, ?> entry && Functions.arity(body) == 3) {
                result =
                        Functions.callAll(
                                body,
                                new @Nullable Object[] {result, entry.getKey(), entry.getValue()});
            } else {
                result = Functions.apply(body, result, element);
            }
        }
        return result;
    }

    public static @Nullable Object inject(
            @Nullable Object elements, @Nullable ScriptFunction body) {
        Object result = null;
        boolean isFirst = true;
        for (Object element : over(elements)) {
            step();
            result = isFirst ? element : Functions.apply(body, result, element);
            isFirst = false;
        }
        return result;
    }

    public static Map<@Nullable Object, @Nullable Object> groupBy(
            @Nullable Object elements, @Nullable ScriptFunction body) {
        var groups = new ScriptMap();
        boolean isMap = elements instanceof Map<?, ?>;
        for (Object element : over(elements)) {
            Object key = Functions.apply(body, element);
            if (isMap) {
                if (!(groups.get(key) instanceof ScriptMap)) {
                    groups.put(key, new ScriptMap());
                }
                if (groups.get(key) instanceof ScriptMap group) {
                    Maps.putEntry(group, element);
                }
            } else {
                if (!(groups.get(key) instanceof ScriptList)) {
                    groups.put(key, new ScriptList());
                }
                if (groups.get(key) instanceof ScriptList group) {
                    group.add(element);
                }
            }
        }
        return groups;
    }

    public static Map<@Nullable Object, @Nullable Object> countBy(
            @Nullable Object elements, @Nullable ScriptFunction body) {
        var counts = new ScriptMap();
        for (Object element : over(elements)) {
            Object key = Functions.apply(body, element);
            counts.put(key, counts.get(key) instanceof Integer count ? count + 1 : 1);
        }
        return counts;
    }

    // Counting

    public static void times(@Nullable Number count, @Nullable ScriptFunction body) {
        int end = Numbers.toInt(count);
        for (int i = 0; i < end; i++) {
            step();
            Functions.apply(body, i);
        }
    }

    public static void upto(
            @Nullable Number from, @Nullable Number to, @Nullable ScriptFunction body) {
        for (long i = Numbers.toInt(from); i <= Numbers.toInt(to); i++) {
            step();
            Functions.apply(body, (int) i);
        }
    }

    public static void downto(
            @Nullable Number from, @Nullable Number to, @Nullable ScriptFunction body) {
        for (long i = Numbers.toInt(from); i >= Numbers.toInt(to); i--) {
            step();
            Functions.apply(body, (int) i);
        }
    }

    public static void step(
            @Nullable Number from,
            @Nullable Number to,
            @Nullable Number step,
            @Nullable ScriptFunction body) {
        int by = Numbers.toInt(step);
        if (by == 0) {
            throw new ScriptError("a step of zero leads nowhere");
        }
        int end = Numbers.toInt(to);
        for (long i = Numbers.toInt(from); by > 0 ? i < end : i > end; i += by) {
            step();
            Functions.apply(body, (int) i);
        }
    }
}
