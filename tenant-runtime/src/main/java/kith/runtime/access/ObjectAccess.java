package kith.runtime.access;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import kith.metadata.PermissionSetDefinition;
import kith.metadata.permission.FieldRight;
import kith.metadata.permission.ObjectPermissions;
import kith.metadata.permission.ObjectRight;

/**
 * What somebody may do with an object, all permission sets taken together.
 *
 * @param fields those that differ from the others
 */
record ObjectAccess(
        Set<ObjectRight> rights, FieldRight otherFields, Map<String, FieldRight> fields) {

    static final ObjectAccess EVERYTHING =
            new ObjectAccess(Set.of(ObjectRight.values()), FieldRight.EDIT, Map.of());

    ObjectAccess {
        rights = Set.copyOf(rights);
        fields = Map.copyOf(fields);
    }

    /** What sets grant for an object, without what muting ones take away. */
    static ObjectAccess of(List<PermissionSetDefinition> sets, String object) {
        List<ObjectPermissions> granted = about(sets, object, false);
        List<ObjectPermissions> muted = about(sets, object, true);
        Set<String> named = new TreeSet<>();
        Stream.of(granted, muted)
                .flatMap(List::stream)
                .forEach(each -> named.addAll(each.fields().keySet()));
        FieldRight others = FieldRight.NONE;
        for (ObjectPermissions each : granted) {
            others = others.or(each.allFields());
        }
        for (ObjectPermissions each : muted) {
            others = others.without(each.allFields());
        }
        Map<String, FieldRight> differing = new TreeMap<>();
        for (String field : named) {
            FieldRight right = field(granted, muted, field);
            if (right != others) {
                differing.put(field, right);
            }
        }
        return new ObjectAccess(rights(granted, muted), others, differing);
    }

    FieldRight field(String name) {
        return fields.getOrDefault(name, otherFields);
    }

    private static List<ObjectPermissions> about(
            List<PermissionSetDefinition> sets, String object, boolean isMuting) {
        return sets.stream()
                .filter(set -> set.isMuting() == isMuting)
                .map(set -> set.about(object))
                .toList();
    }

    private static Set<ObjectRight> rights(
            List<ObjectPermissions> granted, List<ObjectPermissions> muted) {
        return ObjectRight.without(
                ObjectRight.withIncluded(
                        granted.stream().flatMap(each -> each.rights().stream()).toList()),
                muted.stream().flatMap(each -> each.rights().stream()).toList());
    }

    private static FieldRight field(
            List<ObjectPermissions> granted, List<ObjectPermissions> muted, String name) {
        FieldRight right = FieldRight.NONE;
        for (ObjectPermissions each : granted) {
            right = right.or(each.field(name));
        }
        for (ObjectPermissions each : muted) {
            right = right.without(each.field(name));
        }
        return right;
    }

    /** Equal for equal content. */
    String key() {
        return new TreeSet<>(rights) + otherFields.documentName() + new TreeMap<>(fields);
    }
}
