package kith.metadata.name;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The names that the platform keeps for itself; they stand in {@code reserved-names.txt}. */
public final class ReservedNames {

    private static final String RESOURCE = "reserved-names.txt";
    private static final ReservedNames STANDARD = load();

    private final Map<Scope, Set<String>> names;

    private ReservedNames(Map<Scope, Set<String>> names) {
        this.names = names;
    }

    public static ReservedNames standard() {
        return STANDARD;
    }

    /** Where a name is reserved. */
    public enum Scope {
        /** Fields of objects, and lists on the other side of references. */
        FIELD,
        /** Single and plural root names of objects. */
        ROOT,
        /** Names of objects. */
        TYPE,
        /** Endings of names of objects. */
        SUFFIX
    }

    /** Whether nothing in the scope may have this very name. */
    public boolean contains(Scope scope, String name) {
        return in(scope).contains(name);
    }

    /** The reserved ending that the name of an object has. */
    public Optional<String> endingOf(String name) {
        return in(Scope.SUFFIX).stream().filter(name::endsWith).findFirst();
    }

    private Set<String> in(Scope scope) {
        return names.getOrDefault(scope, Set.of());
    }

    private static ReservedNames load() {
        Map<Scope, Set<String>> names = new EnumMap<>(Scope.class);
        try (InputStream stream =
                        Objects.requireNonNull(ReservedNames.class.getResourceAsStream(RESOURCE));
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            lines.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(line -> add(names, line));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new ReservedNames(names);
    }

    private static void add(Map<Scope, Set<String>> names, String line) {
        String[] parts = line.split(" ", 2);
        Scope scope = Scope.valueOf(parts[0].toUpperCase(Locale.ROOT));
        names.computeIfAbsent(scope, first -> new TreeSet<>()).add(parts[1]);
    }
}
