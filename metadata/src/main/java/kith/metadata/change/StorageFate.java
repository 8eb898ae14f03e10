package kith.metadata.change;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kith.metadata.Component;
import kith.metadata.FieldDefinition;
import kith.metadata.ObjectDefinition;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.ObjectType;
import kith.metadata.resolve.RetiredObject;
import kith.metadata.resolve.RetiredStorage;

/**
 * Finds which homes of values a change set closes, and which it opens to their old fields again.
 */
final class StorageFate {

    private final CatalogState state;
    private final ComponentSet next;

    StorageFate(CatalogState state, ComponentSet next) {
        this.state = state;
        this.next = next;
    }

    /** The homes of the fields that are removed. */
    Set<RetiredStorage> retired() {
        Set<RetiredStorage> retired = new HashSet<>();
        Catalog current = state.catalog();
        for (Component component : current.components()) {
            if (component instanceof FieldDefinition field && next.find(field.id()).isEmpty()) {
                int object = current.require(field.object()).key();
                field.storage()
                        .ifPresent(
                                home -> retired.add(new RetiredStorage(object, home, field.id())));
            }
        }
        return retired;
    }

    /** The objects that are removed. */
    Set<RetiredObject> retiredObjects() {
        Set<RetiredObject> retired = new HashSet<>();
        for (Component component : state.catalog().components()) {
            if (component instanceof ObjectDefinition object && next.find(object.id()).isEmpty()) {
                retired.add(new RetiredObject(object.key().orElseThrow(), object.id(), false));
            }
        }
        return retired;
    }

    /** The removed objects whose keys are in use again in the next catalog. */
    Set<RetiredObject> revivedObjects(Catalog nextCatalog) {
        return state.retiredObjects().stream()
                .filter(object -> nextCatalog.objectWithKey(object.key()).isPresent())
                .collect(Collectors.toSet());
    }

    /** The homes that are closed and whose fields are there again in the next catalog. */
    Set<RetiredStorage> revived(Catalog nextCatalog) {
        return state.retired().stream()
                .filter(home -> isBack(home, nextCatalog))
                .collect(Collectors.toSet());
    }

    /** Ids of the fields whose values were keys and are none any more. */
    Set<UUID> noLongerUnique() {
        List<Component> current = state.catalog().components();
        return current.stream()
                .filter(FieldDefinition.class::isInstance)
                .map(FieldDefinition.class::cast)
                .filter(FieldDefinition::isUnique)
                .filter(field -> !isStillUnique(field))
                .map(FieldDefinition::id)
                .collect(Collectors.toSet());
    }

    private boolean isStillUnique(FieldDefinition field) {
        return next.find(field.id())
                .filter(after -> after instanceof FieldDefinition still && still.isUnique())
                .isPresent();
    }

    private static boolean isBack(RetiredStorage home, Catalog nextCatalog) {
        Optional<ObjectType> object = nextCatalog.objectWithKey(home.object());
        return object.stream()
                .flatMap(one -> one.fields().stream())
                .anyMatch(field ->
                        field.id().equals(home.field()) && field.storage().equals(home.storage()));
    }
}
