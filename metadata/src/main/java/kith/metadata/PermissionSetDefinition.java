package kith.metadata;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import kith.metadata.permission.ObjectPermissions;
import kith.metadata.permission.UserFunction;

/**
 * What users may see and do. Users have one profile and any number of further sets; they may what
 * any of these grants and no muting set of theirs takes away.
 *
 * @param objects what it says about objects, by their names; {@link #ALL_OBJECTS} stands for those
 *     that it does not name
 */
public record PermissionSetDefinition(
        UUID id,
        String name,
        String label,
        Optional<String> description,
        Purpose purpose,
        Map<String, ObjectPermissions> objects,
        Set<UserFunction> functions,
        Optional<String> packageName)
        implements Component {

    /** Stands for all objects that a set does not name. */
    public static final String ALL_OBJECTS = "*";

    public PermissionSetDefinition {
        objects = Collections.unmodifiableMap(new TreeMap<>(objects));
        functions = Set.copyOf(functions);
    }

    /** What a set is for. */
    public enum Purpose {
        /** What somebody may by their work; takes the place of the standard profile. */
        PROFILE,
        /** Grants more than the profile does. */
        SET,
        /** Takes away what others grant. */
        MUTING
    }

    @Override
    public ComponentKind kind() {
        return ComponentKind.PERMISSION_SET;
    }

    public boolean isMuting() {
        return purpose == Purpose.MUTING;
    }

    /** What it says about an object. */
    public ObjectPermissions about(String object) {
        ObjectPermissions named = objects.get(object);
        return named == null ? objects.getOrDefault(ALL_OBJECTS, ObjectPermissions.NOTHING) : named;
    }

    /** The same set under another name. */
    public PermissionSetDefinition named(String newName) {
        return new PermissionSetDefinition(
                id, newName, label, description, purpose, objects, functions, packageName);
    }

    /** The same set saying something else about objects. */
    public PermissionSetDefinition about(Map<String, ObjectPermissions> otherObjects) {
        return new PermissionSetDefinition(
                id, name, label, description, purpose, otherObjects, functions, packageName);
    }
}
