package kith.runtime.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import kith.metadata.ObjectDefinition.Writers;
import kith.metadata.PermissionSetDefinition;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.permission.ObjectRight;
import kith.metadata.permission.UserFunction;

/**
 * What somebody may see and do, all their permission sets taken together. Names objects and fields
 * by their names, so that people of several tenants whose rights are the same share what was
 * planned for one of them.
 */
public final class Rights {

    /** What administrators and the platform itself have. */
    public static final Rights ALL =
            new Rights(Map.of(), ObjectAccess.EVERYTHING, Set.of(UserFunction.values()), true);

    /** What users have who were given nothing else. */
    public static final Rights STANDARD = of(List.of(StandardUser.PROFILE));

    private static final Set<ObjectRight> READING =
            Collections.unmodifiableSet(EnumSet.of(ObjectRight.READ, ObjectRight.VIEW_ALL));

    private final Map<String, ObjectAccess> objects;
    private final ObjectAccess others;
    private final Set<UserFunction> functions;
    private final boolean isEverything;
    private final String key;

    private Rights(
            Map<String, ObjectAccess> objects,
            ObjectAccess others,
            Set<UserFunction> functions,
            boolean isEverything) {
        this.objects = Map.copyOf(objects);
        this.others = others;
        this.functions = Set.copyOf(functions);
        this.isEverything = isEverything;
        this.key = isEverything ? "everything" : fingerprint();
    }

    /** The rights of somebody who has these sets, the profile among them. */
    public static Rights of(List<PermissionSetDefinition> sets) {
        Set<String> named = new TreeSet<>();
        sets.forEach(set -> named.addAll(set.objects().keySet()));
        named.remove(PermissionSetDefinition.ALL_OBJECTS);
        Map<String, ObjectAccess> objects = new TreeMap<>();
        named.forEach(object -> objects.put(object, ObjectAccess.of(sets, object)));
        return new Rights(
                objects,
                ObjectAccess.of(sets, PermissionSetDefinition.ALL_OBJECTS),
                functions(sets),
                false);
    }

    private static Set<UserFunction> functions(List<PermissionSetDefinition> sets) {
        Set<UserFunction> functions = EnumSet.noneOf(UserFunction.class);
        sets.stream()
                .filter(set -> !set.isMuting())
                .forEach(set -> functions.addAll(set.functions()));
        sets.stream()
                .filter(PermissionSetDefinition::isMuting)
                .forEach(set -> functions.removeAll(set.functions()));
        return functions;
    }

    /** Objects that only administrators write can be read by others, whatever a set grants. */
    public boolean may(ObjectRight right, ObjectType object) {
        return isEverything
                || (access(object.name()).rights().contains(right)
                        && (READING.contains(right)
                                || object.definition().writers() == Writers.MEMBERS));
    }

    /** What every record has comes with the right to read its object. */
    public boolean mayRead(Field field) {
        if (isEverything) {
            return true;
        }
        ObjectAccess access = access(field.object());
        return access.rights().contains(ObjectRight.READ)
                && (field.isSystem() || access.field(field.name()).mayRead());
    }

    /** Within an object whose records somebody may create or change. */
    public boolean mayEdit(Field field) {
        if (isEverything) {
            return true;
        }
        ObjectAccess access = access(field.object());
        return field.isSystem() || access.field(field.name()).mayEdit();
    }

    public boolean has(UserFunction function) {
        return functions.contains(function);
    }

    /** Equal for equal rights, whoever has them. */
    public String key() {
        return key;
    }

    private ObjectAccess access(String object) {
        return objects.getOrDefault(object, others);
    }

    private String fingerprint() {
        StringBuilder content = new StringBuilder(others.key());
        new TreeMap<>(objects).forEach((name, access) -> content.append(name).append(access.key()));
        content.append(new TreeSet<>(functions));
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(digest.digest(content.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has it", missing);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Rights rights && rights.key.equals(key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return "Rights " + key;
    }
}
