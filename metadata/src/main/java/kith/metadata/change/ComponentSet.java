package kith.metadata.change;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import kith.metadata.Component;
import kith.metadata.ComponentKind;
import kith.metadata.ComponentRef;
import kith.metadata.FieldDefinition;
import kith.metadata.ObjectDefinition;
import kith.metadata.RuleDefinition;
import kith.metadata.field.FieldType;

/** The components of a tenant while a change set works on them, in the order of their making. */
final class ComponentSet {

    private final Map<UUID, Component> components = new LinkedHashMap<>();

    ComponentSet(Collection<Component> components) {
        components.forEach(this::put);
    }

    Optional<Component> find(UUID id) {
        return Optional.ofNullable(components.get(id));
    }

    Optional<Component> find(ComponentRef ref) {
        return components.values().stream()
                .filter(component -> component.ref().equals(ref))
                .findFirst();
    }

    List<Component> all() {
        return List.copyOf(components.values());
    }

    /** Replaces the component of the same id, or adds one. An object's new name is followed. */
    void put(Component component) {
        Component before = components.put(component.id(), component);
        if (before instanceof ObjectDefinition old
                && component instanceof ObjectDefinition object
                && !old.name().equals(object.name())) {
            replaceAll(one -> following(one, old.name(), object.name()));
        }
    }

    /** Removes a component; an object takes its fields and rules along. */
    void remove(Component component) {
        components.remove(component.id());
        if (component.kind() == ComponentKind.OBJECT) {
            components.values().removeIf(one -> isPartOf(one, component.name()));
        }
    }

    /** Whether a component is a field or a rule of an object. */
    static boolean isPartOf(Component component, String object) {
        return component.ref().object().equals(Optional.of(object));
    }

    private void replaceAll(UnaryOperator<Component> replacement) {
        components.replaceAll((id, component) -> replacement.apply(component));
    }

    private static Component following(Component component, String from, String to) {
        return switch (component) {
            case ObjectDefinition object -> object;
            case FieldDefinition field -> {
                FieldDefinition moved = field.object().equals(from) ? field.ofObject(to) : field;
                yield moved.ofType(pointing(moved.type(), from, to));
            }
            case RuleDefinition rule -> rule.object().equals(from) ? rule.ofObject(to) : rule;
        };
    }

    private static FieldType pointing(FieldType type, String from, String to) {
        return switch (type) {
            case FieldType.Lookup(String target, var inverse) when target.equals(from) ->
                    new FieldType.Lookup(to, inverse);
            case FieldType.MasterDetail(String target, var inverse) when target.equals(from) ->
                    new FieldType.MasterDetail(to, inverse);
            case FieldType.ManyToMany(String target, var inverse) when target.equals(from) ->
                    new FieldType.ManyToMany(to, inverse);
            case FieldType.Lookup _,
                    FieldType.MasterDetail _,
                    FieldType.ManyToMany _,
                    FieldType.Id _,
                    FieldType.Text _,
                    FieldType.LongText _,
                    FieldType.Numeric _,
                    FieldType.Currency _,
                    FieldType.Percent _,
                    FieldType.Date _,
                    FieldType.DateTime _,
                    FieldType.Checkbox _,
                    FieldType.Picklist _,
                    FieldType.MultiPicklist _,
                    FieldType.Email _,
                    FieldType.Phone _,
                    FieldType.Url _,
                    FieldType.AutoNumber _ ->
                    type;
        };
    }
}
