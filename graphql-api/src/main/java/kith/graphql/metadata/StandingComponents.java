package kith.graphql.metadata;

import java.util.List;
import kith.metadata.Component;
import kith.metadata.ComponentRef;
import kith.metadata.catalog.Catalog;
import kith.metadata.change.ChangeRefusal;
import kith.metadata.name.Nearest;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;

/** Whether a component that a request names is there already. */
final class StandingComponents {

    private StandingComponents() {}

    /** A document replaces the component of its name; creating must not. */
    static void requireFree(Catalog catalog, ComponentRef component) {
        if (isTaken(catalog, component)) {
            throw new ProblemException(
                    Problem.of(MetadataProblem.COMPONENT_EXISTS, "There is already " + component)
                            .at("input", "name")
                            .hint("Choose another name, or change the one that is there."));
        }
    }

    /** The component as it stands. */
    static Component find(Catalog catalog, ComponentRef component) {
        return catalog.components().stream()
                .filter(one -> one.ref().equals(component))
                .findFirst()
                .orElseThrow(() -> notFound(catalog, component));
    }

    private static boolean isTaken(Catalog catalog, ComponentRef component) {
        boolean isBound =
                switch (component.kind()) {
                    case OBJECT -> catalog.object(component.name()).isPresent();
                    case FIELD ->
                            component
                                    .object()
                                    .flatMap(catalog::object)
                                    .flatMap(object -> object.field(component.name()))
                                    .isPresent();
                    case RULE, VALIDATION, PERMISSION_SET -> false;
                };
        return isBound
                || catalog.components().stream().anyMatch(one -> one.ref().equals(component));
    }

    private static ProblemException notFound(Catalog catalog, ComponentRef component) {
        List<String> names =
                catalog.components().stream()
                        .map(Component::ref)
                        .filter(one -> one.kind() == component.kind())
                        .filter(one -> one.object().equals(component.object()))
                        .map(ComponentRef::name)
                        .toList();
        boolean isSystem = isTaken(catalog, component);
        Problem problem =
                isSystem
                        ? Problem.of(
                                ChangeRefusal.SYSTEM_COMPONENT,
                                component + " is a part of the platform")
                        : Problem.of(ChangeRefusal.UNKNOWN_COMPONENT, "There is no " + component);
        return new ProblemException(
                Nearest.hint(component.name(), names)
                        .filter(_ -> !isSystem)
                        .map(problem::hint)
                        .orElse(problem)
                        .at("name"));
    }
}
