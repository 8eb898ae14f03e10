package kith.metadata.change;

import java.util.List;
import java.util.Optional;
import kith.metadata.ComponentKind;
import kith.metadata.ComponentRef;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.SystemObjects;

/** Knows what is a part of the platform and no component at all. */
final class SystemGuard {

    private SystemGuard() {}

    static boolean isOfSystem(Catalog catalog, ComponentRef ref) {
        return switch (ref.kind()) {
            case OBJECT ->
                    SystemObjects.objects().stream()
                            .anyMatch(object -> object.name().equals(ref.name()));
            case FIELD ->
                    ref.object()
                            .flatMap(catalog::object)
                            .flatMap(object -> object.field(ref.name()))
                            .filter(SystemGuard::isOfSystem)
                            .isPresent();
            case RULE, VALIDATION, PERMISSION_SET -> false;
        };
    }

    static void refuse(ComponentRef ref, ChangeProblems problems, List<Object> path) {
        String what = ref.kind() == ComponentKind.OBJECT ? "an object" : "a field";
        problems.add(
                ChangeRefusal.SYSTEM_COMPONENT,
                "%s is a part of the platform and stays as it is".formatted(ref),
                Optional.of("Make " + what + " of another name."),
                path);
    }

    private static boolean isOfSystem(Field field) {
        return field.definition().packageName().equals(Optional.of(SystemObjects.PACKAGE));
    }
}
