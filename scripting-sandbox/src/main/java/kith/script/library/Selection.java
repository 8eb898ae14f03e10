package kith.script.library;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Choosing among the elements of lists, maps and ranges. */
public final class Selection {

    private Selection() {}

    // Choosing

    public static Object findAll(@Nullable Object elements, @Nullable ScriptFunction test) {
        if (elements instanceof Map<?, ?>) {
            var found = new ScriptMap();
            for (Object element : Iteration.over(elements)) {
                if (Functions.test(test, element)) {
                    Maps.putEntry(found, element);
                }
            }
            return found;
        }
        Collection<@Nullable Object> found =
                elements instanceof Set<?> ? new ScriptSet() : new ScriptList();
        for (Object element : Iteration.over(elements)) {
            Iteration.step();
            if (Functions.test(test, element)) {
                found.add(element);
            }
        }
        return found;
    }

    public static Object findAll(@Nullable Object elements) {
        var found = new ScriptList();
        for (Object element : Iteration.over(elements)) {
            Iteration.step();
            if (Conversions.truth(element)) {
                found.add(element);
            }
        }
        return found;
    }

    public static @Nullable Object find(@Nullable Object elements, @Nullable ScriptFunction test) {
        for (Object element : Iteration.over(elements)) {
            Iteration.step();
            if (Functions.test(test, element)) {
                return element;
            }
        }
        return null;
    }

    public static @Nullable Object find(@Nullable Object elements) {
        for (Object element : Iteration.over(elements)) {
            Iteration.step();
            if (Conversions.truth(element)) {
                return element;
            }
        }
        return null;
    }

    public static int findIndexOf(@Nullable Object elements, @Nullable ScriptFunction test) {
        int index = 0;
        for (Object element : Iteration.over(elements)) {
            Iteration.step();
            if (Functions.test(test, element)) {
                return index;
            }
            index++;
        }
        return -1;
    }

    public static @Nullable Object findResult(
            @Nullable Object elements, @Nullable ScriptFunction body) {
        for (Object element : Iteration.over(elements)) {
            Iteration.step();
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
        for (Object element : Iteration.over(elements)) {
            Iteration.step();
            Object result = Functions.apply(body, element);
            if (result != null) {
                results.add(result);
            }
        }
        return results;
    }

    public static boolean any(@Nullable Object elements, @Nullable ScriptFunction test) {
        for (Object element : Iteration.over(elements)) {
            Iteration.step();
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
        for (Object element : Iteration.over(elements)) {
            Iteration.step();
            if (!Functions.test(test, element)) {
                return false;
            }
        }
        return true;
    }

    public static boolean every(@Nullable Object elements) {
        for (Object element : Iteration.over(elements)) {
            Iteration.step();
            if (!Conversions.truth(element)) {
                return false;
            }
        }
        return true;
    }

    public static List<@Nullable Object> takeWhile(
            @Nullable Object elements, @Nullable ScriptFunction test) {
        var taken = new ScriptList();
        for (Object element : Iteration.over(elements)) {
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
        for (Object element : Iteration.over(elements)) {
            Iteration.step();
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
        for (Object element : Iteration.over(elements)) {
            (Functions.test(test, element) ? passed : others).add(element);
        }
        var both = new ScriptList();
        both.add(passed);
        both.add(others);
        return both;
    }
}
