package kith.script.allow;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/**
 * What a rule may call, read once from the text files of this package, one per type. Whatever no
 * line names exactly, by owner, name and parameters, is refused.
 */
public final class AllowList {

    private static final AllowList STANDARD = read();

    private final Map<String, AllowedMember> members = new HashMap<>();
    private final Set<String> directMembers = new HashSet<>();
    private final Set<String> libraryMethods = new HashSet<>();
    private final Map<String, SortedSet<String>> namesByOwner = new HashMap<>();

    private final Set<String> types = new HashSet<>();

    private AllowList(List<String> typeNames, List<AllowListLine> lines) {
        typeNames.forEach(name -> types.add(name.replace('.', '/')));
        for (AllowListLine line : lines) {
            String key = key(line.owner(), line.name(), line.arguments());
            AllowedMember member =
                    line.replacement().isPresent()
                            ? new AllowedMember.Replaced(Replacements.find(line))
                            : new AllowedMember.Direct(line.owner(), line.name(), line.arguments());
            if (members.put(key, member) != null) {
                throw new IllegalStateException("listed twice: " + key);
            }
            switch (member) {
                case AllowedMember.Direct _ -> directMembers.add(key);
                case AllowedMember.Replaced(var method) -> addLibraryMethod(method);
            }
            namesByOwner.computeIfAbsent(line.owner(), _ -> new TreeSet<>()).add(line.name());
        }
    }

    private void addLibraryMethod(Method method) {
        String owner = Type.getInternalName(method.getDeclaringClass());
        if (!isType(owner)) {
            throw new IllegalStateException("not among the listed types: " + owner);
        }
        libraryMethods.add(owner + "." + method.getName() + Type.getMethodDescriptor(method));
    }

    public static AllowList standard() {
        return STANDARD;
    }

    /**
     * What becomes of a call in the compiler's output: looked up in the list of its owner, then in
     * those of the owner's supertypes.
     *
     * @param arguments descriptor of the parameters in parentheses
     */
    public Optional<AllowedMember> call(String owner, String name, String arguments) {
        for (String each : supertypes(owner)) {
            AllowedMember member = members.get(key(each, name, arguments));
            if (member != null) {
                return Optional.of(member);
            }
        }
        return Optional.empty();
    }

    /** Like {@link #call}, where supertypes do not count. */
    public Optional<AllowedMember> exactly(String owner, String name, String arguments) {
        return Optional.ofNullable(members.get(key(owner, name, arguments)));
    }

    /** Whether finished code may use this member as it is. */
    public boolean isDirect(String owner, String name, String arguments) {
        return directMembers.contains(key(owner, name, arguments));
    }

    /** Whether a list replaces something by this method of the rule library. */
    public boolean isLibraryMethod(String owner, String name, String descriptor) {
        return libraryMethods.contains(owner + "." + name + descriptor);
    }

    /** Whether finished code may name this type, and the loader of a rule hand it out. */
    public boolean isType(String internalName) {
        return types.contains(internalName);
    }

    /** Names listed for a type and its supertypes, for hints. */
    public SortedSet<String> names(String owner) {
        var names = new TreeSet<String>();
        for (String each : supertypes(owner)) {
            names.addAll(namesByOwner.getOrDefault(each, new TreeSet<>()));
        }
        return names;
    }

    static String key(String owner, String name, String arguments) {
        return owner + "." + name + arguments;
    }

    /** Only types of the JDK and the library have supertypes that matter here. */
    static Set<String> supertypes(String owner) {
        var found = new LinkedHashSet<String>();
        found.add(owner);
        if (!owner.startsWith("java/") && !owner.startsWith("groovy/lang/")) {
            return found;
        }
        Class<?> type;
        try {
            type = Class.forName(owner.replace('/', '.'), false, AllowList.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            return found;
        }
        var open = new ArrayDeque<Class<?>>();
        open.add(type);
        while (!open.isEmpty()) {
            Class<?> each = open.remove();
            found.add(Type.getInternalName(each));
            Class<?> superclass = each.getSuperclass();
            if (superclass != null) {
                open.add(superclass);
            }
            open.addAll(List.of(each.getInterfaces()));
        }
        found.add("java/lang/Object");
        return found;
    }

    private static AllowList read() {
        var lines = new ArrayList<AllowListLine>();
        for (String file : lines("index.txt")) {
            String owner = file.replace(".txt", "").replace('.', '/');
            for (String line : lines(file)) {
                lines.add(AllowListLine.parse(owner, line));
            }
        }
        List<String> types =
                lines("types.txt").stream().map(line -> line.replaceFirst(" # .*", "")).toList();
        return new AllowList(types, lines);
    }

    static List<String> lines(String file) {
        var stream =
                Objects.requireNonNull(
                        AllowList.class.getResourceAsStream(file), () -> "no list " + file);
        try (var reader =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            var lines = new ArrayList<String>();
            for (@Nullable String line = reader.readLine();
                    line != null;
                    line = reader.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    lines.add(line);
                }
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
