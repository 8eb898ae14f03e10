package kith.metadata.change;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kith.metadata.Component;
import kith.metadata.FieldDefinition;
import kith.metadata.ObjectDefinition;
import kith.metadata.PermissionSetDefinition;
import kith.metadata.RuleDefinition;
import kith.metadata.ValidationDefinition;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.Storage;
import kith.metadata.resolve.RetiredStorage;

/**
 * Decides in which form a component comes in: whose it is, and where its values may live. A tenant
 * chooses no keys and storage; a package chooses them once, and gives way where they are taken.
 */
final class Admission {

    private final CatalogState state;
    private final ComponentSet components;
    private final ChangeProblems problems;

    Admission(CatalogState state, ComponentSet components, ChangeProblems problems) {
        this.state = state;
        this.components = components;
        this.problems = problems;
    }

    /** A component that a tenant puts; empty where it may not. */
    Optional<Component> byTenant(Component component, Optional<Component> existing) {
        if (existing.isEmpty()) {
            if (component.packageName().isPresent()) {
                refuse(
                        component,
                        "%s belongs to the package %s"
                                .formatted(component.ref(), component.packageName().get()),
                        "Install the package, or leave `package` out.");
                return Optional.empty();
            }
            return Optional.of(withoutHome(component));
        }
        Component before = existing.get();
        if (!before.packageName().equals(component.packageName())) {
            refuse(
                    component,
                    "`package` of %s cannot change".formatted(before.ref()),
                    "Leave it out.");
            return Optional.empty();
        }
        if (before.packageName().isPresent()
                && !TenantShare.combine(before, component).equals(component)) {
            refuse(
                    component,
                    "This change of %s is up to the package %s"
                            .formatted(before.ref(), before.packageName().get()),
                    "Labels, help, required, unique, default, a greater length, further values and active can change.");
            return Optional.empty();
        }
        return existing.map(known -> component);
    }

    /** A component that the platform puts, mostly a package's. */
    Optional<Component> byPlatform(Component component, Optional<Component> existing) {
        return component.packageName().isPresent()
                ? byPackage(component, existing)
                : byTenant(component, existing);
    }

    /** A component that a package brings; empty where the tenant has its own of that name. */
    private Optional<Component> byPackage(Component component, Optional<Component> existing) {
        if (existing.isEmpty()) {
            return Optional.of(withFreeHome(component));
        }
        Component before = existing.get();
        if (!before.packageName().equals(component.packageName())) {
            problems.add(
                    component,
                    ChangeRefusal.NAME_TAKEN,
                    "%s is already there and not of this package".formatted(before.ref()),
                    "Rename the one that is there, or remove it.",
                    "name");
            return Optional.empty();
        }
        return Optional.of(withHomeOf(before, TenantShare.combine(component, before)));
    }

    private void refuse(Component component, String message, String hint) {
        problems.add(component, ChangeRefusal.PACKAGE_COMPONENT, message, hint);
    }

    private static Component withoutHome(Component component) {
        return switch (component) {
            case ObjectDefinition object -> object.withoutKey();
            case FieldDefinition field -> field.withoutStorage();
            case RuleDefinition rule -> rule;
            case ValidationDefinition validation -> validation;
            case PermissionSetDefinition set -> set;
        };
    }

    private static Component withHomeOf(Component before, Component component) {
        if (component instanceof ObjectDefinition object
                && before instanceof ObjectDefinition old) {
            return object.withKey(old.key().orElseThrow());
        }
        if (component instanceof FieldDefinition field && before instanceof FieldDefinition old) {
            return old.storage().map(field::withStorage).orElse(field);
        }
        return component;
    }

    private Component withFreeHome(Component component) {
        return component instanceof FieldDefinition field
                        && field.storage().filter(home -> isTaken(field, home)).isPresent()
                ? field.withoutStorage()
                : component;
    }

    private boolean isTaken(FieldDefinition field, Storage storage) {
        if (storage instanceof Storage.Links) {
            return false;
        }
        return takenIn(field.object()).contains(storage) || isRetired(field, storage);
    }

    private Set<Storage> takenIn(String object) {
        return components.all().stream()
                .filter(FieldDefinition.class::isInstance)
                .map(FieldDefinition.class::cast)
                .filter(field -> field.object().equals(object))
                .flatMap(field -> field.storage().stream())
                .collect(Collectors.toSet());
    }

    private boolean isRetired(FieldDefinition field, Storage storage) {
        Optional<ObjectType> object = state.catalog().object(field.object());
        return object.isPresent()
                && state.retired().stream()
                        .anyMatch(home ->
                                isHome(home, object.get(), storage)
                                        && !home.field().equals(field.id()));
    }

    private static boolean isHome(RetiredStorage home, ObjectType object, Storage storage) {
        return home.object() == object.key() && home.storage().equals(storage);
    }
}
