package kith.metadata.change;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import kith.metadata.Component;
import kith.metadata.ComponentKind;
import kith.metadata.ComponentRef;
import kith.metadata.FieldDefinition;
import kith.metadata.ObjectDefinition;
import kith.metadata.PermissionSetDefinition;
import kith.metadata.RuleDefinition;
import kith.metadata.ValidationDefinition;

/** The components of a tenant while a change set works on them, in the order of their making. */
final class ComponentSet {

    private final Map<UUID, Component> components = new LinkedHashMap<>();

    /** Ids by what the components are called; faulty sets have several of one name. */
    private final Map<ComponentRef, Set<UUID>> named = new HashMap<>();

    ComponentSet(Collection<Component> components) {
        components.forEach(this::put);
    }

    Optional<Component> find(UUID id) {
        return Optional.ofNullable(components.get(id));
    }

    Optional<Component> find(ComponentRef ref) {
        return named.getOrDefault(ref, Set.of()).stream().findFirst().map(components::get);
    }

    List<Component> all() {
        return List.copyOf(components.values());
    }

    /** Replaces the component of the same id, or adds one. An object's new name is followed. */
    void put(Component component) {
        Component before = components.put(component.id(), component);
        if (before != null) {
            forgetName(before);
        }
        keepName(component);
        if (before instanceof ObjectDefinition old
                && component instanceof ObjectDefinition object
                && !old.name().equals(object.name())) {
            replaceAll(one -> following(one, old.name(), object.name()));
        }
        if (before instanceof FieldDefinition old
                && component instanceof FieldDefinition field
                && !old.name().equals(field.name())) {
            inSets(set -> NamedInSets.field(set, old, Optional.of(field.name())));
        }
    }

    /** Removes a component; an object takes its fields and rules along, and sets forget it. */
    void remove(Component component) {
        components.remove(component.id());
        forgetName(component);
        if (component.kind() == ComponentKind.OBJECT) {
            components.values().removeIf(one -> isPartOf(one, component.name()));
            inSets(set -> NamedInSets.object(set, component.name(), Optional.empty()));
            nameAll();
        }
        if (component instanceof FieldDefinition field) {
            inSets(set -> NamedInSets.field(set, field, Optional.empty()));
        }
    }

    private void inSets(UnaryOperator<PermissionSetDefinition> replacement) {
        components.replaceAll((id, component) ->
                component instanceof PermissionSetDefinition set
                        ? replacement.apply(set)
                        : component);
    }

    /** Whether a component is a field or a rule of an object. */
    static boolean isPartOf(Component component, String object) {
        return component.ref().object().equals(Optional.of(object));
    }

    private void replaceAll(UnaryOperator<Component> replacement) {
        components.replaceAll((id, component) -> replacement.apply(component));
        nameAll();
    }

    private void nameAll() {
        named.clear();
        components.values().forEach(this::keepName);
    }

    private void keepName(Component component) {
        named.computeIfAbsent(component.ref(), first -> new LinkedHashSet<>()).add(component.id());
    }

    private void forgetName(Component component) {
        named.getOrDefault(component.ref(), new LinkedHashSet<>()).remove(component.id());
    }

    private static Component following(Component component, String from, String to) {
        return switch (component) {
            case ObjectDefinition object -> object;
            case FieldDefinition field -> field.following(from, to);
            case RuleDefinition rule -> rule.object().equals(from) ? rule.ofObject(to) : rule;
            case ValidationDefinition validation ->
                    validation.object().equals(from) ? validation.ofObject(to) : validation;
            case PermissionSetDefinition set -> NamedInSets.object(set, from, Optional.of(to));
        };
    }
}
