package kith.metadata.expression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.TreeSet;

/** All functions that expressions may call. */
public final class FunctionLibrary {

    private static final FunctionLibrary STANDARD = new FunctionLibrary(standardFunctions());

    private final List<Function> all;
    private final Map<String, List<Function>> byName = new LinkedHashMap<>();

    private FunctionLibrary(List<Function> all) {
        this.all = List.copyOf(all);
        all.forEach(function ->
                byName.computeIfAbsent(function.name(), _ -> new ArrayList<>()).add(function));
    }

    /** The library of every tenant. */
    public static FunctionLibrary standard() {
        return STANDARD;
    }

    private static List<Function> standardFunctions() {
        List<Function> all = new ArrayList<>();
        all.addAll(TextFunctions.all());
        all.addAll(NumberFunctions.all());
        all.addAll(DateFunctions.all());
        all.addAll(LogicFunctions.all());
        return all;
    }

    /** In the order of the reference. */
    public List<Function> all() {
        return all;
    }

    /** Those of one name; none where there is no such function. */
    public List<Function> named(String name) {
        return byName.getOrDefault(name, List.of());
    }

    /** All names that can be called, the special forms included. */
    public SequencedSet<String> names() {
        SequencedSet<String> names = new TreeSet<>(byName.keySet());
        names.addAll(SpecialForms.NAMES);
        return names;
    }
}
