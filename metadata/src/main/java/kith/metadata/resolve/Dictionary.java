package kith.metadata.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kith.metadata.Component;
import kith.metadata.FieldDefinition;
import kith.metadata.ObjectDefinition;
import kith.metadata.PermissionSetDefinition;
import kith.metadata.RuleDefinition;
import kith.metadata.ValidationDefinition;
import kith.metadata.catalog.SystemObjects;

/** Components in the shape of a catalog, not yet known to be sound: fields and rules by object. */
final class Dictionary {

    private final Map<String, ObjectDefinition> objects = new LinkedHashMap<>();
    private final Map<String, List<FieldDefinition>> fields = new LinkedHashMap<>();
    private final List<RuleDefinition> rules = new ArrayList<>();
    private final List<ValidationDefinition> validations = new ArrayList<>();
    private final List<PermissionSetDefinition> permissionSets = new ArrayList<>();

    /**
     * @param components those of the tenant; the system's own come before them
     */
    Dictionary(List<Component> components) {
        SystemObjects.objects().forEach(this::add);
        SystemObjects.fields().forEach(this::add);
        components.forEach(this::add);
    }

    Collection<ObjectDefinition> objects() {
        return objects.values();
    }

    Optional<ObjectDefinition> object(String name) {
        return Optional.ofNullable(objects.get(name));
    }

    Set<String> objectNames() {
        return objects.keySet();
    }

    /** The fields of an object beside its system fields. */
    List<FieldDefinition> fieldsOf(String object) {
        return fields.getOrDefault(object, List.of());
    }

    /** All fields, those of unknown objects included. */
    List<FieldDefinition> fields() {
        return fields.values().stream().flatMap(List::stream).toList();
    }

    List<RuleDefinition> rules() {
        return List.copyOf(rules);
    }

    List<ValidationDefinition> validations() {
        return List.copyOf(validations);
    }

    List<PermissionSetDefinition> permissionSets() {
        return List.copyOf(permissionSets);
    }

    private void add(Component component) {
        switch (component) {
            case ObjectDefinition object -> objects.putIfAbsent(object.name(), object);
            case FieldDefinition field ->
                    fields.computeIfAbsent(field.object(), first -> new ArrayList<>()).add(field);
            case RuleDefinition rule -> rules.add(rule);
            case ValidationDefinition validation -> validations.add(validation);
            case PermissionSetDefinition set -> permissionSets.add(set);
        }
    }
}
