package kith.metadata.change;

import java.util.List;
import java.util.Optional;
import kith.metadata.Component;
import kith.metadata.FieldDefinition;
import kith.metadata.ObjectDefinition;
import kith.metadata.PermissionSetDefinition;
import kith.metadata.RuleDefinition;
import kith.metadata.ValidationDefinition;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Field;
import kith.metadata.resolve.Reference;

/** Refuses removals and renames that would break other components that stay as they are. */
final class DependentsCheck {

    private final Catalog current;
    private final ComponentSet next;
    private final ChangeProblems problems;

    DependentsCheck(Catalog current, ComponentSet next, ChangeProblems problems) {
        this.current = current;
        this.next = next;
        this.problems = problems;
    }

    void check() {
        for (Component before : current.components()) {
            Optional<Component> after = next.find(before.id());
            if (after.isEmpty()) {
                checkRemoval(before);
            } else if (!after.get().name().equals(before.name())) {
                checkRename(before, after.get().name());
            }
        }
    }

    private void checkRemoval(Component removed) {
        List<Dependent> broken =
                broken(Dependents.of(current, removed.ref())).stream()
                        .filter(dependent -> !isTakenAlong(removed, dependent))
                        .toList();
        if (!broken.isEmpty()) {
            problems.addDependents(
                    removed,
                    ChangeRefusal.STILL_NEEDED,
                    removed.ref() + " cannot be removed, it is still needed",
                    broken);
        }
    }

    private void checkRename(Component renamed, String newName) {
        List<Dependent> users =
                switch (renamed) {
                    case ObjectDefinition object -> Dependents.rulesNaming(current, object.name());
                    case FieldDefinition field ->
                            current.object(field.object())
                                    .flatMap(object -> object.field(field.name()))
                                    .map((Field bound) -> Dependents.rulesUsing(current, bound))
                                    .orElseGet(List::of);
                    case RuleDefinition _, ValidationDefinition _, PermissionSetDefinition _ ->
                            List.of();
                };
        List<Dependent> broken = broken(users);
        if (!broken.isEmpty()) {
            problems.addDependents(
                    renamed,
                    ChangeRefusal.NAME_IN_USE,
                    "%s cannot be renamed to `%s`, scripts use its name"
                            .formatted(renamed.ref(), newName),
                    broken);
        }
    }

    /** Those that are there after the change set and that it does not change for the better. */
    private List<Dependent> broken(List<Dependent> dependents) {
        return dependents.stream().filter(this::isUnchanged).toList();
    }

    private boolean isUnchanged(Dependent dependent) {
        Component before =
                current.components().stream()
                        .filter(component -> component.ref().equals(dependent.component()))
                        .findFirst()
                        .orElse(null);
        if (before == null) {
            return false;
        }
        Optional<Component> after = next.find(before.id());
        return after.isPresent() && !isMended(before, after.get());
    }

    /** A rule with another script is compiled again; a field that points elsewhere is free. */
    private static boolean isMended(Component before, Component after) {
        if (before instanceof RuleDefinition rule && after instanceof RuleDefinition changed) {
            return !changed.isActive()
                    || !changed.script().equals(rule.script())
                    || !changed.call().when().equals(rule.call().when())
                    || !changed.call().button().equals(rule.call().button());
        }
        if (before instanceof ValidationDefinition validation
                && after instanceof ValidationDefinition changed) {
            return !changed.isActive()
                    || !changed.refuseWhen().equals(validation.refuseWhen())
                    || !changed.field().equals(validation.field());
        }
        if (before instanceof FieldDefinition field && after instanceof FieldDefinition changed) {
            return !targets(field).equals(targets(changed))
                    || !field.formula().equals(changed.formula())
                    || !field.rollUp().equals(changed.rollUp())
                    || !field.defaultValue().equals(changed.defaultValue())
                    || !field.visibleWhen().equals(changed.visibleWhen());
        }
        return false;
    }

    private static boolean isTakenAlong(Component removed, Dependent dependent) {
        return removed instanceof ObjectDefinition
                && dependent.component().object().equals(Optional.of(removed.name()));
    }

    private static Optional<List<String>> targets(FieldDefinition field) {
        return Reference.of(field).map(Reference::targets);
    }
}
