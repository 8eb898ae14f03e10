package kith.metadata.permission;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What one permission set says about one object, or about all that it does not name.
 *
 * @param rights the rights that it grants or takes away
 * @param allFields the same for the fields that it does not name
 * @param fields by their names
 */
public record ObjectPermissions(
        Set<ObjectRight> rights, FieldRight allFields, Map<String, FieldRight> fields) {

    /** Says nothing. */
    public static final ObjectPermissions NOTHING =
            new ObjectPermissions(Set.of(), FieldRight.NONE, Map.of());

    public ObjectPermissions {
        rights = Set.copyOf(rights);
        fields = Map.copyOf(fields);
    }

    /** What it says about a field. */
    public FieldRight field(String name) {
        return fields.getOrDefault(name, allFields);
    }

    /** The fields in the order of their names. */
    public Map<String, FieldRight> sortedFields() {
        return new TreeMap<>(fields);
    }
}
