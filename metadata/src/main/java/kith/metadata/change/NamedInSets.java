package kith.metadata.change;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kith.metadata.FieldDefinition;
import kith.metadata.PermissionSetDefinition;
import kith.metadata.permission.FieldRight;
import kith.metadata.permission.ObjectPermissions;

/** Lets permission sets follow the names of objects and fields, and forget those that are gone. */
final class NamedInSets {

    private NamedInSets() {}

    /** The set with an object called by another name, or by none. */
    static PermissionSetDefinition object(
            PermissionSetDefinition set, String from, Optional<String> to) {
        if (!set.objects().containsKey(from)) {
            return set;
        }
        Map<String, ObjectPermissions> objects = new LinkedHashMap<>(set.objects());
        ObjectPermissions about = set.objects().get(from);
        objects.remove(from);
        to.ifPresent(name -> objects.put(name, about));
        return set.about(objects);
    }

    /** The set with a field called by another name, or by none. */
    static PermissionSetDefinition field(
            PermissionSetDefinition set, FieldDefinition field, Optional<String> to) {
        ObjectPermissions about = set.objects().get(field.object());
        if (about == null || !about.fields().containsKey(field.name())) {
            return set;
        }
        Map<String, FieldRight> fields = new LinkedHashMap<>(about.fields());
        FieldRight right = about.field(field.name());
        fields.remove(field.name());
        to.ifPresent(name -> fields.put(name, right));
        Map<String, ObjectPermissions> objects = new LinkedHashMap<>(set.objects());
        objects.put(
                field.object(), new ObjectPermissions(about.rights(), about.allFields(), fields));
        return set.about(objects);
    }
}
